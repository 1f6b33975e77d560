import type { FiscalYear } from '../calendar/fiscal-year.ts';
import type { LocalDate } from '../calendar/types.ts';
import { type Path, type Report, reportDuplicates } from './fault.ts';
import { isGiven, type Salvaged } from './form.ts';
import type { IndicatorForm } from './plan-form.ts';
import { periodsOf, resolveSchedule, scheduleFor } from './resolve-occurrences.ts';
import { resolveRoles } from './resolve-people.ts';
import { resolveScoring } from './resolve-scoring.ts';
import { reportOutsideYear, resolveCriteria, resolveTarget, UNIT_OF } from './resolve-target.ts';
import type { Indicator, Occurrence, PlanKind, RolePosts, Step } from './types.ts';

/** The stages of a report whose plan states none. */
export const REPORT_STAGES: readonly Step[] = [
  {
    id: 'prepare',
    title: { bn: 'প্রতিবেদন প্রস্তুত', en: 'Report prepared' },
    evidenceRequired: false,
    anyOrder: false,
  },
  { id: 'approve', title: { bn: 'প্রতিবেদন অনুমোদিত', en: 'Report approved' }, evidenceRequired: false, anyOrder: false },
  { id: 'send', title: { bn: 'প্রতিবেদন প্রেরিত', en: 'Report sent' }, evidenceRequired: true, anyOrder: false },
];

/** Keys that only some kinds know, and what they are for. */
const ONLY_FOR: readonly { readonly key: keyof IndicatorForm; readonly kinds: readonly PlanKind[] }[] = [
  { key: 'occurrences', kinds: ['recurring'] },
  { key: 'readings', kinds: ['percentage'] },
  { key: 'measure', kinds: ['percentage'] },
  { key: 'reviews', kinds: ['milestone'] },
];

/** Checks one indicator against its kind, the year and the posts, and fills in the defaults. */
export function resolveIndicator(
  form: Salvaged<IndicatorForm>,
  year: FiscalYear,
  roles: RolePosts,
  posts: readonly string[],
  path: Path,
  report: Report,
): Indicator {
  const kind = form?.kind;
  for (const { key, kinds } of ONLY_FOR) {
    if (kind !== undefined && isGiven(form, key) && !kinds.includes(kind)) {
      report(
        [...path, key],
        `is only for the kind ${kinds.join(' or ')}, and this one is ${kind}: leave it out, or change the kind`,
      );
    }
  }
  if (kind !== undefined && form?.unit !== undefined && form.unit !== UNIT_OF[kind]) {
    report(
      [...path, 'unit'],
      `${form.unit} does not fit the kind ${kind}: write ${UNIT_OF[kind]}, or leave the unit out`,
    );
  }
  // Where the two disagree the kind decides, so that one mistake is told once.
  const unit = kind === undefined ? form?.unit : UNIT_OF[kind];
  const target = unit === undefined ? null : resolveTarget(form?.target, unit, year, [...path, 'target'], report);
  const criteria =
    unit === undefined ? [] : resolveCriteria(form?.criteria, target, unit, year, [...path, 'criteria'], report);
  if (form?.weight !== undefined && form.weight <= 0) {
    report([...path, 'weight'], `${form.weight} is not over 0: write the indicator's share of the total weight`);
  }
  const steps = resolveSteps(form, path, report);
  if (form?.reviews !== undefined && steps.length > 0) {
    report(
      [...path, 'reviews'],
      'is settled by the last acceptance alone: leave the steps of this indicator out, or leave reviews out',
    );
  }
  const occurrences = kind === 'recurring' ? resolveOccurrences(form, target, year, path, report) : [];
  const due = resolveDue(form, target, occurrences, year, path, report);
  const readings = kind === 'percentage' ? resolveReadings(form, due, year, path, report) : [];
  return {
    code: form?.code as string,
    kind: kind as PlanKind,
    title: form?.title as Indicator['title'],
    unit: unit as Indicator['unit'],
    weight: form?.weight ?? null,
    target: target as Indicator['target'],
    due,
    criteria,
    ...resolveScoring(form, unit, path, report),
    ...(form?.reviews === undefined ? {} : { reviews: form.reviews }),
    steps,
    evidenceRequired: form?.evidence === 'required',
    occurrences: kind === 'percentage' ? readings : occurrences,
    measure: kind === 'percentage' ? (form?.measure ?? 'rate') : null,
    posts: resolveRoles(form?.posts, roles, posts, [...path, 'posts'], report),
    guidance: (form?.guidance as Indicator['guidance'] | undefined) ?? null,
  };
}

