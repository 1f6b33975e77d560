import type { PersonAction } from '../../../machines/types.ts';
import { formatCode } from '../../i18n/format.ts';
import type { Language } from '../../plan/types.ts';
import type { IndicatorPageFacts } from '../indicator-reading.ts';
import { statusRemark, TimeLeft } from '../parts/deadline.tsx';
import { FaultSummary, type FormFaults } from '../parts/fields.tsx';
import { progressOf } from '../parts/progress.tsx';
import { StatusMark } from '../parts/status-mark.tsx';
import { Day, Moment } from '../parts/time.tsx';
import { indicatorPath } from '../paths.ts';
import type { FilledForm } from '../read-form.ts';
import type { TimelineItem } from '../timeline.ts';
import type { Session } from '../web-parts.ts';
import { actWords } from '../wording/act-words.ts';
import { wordingIn } from '../wording/wording.ts';
import { ActForm } from './act-form.tsx';
import { Act, turnWords } from './indicator-timeline.tsx';

/** Why a form came back. */
export interface Returned {
  readonly form: FilledForm;
  /** By field; a fault of the whole form stands under `''`. */
  readonly faults: FormFaults;
  /** What others did after the form was shown. */
  readonly meanwhile: readonly TimelineItem[];
}

export interface ActPageProps {
  readonly type: PersonAction['type'];
  readonly facts: IndicatorPageFacts;
  readonly session: Session;
  readonly language: Language;
  /** Why it cannot be done now, in words. A form that came back stands there all the same, so that nothing is lost. */
  readonly hindrance: string | null;
  readonly returned?: Returned | undefined;
}

/** One form on a page of its own: for what is rare, and for a form that came back. */
export function ActPage(props: ActPageProps) {
  const { type, facts, session, language, hindrance, returned } = props;
  const { plan, indicator } = facts;
  const say = actWords(language);
  const { '': whole, ...byField } = returned?.faults ?? {};
  return (
    <>
      <div class="heading">
        <h1>
          <span class="over">
            {formatCode(indicator.code, language)} {indicator.title[language]}
          </span>
          {say.act[type].title}
        </h1>
      </div>
      {returned && returned.meanwhile.length > 0 && (
        <Meanwhile items={returned.meanwhile} facts={facts} language={language} />
      )}
      {whole !== undefined && (
        <div class="fault-summary" role="alert" tabindex={-1} autofocus>
          <h2>{say.refusedTitle}</h2>
          <p>{whole}</p>
        </div>
      )}
      <FaultSummary title={say.faultsTitle} faults={byField} idOf={`${type}-`} />
      <Standing facts={facts} language={language} />
      {hindrance !== null && (
        <p>
          <strong>{say.noLonger}.</strong> {hindrance}
        </p>
      )}
      {say.act[type].lead && hindrance === null && <p>{say.act[type].lead}</p>}
      {(hindrance === null || returned) && (
        <ActForm
          type={type}
          facts={facts}
          session={session}
          language={language}
          filled={returned?.form}
          faults={byField}
        />
      )}
      <p class="act-back">
        <a href={indicatorPath(plan.id, indicator.code)}>{say.cancel}</a>
      </p>
    </>
  );
}

/** Who did what while somebody was writing. */
function Meanwhile(props: {
  readonly items: readonly TimelineItem[];
  readonly facts: IndicatorPageFacts;
  readonly language: Language;
}) {
  const { items, facts, language } = props;
  const say = actWords(language);
  return (
    <div class="fault-summary" role="alert" tabindex={-1} autofocus>
      <h2>{say.tooLateTitle}</h2>
      <p>{say.tooLateLead}</p>
      <ul>
        {items.map((item) => (
          <li>
            <Moment at={item.at} zone={facts.plan.zone} language={language} />
            {item.type === 'event' && <Act event={item.event} facts={facts} language={language} />}
            {item.type === 'turn' && <p>{turnWords(item.turn, language)}</p>}
          </li>
        ))}
      </ul>
      <p>{say.tooLateAdvice}</p>
    </div>
  );
}

/** How it stands now, in a line or two. */
function Standing({ facts, language }: { facts: IndicatorPageFacts; language: Language }) {
  const say = wordingIn(language);
  const progress = progressOf(facts, language);
  const remark = statusRemark(facts, language);
  return (
    <dl class="facts-wide act-standing">
      <dt>{say.status}</dt>
      <dd>
        <StatusMark status={facts.view.status} language={language} />
        {remark !== null && <span class="small">{remark}</span>}
      </dd>
      {progress !== null && (
        <>
          <dt>{say.progress}</dt>
          <dd>{progress.text}</dd>
        </>
      )}
      <dt>{say.due}</dt>
      <dd>
        <Day date={facts.view.due} language={language} /> · <TimeLeft row={facts} language={language} />
      </dd>
    </dl>
  );
}
