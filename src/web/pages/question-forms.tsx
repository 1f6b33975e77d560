import type { WordsFault } from '../../acting/checked-words.ts';
import type { SayingRefusal } from '../../engine/record-saying.ts';
import { formatDate } from '../../i18n/format.ts';
import { FaultSummary, TextField, type Typed } from '../parts/fields.tsx';
import { FormToken } from '../parts/form-token.tsx';
import { indicatorPath } from '../paths.ts';
import type { OpenEscalation } from '../questions-reading.ts';
import { officeWords } from '../wording/office-words.ts';
import type { QuestionsProps } from './indicator-questions.tsx';

/** A form that was not taken, by the id of its field, with what was typed and what is wrong with it. */
export interface FaultyForm {
  readonly field: string;
  readonly text: string;
  readonly fault: WordsFault;
}

/** Why a form that was filled in rightly could not be taken. */
export function Refused(props: { readonly code: SayingRefusal; readonly language: QuestionsProps['language'] }) {
  const say = officeWords(props.language);
  return (
    <div class="fault-summary" role="alert" tabindex={-1} autofocus>
      <h2>{say.refused}</h2>
      <p>{say.refusals[props.code]}</p>
    </div>
  );
}

/** The id of the field of a form, unique on the page. */
export const escalationField = (checkpoint: string) => `answer-${checkpoint}`;
export const explanationField = (question: number) => `explain-${question}`;

/** Takes note of a missed day, or asks for an explanation: one field, and a button for each. */
export function EscalationForm({ facts, session, faulty, language, open }: QuestionsProps & { open: OpenEscalation }) {
  const say = officeWords(language);
  const { plan, indicator } = facts;
  const due = formatDate(open.due, language) + (open.period ? ` (${open.period[language]})` : '');
  const field = escalationField(open.checkpoint);
  const isFaulty = faulty?.field === field;
  const form = (
    <form class="form" method="post" action={`${indicatorPath(plan.id, indicator.code)}/escalation`}>
      <FormToken session={session} />
      <input type="hidden" name="checkpoint" value={open.checkpoint} />
      <input type="hidden" name="generation" value={String(open.generation)} />
      <WordsField
        field={field}
        label={say.words}
        hint={say.wordsHint}
        faulty={isFaulty ? faulty : undefined}
        language={language}
      />
      <p class="buttons">
        <button type="submit" name="kind" value="acknowledgement">
          {say.takeNote}
        </button>
        <button type="submit" name="kind" value="explanationRequest">
          {say.askExplanation}
        </button>
      </p>
    </form>
  );
  if (open.isWaiting) {
    return (
      <div class="asked">
        <h3>{say.youWereTold(due)}</h3>
        {form}
      </div>
    );
  }
  return (
    <details class="ask-first" open={isFaulty}>
      <summary>{say.sayMore(due)}</summary>
      {form}
    </details>
  );
}

/** Explains, or adds to an explanation. */
export function ExplanationForm(props: QuestionsProps & { question: number; isFirst: boolean }) {
  const { facts, session, faulty, language, question, isFirst } = props;
  const say = officeWords(language);
  const field = explanationField(question);
  const isFaulty = faulty?.field === field;
  const form = (
    <form class="form" method="post" action={`${indicatorPath(facts.plan.id, facts.indicator.code)}/explanation`}>
      <FormToken session={session} />
      <input type="hidden" name="question" value={String(question)} />
      <WordsField
        field={field}
        label={say.explain}
        hint={say.explainHint}
        faulty={isFaulty ? faulty : undefined}
        language={language}
      />
      <button type="submit">{say.sendExplanation}</button>
    </form>
  );
  if (isFirst) return form;
  return (
    <details class="ask-first" open={isFaulty}>
      <summary>{say.explainMore}</summary>
      {form}
    </details>
  );
}

interface WordsProps {
  readonly field: string;
  readonly label: string;
  readonly hint: string;
  readonly faulty: FaultyForm | undefined;
  readonly language: QuestionsProps['language'];
}

function WordsField({ field, label, hint, faulty, language }: WordsProps) {
  const say = officeWords(language);
  const typed: Typed = faulty ? { text: faulty.text } : {};
  const faults = faulty ? { text: say.faults[faulty.fault] } : {};
  return (
    <>
      {faulty && <FaultSummary title={say.faultTitle} faults={{ [field]: say.faults[faulty.fault] }} />}
      <TextField name="text" id={field} label={label} hint={hint} typed={typed} faults={faults} rows={4} />
    </>
  );
}
