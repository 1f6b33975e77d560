import type { Evidence, PersonAction } from '../../machines/types.ts';
import { parseHumanDate } from '../calendar/parse-date.ts';
import type { LocalDate } from '../calendar/types.ts';
import { toLatinDigits } from '../i18n/digits.ts';
import { type Fault, type Path, quote, type Report, sortFaults } from './fault.ts';
import { isGiven, readForm, type Salvaged } from './form.ts';
import type { History, HistoryEvent } from './history.ts';
import { ACTIONS, DETAILS, type EventForm, historyForm } from './history-form.ts';
import { suggest } from './nearest-word.ts';
import { reportUnknownPost } from './resolve-people.ts';
import type { Indicator, Plan } from './types.ts';
import { readYaml } from './yaml-source.ts';

export type HistoryReading = { readonly history: History } | { readonly faults: readonly Fault[] };

/**
 * Reads a history file against its plan: the events in the order in which they were recorded, or all faults at once in
 * the order of the file. Never throws for what a person wrote.
 */
export function readHistory(text: string, file: string, plan: Plan): HistoryReading {
  const source = readYaml(text, file);
  const { form, faults } = readForm(historyForm, source);
  const report: Report = (path, message) => faults.push(source.fault(path, message));
  if (form?.plan !== undefined && form.plan !== plan.id) {
    report(['plan'], `"${form.plan}" is another plan than "${plan.id}": correct the id, or read it with its own plan`);
  }
  const indicators = new Map(plan.activities.flatMap((activity) => activity.indicators).map((one) => [one.code, one]));
  const events = (form?.events ?? []).map((event, i) => resolveEvent(event, indicators, plan, ['events', i], report));
  if (faults.length > 0 || form === undefined) return { faults: sortFaults(faults) };
  const inOrder = (events as HistoryEvent[]).sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
  return { history: { plan: plan.id, source: form.source as string, events: inOrder } };
}

function resolveEvent(
  form: Salvaged<EventForm>,
  indicators: ReadonlyMap<string, Indicator>,
  plan: Plan,
  path: Path,
  report: Report,
): HistoryEvent | null {
  if (form === undefined) return null;
  reportUnknownPost(
    form.by,
    plan.posts.map((post) => post.id),
    [...path, 'by'],
    report,
  );
  reportDay(form, plan, path, report);
  const at = resolveRecording(form, path, report);
  const indicator = form.indicator === undefined ? undefined : indicators.get(form.indicator);
  if (form.indicator !== undefined && indicator === undefined) {
    const message = `the plan has no indicator ${form.indicator}: ${suggest(form.indicator, [...indicators.keys()])}`;
    report([...path, 'indicator'], message);
  }
  reportDetails(form, indicator, path, report);
  const action = actionOf(form);
  return { indicator: form.indicator as string, on: form.on as LocalDate, at, by: form.by as string, action };
}

/** Work is done within the year; only to reopen what has closed may come later. */
function reportDay(form: NonNullable<Salvaged<EventForm>>, plan: Plan, path: Path, report: Report): void {
  if (form.on === undefined || (plan.opens <= form.on && (form.on <= plan.closes || form.do === 'reopen'))) return;
  report(
    [...path, 'on'],
    `${form.on} is outside the fiscal year ${plan.fiscalYear}: write a day from ${plan.opens} to ${plan.closes}`,
  );
}

/** When an event was recorded: a time of its own day, a later day at noon, or both; noon of the day where unsaid. */
function resolveRecording(form: NonNullable<Salvaged<EventForm>>, path: Path, report: Report): string {
  const on = form.on ?? '';
  if (form.at === undefined) return `${on}T12:00:00`;
  const match = /^(?<day>.*?)(?:(?:^|[T\s]+)(?<hour>\d{1,2}):(?<minute>\d{2})(?::(?<second>\d{2}))?)?$/u.exec(
    toLatinDigits(form.at),
  );
  const { day = '', hour = '12', minute = '00', second = '00' } = match?.groups ?? {};
  const date = day === '' ? on : parseHumanDate(day);
  if (date === null || Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) {
    report(
      [...path, 'at'],
      `${quote(form.at)} is not understood: write a time such as "14:30", a date, or a date and a time`,
    );
    return '';
  }
  if (date < on) {
    report([...path, 'at'], `${date} lies before ${on}, the day it happened: correct one of the two`);
  }
  return `${date}T${hour.padStart(2, '0')}:${minute}:${second}`;
}

function reportDetails(
  form: NonNullable<Salvaged<EventForm>>,
  indicator: Indicator | undefined,
  path: Path,
  report: Report,
): void {
  if (form.do === undefined) return;
  const { needs, allows, kinds } = ACTIONS[form.do];
  for (const detail of DETAILS) {
    const given = isGiven(form, detail);
    if (!given && needs.includes(detail)) report([...path, detail], `is missing: ${form.do} needs it`);
    if (given && !needs.includes(detail) && !allows.includes(detail)) {
      report([...path, detail], `does not belong to ${form.do}: leave it out`);
    }
  }
  if (indicator === undefined) return;
  if (kinds !== undefined && !kinds.includes(indicator.kind)) {
    report(
      [...path, 'do'],
      `${form.do} is for the kind ${kinds.join(' or ')}, and ${indicator.code} is ${indicator.kind}: write another action`,
    );
  }
  reportUnknownPart('step', form.step, indicator.steps, indicator, path, report);
  reportUnknownPart('occurrence', form.occurrence, indicator.occurrences, indicator, path, report);
}

function reportUnknownPart(
  part: 'step' | 'occurrence',
  id: string | undefined,
  known: readonly { readonly id: string }[],
  indicator: Indicator,
  path: Path,
  report: Report,
): void {
  const ids = known.map((each) => each.id);
  if (id === undefined || ids.includes(id) || ids.length === 0) return;
  report([...path, part], `${indicator.code} has no ${part} "${id}": ${suggest(id, ids)}`);
}

function actionOf(form: NonNullable<Salvaged<EventForm>>): PersonAction {
  const evidence = (form.evidence ?? []).map(
    (paper): Evidence => ({ reference: paper?.reference as string, date: paper?.date ?? null }),
  );
  const note = form.note ?? null;
  const type = form.do as PersonAction['type'];
  switch (type) {
    case 'completeStep':
      return { type, step: form.step as string, evidence, note };
    case 'complete':
      return { type, evidence, note };
    case 'recordNumber':
      return { type, number: form.number as number, evidence, note };
    case 'recordReading':
      return { type, value: form.value as number, evidence, note };
    case 'holdOccurrence':
      return { type, occurrence: form.occurrence ?? null, evidence, note };
    case 'resume':
      return { type, reason: form.reason ?? null };
    default:
      return { type, reason: form.reason as string };
  }
}
