import type { MeetingFault as ActingFault, IssueOutcome, MeetingOutcome } from '../acting/meeting-outcomes.ts';
import { formatNumber } from '../i18n/format.ts';
import { explainRefusal } from '../i18n/refusals.ts';
import type { Language } from '../plan/types.ts';
import type { FieldFaults } from './meeting-forms/form-texts.ts';
import type { FormFaults } from './parts/fields.tsx';
import { evidenceWords } from './wording/evidence-words.ts';
import { meetingPageWords } from './wording/meeting-page-words.ts';

type Refused = Exclude<
  MeetingOutcome | IssueOutcome,
  { readonly outcome: 'done' } | { readonly outcome: 'notFound' } | { readonly outcome: 'forbidden' }
>;

/** The faults of a form in the reader's words. */
export function faultsInWords(faults: FieldFaults, language: Language): FormFaults {
  const { faults: say } = meetingPageWords(language);
  return Object.fromEntries(Object.entries(faults).map(([name, fault]) => [name, say[fault]]));
}

/** Why an act did not happen, in the reader's words, by field; what concerns no field alone stands under `''`. */
export function refusedInWords(answer: Refused, language: Language): FormFaults {
  const say = meetingPageWords(language);
  switch (answer.outcome) {
    case 'stale':
      return { '': `${say.stale}${say.stop} ${say.staleAdvice}` };
    case 'notNow':
      return { '': `${say.notNowAdvice} ${say.stageLabel}: ${say.stage[answer.stage]}${say.stop}` };
    case 'refused':
      return { '': explainRefusal(answer.refusal, language) };
    case 'fileRefused':
      return { '': evidenceWords(language).faults[answer.fault.code](answer.fault.name) };
    case 'faulty':
      return collected(answer.faults.map((fault) => faultInWords(fault, language)));
  }
}

function faultInWords(fault: ActingFault, language: Language): readonly [field: string, text: string] {
  const say = meetingPageWords(language);
  switch (fault.field) {
    case 'day':
      return ['day', fault.code === 'invalid' ? say.faults.dayMissing : say.faults.dayOutsideYear];
    case 'time':
      return ['time', say.faults.timeInvalid];
    case 'on':
      return ['on', say.onFaults[fault.code]];
    case 'settles':
    case 'occurrence':
      return ['settles', say.faults.settlesUnknown];
    case 'invited':
      return ['', fault.code === 'missing' ? say.inviteSomebody : say.faults.postUnknown];
    case 'reason':
      return ['reason', fault.code === 'missing' ? say.faults.textMissing : say.faults.tooLong];
    case 'decisions': {
      const number = formatNumber(fault.decision + 1, language);
      return ['', say.inDecision(number, say.faults[fault.code])];
    }
  }
}

/** Several faults of one field in one text. */
function collected(faults: readonly (readonly [string, string])[]): FormFaults {
  const all: Record<string, string> = {};
  for (const [field, text] of faults) all[field] = all[field] === undefined ? text : `${all[field]} ${text}`;
  return all;
}
