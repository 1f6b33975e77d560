import type { PersonAction } from '../../../machines/types.ts';
import type { Language } from '../../plan/types.ts';
import { makesProgress } from '../action-form.ts';
import type { IndicatorPageFacts } from '../indicator-reading.ts';
import { type Offers, offersOf } from '../offers.ts';
import { actPath } from '../paths.ts';
import type { Session } from '../web-parts.ts';
import { actWords } from '../wording/act-words.ts';
import { hindranceText } from '../wording/refusal-words.ts';
import { ActForm } from './act-form.tsx';

interface Props {
  readonly facts: IndicatorPageFacts;
  readonly session: Session;
  readonly language: Language;
}

/** What this reader can do to the indicator now: the next thing as a form, others as links, and the rest with reasons. */
export function Acts(props: Props) {
  const { facts, session, language } = props;
  const { plan, indicator } = facts;
  const say = actWords(language);
  const offers = offersOf(facts, session.viewer);
  const reasons = reasonsOf(offers, facts, language);
  // Why the work cannot go on is said at once; why something rarer cannot be done, when asked.
  const wayOn = offers.main ? undefined : reasons.find(({ types }) => types.some(makesProgress));
  const further = reasons.filter((reason) => reason !== wayOn);
  return (
    <section class="acts" id="record">
      <h2 id="act">{offers.main ? say.act[offers.main].title : say.toDo}</h2>
      {offers.main ? (
        <>
          {say.act[offers.main].lead && <p class="quiet">{say.act[offers.main].lead}</p>}
          <ActForm type={offers.main} facts={facts} session={session} language={language} />
        </>
      ) : (
        <p>
          {wayOn?.isForOthers && `${say.act[wayOn.types[0]!].title}: `}
          {wayOn?.text ?? say.nothingToDo}
        </p>
      )}
      {offers.others.length > 0 && (
        <>
          <h3>{say.alsoPossible}</h3>
          <ul class="act-links">
            {offers.others.map((type) => (
              <li>
                <a href={actPath(plan.id, indicator.code, type)}>{say.act[type].title}</a>
              </li>
            ))}
          </ul>
        </>
      )}
      {further.length > 0 && (
        <details class="fold">
          <summary>{say.notPossible}</summary>
          <dl class="facts">
            {further.map(({ types, text }) => (
              <>
                <dt>{types.map((type) => say.act[type].title).join(' · ')}</dt>
                <dd>{text}</dd>
              </>
            ))}
          </dl>
        </details>
      )}
    </section>
  );
}

interface Reason {
  readonly types: readonly PersonAction['type'][];
  readonly text: string;
  /** It could be done now, though not by this reader. */
  readonly isForOthers: boolean;
}

/** Each reason once, with all that it stands in the way of. */
function reasonsOf({ not }: Offers, { indicator }: IndicatorPageFacts, language: Language): Reason[] {
  const byText = new Map<string, Reason>();
  for (const { type, hindrance } of not) {
    const text = hindranceText(hindrance, indicator, language);
    const types = [...(byText.get(text)?.types ?? []), type];
    byText.set(text, { types, text, isForOthers: hindrance.refusal === undefined });
  }
  return [...byText.values()];
}
