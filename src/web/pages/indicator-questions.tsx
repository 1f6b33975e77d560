import type { Saying } from '../../db/queries/questions.ts';
import type { Language, Plan } from '../../plan/types.ts';
import { DoneNotice } from '../parts/fields.tsx';
import { postTitle } from '../parts/people.ts';
import { Moment } from '../parts/time.tsx';
import type { QuestionFacts } from '../questions-reading.ts';
import type { Session } from '../web-parts.ts';
import { officeWords } from '../wording/office-words.ts';
import { EscalationForm, ExplanationForm, type FaultyForm } from './question-forms.tsx';

export interface QuestionsProps {
  readonly facts: QuestionFacts;
  readonly session: Session;
  /** What a form of this section did just before, as the address of the page says. */
  readonly said?: string | undefined;
  readonly faulty?: FaultyForm | undefined;
  readonly language: Language;
}

/**
 * What was asked and explained about an indicator, with the forms for what its reader may say. Nothing at all where
 * nothing was asked and nothing is to be said.
 */
export function Questions(props: QuestionsProps) {
  const { facts, said, language } = props;
  const say = officeWords(language);
  if (facts.sayings.length === 0 && facts.open.length === 0) return null;
  const spoken = facts.sayings.filter(({ kind }) => kind !== 'explanation');
  return (
    <section id="questions" class="questions">
      <h2>{say.questions}</h2>
      <Said said={said} facts={facts} language={language} />
      {facts.open
        .filter(({ isWaiting }) => isWaiting)
        .map((open) => (
          <EscalationForm {...props} open={open} />
        ))}
      {spoken.length > 0 && (
        <ol class="sayings">
          {spoken.map((one) => (
            <Conversation {...props} saying={one} />
          ))}
        </ol>
      )}
      {facts.open
        .filter(({ isWaiting }) => !isWaiting)
        .map((open) => (
          <EscalationForm {...props} open={open} />
        ))}
    </section>
  );
}

/** One note, or one question with its explanations and the form for another. */
function Conversation(props: QuestionsProps & { saying: Saying }) {
  const { facts, saying, language } = props;
  const explanations = facts.sayings.filter(({ answers }) => answers === saying.id);
  const isQuestion = saying.kind === 'explanationRequest';
  return (
    <li class="saying">
      <Words saying={saying} plan={facts.plan} language={language} />
      {explanations.length > 0 && (
        <ol class="answers">
          {explanations.map((one) => (
            <li>
              <Words saying={one} plan={facts.plan} language={language} />
            </li>
          ))}
        </ol>
      )}
      {isQuestion && explanations.length === 0 && !facts.mayExplain && (
        <p class="quiet">{officeWords(language).noAnswerYet}</p>
      )}
      {isQuestion && facts.mayExplain && (
        <ExplanationForm {...props} question={saying.id} isFirst={explanations.length === 0} />
      )}
    </li>
  );
}

function Words({ saying, plan, language }: { saying: Saying; plan: Plan; language: Language }) {
  const post = postTitle(plan.posts, saying.post, language);
  const person = plan.people.find(({ id }) => id === saying.person)?.name[language];
  return (
    <>
      <p>
        <strong>{officeWords(language).said[saying.kind]}</strong>
        {' · '}
        {/* A designation often stands at the head of its post's title, as in "Chair, Innovation Team". */}
        {person && !post.startsWith(person) ? `${person}, ${post}` : post}
      </p>
      <p class="small">
        <Moment at={saying.at} zone={plan.zone} language={language} />
      </p>
      {saying.text !== '' && <p class="words">{saying.text}</p>}
    </>
  );
}

/** What a form did, told only where the record bears it out. */
function Said({ said, facts, language }: Pick<QuestionsProps, 'said' | 'facts' | 'language'>) {
  const say = officeWords(language);
  const last = facts.sayings.at(-1);
  if (said === 'untold' && last) return <DoneNotice>{say.untold}</DoneNotice>;
  if (said === undefined || !Object.hasOwn(say.done, said)) return null;
  const kind = said as Saying['kind'];
  return facts.sayings.some((one) => one.kind === kind) ? <DoneNotice>{say.done[kind]}</DoneNotice> : null;
}
