import { evidenceOwed } from '../../machines/openings.ts';
import type { IndicatorState } from '../../machines/state.ts';
import type { Evidence, EvidenceFile, PersonAction } from '../../machines/types.ts';
import { plainText } from '../acting/plain-text.ts';
import { parseHumanDate, parseNumber } from '../calendar/parse-date.ts';
import type { LocalDate } from '../calendar/types.ts';
import type { IndicatorDefinition } from '../plan/definition.ts';
import type { Typed } from './parts/fields.tsx';

type ActionType = PersonAction['type'];

/** So many papers fit into one form. */
export const PAPERS = 3;

/** Characters of a note or a reason, and of a paper's reference. */
export const LONGEST_NOTE = 2_000;
export const LONGEST_REFERENCE = 300;

/** What can be wrong with a form; the words for it are in `wording/act-words.ts`. */
export type ActionFault =
  | 'stepMissing'
  | 'occurrenceMissing'
  | 'numberInvalid'
  | 'readingInvalid'
  | 'dateInvalid'
  | 'dateInFuture'
  | 'dateOutsideYear'
  | 'reasonMissing'
  | 'evidenceMissing'
  | 'referenceMissing'
  | 'tooLong';

/** What the form is read against. */
export interface ActionTerms {
  readonly definition: IndicatorDefinition;
  readonly state: IndicatorState;
  readonly today: LocalDate;
  /** Files that came with the form, by the number of their paper. */
  readonly files?: ReadonlyMap<number, EvidenceFile> | undefined;
}

export type ActionReading =
  | { readonly action: PersonAction; readonly on: LocalDate; readonly faults?: undefined }
  /** By the names of fields. */
  | { readonly faults: Readonly<Record<string, ActionFault>> };

/**
 * What a person wants to record, out of the fields of a form; or all that is wrong with it, at once. Dates and numbers
 * may be written as people write them. What only the machine can know (a step out of its turn) it refuses later. Pure.
 */
export function readActionForm(type: ActionType, typed: Typed, terms: ActionTerms): ActionReading {
  const faults: Record<string, ActionFault> = {};
  const text = (name: string) => plainText(typed[name] ?? '').trim();
  const on = dayOf(text('on'), type, terms, faults);
  const action = actionOf(type, text, terms, faults);
  for (const name of ['note', 'reason']) if (text(name).length > LONGEST_NOTE) faults[name] = 'tooLong';
  return Object.keys(faults).length > 0 ? { faults } : { action, on };
}

function dayOf(
  text: string,
  type: ActionType,
  { definition: { opens, closes }, today }: ActionTerms,
  faults: Record<string, ActionFault>,
): LocalDate {
  if (text === '') return today;
  const on = parseHumanDate(text);
  if (on === null) faults.on = 'dateInvalid';
  else if (on > today) faults.on = 'dateInFuture';
  // Work is done within the year; a hold or a reopening may come later.
  else if (makesProgress(type) && (on < opens || on > closes)) faults.on = 'dateOutsideYear';
  return on ?? today;
}

/** Whether an act takes evidence and a note; all others take a reason. */
export function makesProgress(type: ActionType): boolean {
  return ['completeStep', 'complete', 'recordNumber', 'recordReading', 'holdOccurrence'].includes(type);
}

type Text = (name: string) => string;

function actionOf(type: ActionType, text: Text, terms: ActionTerms, faults: Record<string, ActionFault>): PersonAction {
  const note = text('note') || null;
  const reason = text('reason');
  switch (type) {
    case 'completeStep': {
      const step = text('step');
      if (step === '') faults.step = 'stepMissing';
      return { type, step, evidence: evidenceOf({ type, step }, text, terms, faults), note };
    }
    case 'complete':
      return { type, evidence: evidenceOf({ type }, text, terms, faults), note };
    case 'recordNumber': {
      const number = parseNumber(text('number'));
      if (number === null || !Number.isSafeInteger(number) || number === 0) faults.number = 'numberInvalid';
      const said = number ?? 0;
      return { type, number: said, evidence: evidenceOf({ type, number: said }, text, terms, faults), note };
    }
    case 'recordReading': {
      const value = parseNumber(text('value'));
      if (value === null || value < 0 || value > 100) faults.value = 'readingInvalid';
      return { type, value: value ?? 0, evidence: evidenceOf({ type }, text, terms, faults), note };
    }
    case 'holdOccurrence': {
      const occurrence = text('occurrence');
      if (occurrence === '') faults.occurrence = 'occurrenceMissing';
      return { type, occurrence, evidence: evidenceOf({ type }, text, terms, faults), note };
    }
    case 'resume':
      return { type, reason: reason || null };
    default:
      if (reason === '') faults.reason = 'reasonMissing';
      return { type, reason };
  }
}

/** The papers of a form, in their order; a file without a reference goes by its own name. */
function evidenceOf(
  act: Parameters<typeof evidenceOwed>[2],
  text: Text,
  { definition, state, files }: ActionTerms,
  faults: Record<string, ActionFault>,
): Evidence[] {
  const papers: Evidence[] = [];
  for (let paper = 1; paper <= PAPERS; paper++) {
    const reference = text(`reference${paper}`).replace(/\s+/gu, ' ');
    const dated = text(`dated${paper}`);
    const date = dated === '' ? null : parseHumanDate(dated);
    const file = files?.get(paper);
    if (dated !== '' && date === null) faults[`dated${paper}`] = 'dateInvalid';
    if (reference.length > LONGEST_REFERENCE) faults[`reference${paper}`] = 'tooLong';
    if (reference === '' && dated !== '' && !file) faults[`reference${paper}`] = 'referenceMissing';
    if (reference !== '' || file) papers.push({ reference: reference || file!.name, date, ...(file ? { file } : {}) });
  }
  if (papers.length === 0 && faults.reference1 === undefined && evidenceOwed(definition, state, act)) {
    faults.reference1 = 'evidenceMissing';
  }
  return papers;
}