function resolveSteps(form: Salvaged<IndicatorForm>, path: Path, report: Report): readonly Step[] {
  const steps = form?.steps ?? [];
  reportDuplicates(
    steps.map((step) => step?.id),
    (i) => [...path, 'steps', i, 'id'],
    report,
  );
  if (form?.kind === 'report' && !isGiven(form, 'steps')) return REPORT_STAGES;
  if (form?.kind === 'report' && steps.length !== REPORT_STAGES.length) {
    const message = `a report has three stages and not ${steps.length}: write the steps that prepare, approve and send it, or leave steps out`;
    report([...path, 'steps'], message);
  }
  return steps.map(
    (step): Step => ({
      id: step?.id as string,
      title: step?.title as Step['title'],
      evidenceRequired: step?.evidence === 'required',
      anyOrder: step?.anyOrder ?? false,
    }),
  );
}

function resolveOccurrences(
  form: Salvaged<IndicatorForm>,
  target: LocalDate | number | null,
  year: FiscalYear,
  path: Path,
  report: Report,
): Occurrence[] {
  if (typeof target !== 'number') return resolveSchedule(form?.occurrences, year, [...path, 'occurrences'], report);
  if (!isGiven(form, 'occurrences')) {
    const schedule = scheduleFor(target);
    if (schedule !== null) return periodsOf(schedule, year);
    report([...path, 'occurrences'], `is missing: write a list of the ${target} occurrences, each with id and due`);
    return [];
  }
  const occurrences = resolveSchedule(form?.occurrences, year, [...path, 'occurrences'], report);
  if (form?.occurrences !== undefined && occurrences.length !== target) {
    report(
      [...path, 'target'],
      `${target} is not the number of occurrences, ${occurrences.length}: correct the target or the occurrences`,
    );
  }
  return occurrences;
}

/** The stated day, else the target itself where it is a day, the last occurrence's, or the last of the year. */
function resolveDue(
  form: Salvaged<IndicatorForm>,
  target: LocalDate | number | null,
  occurrences: readonly Occurrence[],
  year: FiscalYear,
  path: Path,
  report: Report,
): LocalDate {
  const last = occurrences.at(-1)?.due;
  const implied = typeof target === 'string' ? target : (last ?? year.closes);
  if (form?.due === undefined) return implied;
  const at = [...path, 'due'];
  reportOutsideYear(form.due, year, at, report);
  if (form.due !== implied && (typeof target === 'string' || last !== undefined)) {
    const what = typeof target === 'string' ? 'the target' : 'the last occurrence';
    report(at, `${form.due} differs from ${what}, ${implied}: leave due out, or correct one of the two`);
  }
  return form.due;
}

/** Readings owed before the end; of a schedule, the one on the due day or after is the target's own. */
function resolveReadings(
  form: Salvaged<IndicatorForm>,
  due: LocalDate,
  year: FiscalYear,
  path: Path,
  report: Report,
): Occurrence[] {
  const readings = resolveSchedule(form?.readings, year, [...path, 'readings'], report);
  if (typeof form?.readings === 'string') return readings.filter((reading) => reading.due < due);
  for (const [i, reading] of readings.entries()) {
    if (reading.due < due) continue;
    const message = `${reading.due} is not before ${due}, when the whole target is due: leave this reading out`;
    report([...path, 'readings', i, 'due'], message);
  }
  return readings;
}
