import type { Calendars } from '../calendar/calendars.ts';
import type { Calendar } from '../calendar/types.ts';
import { type Applied, KindChanged, PlanMovedOn } from '../engine/apply-plan.ts';
import { type PlanPreview, previewPlan } from '../engine/preview-plan.ts';
import type { Fault } from '../plan/fault.ts';
import type { PlanLibrary } from '../plan/plan-library.ts';
import { readPlan } from '../plan/read-plan.ts';
import type { Plan } from '../plan/types.ts';
import { mayDo, type Verdict, type Viewer } from '../rights/rights.ts';
import type { ActingParts } from './record-as.ts';

/** Through what somebody looks at plan files and applies them. */
export interface PlanParts extends ActingParts {
  readonly calendars: Calendars;
  readonly library: PlanLibrary;
}

/** A plan's file as somebody gives it. */
export interface PlanFile {
  readonly text: string;
  /** The name to report faults under. */
  readonly file: string;
}

/** What is asked before a file is applied, so that nothing else happens than what the person was shown. */
export interface PlanAgreement {
  /** The version that was in force, 0 for none; not asked where left out. */
  readonly seen?: number | undefined;
  /** `shown` of the preview; not asked where left out. */
  readonly shown?: string | undefined;
}

interface Forbidden {
  readonly outcome: 'forbidden';
  readonly verdict: Extract<Verdict, { allowed: false }>;
}

interface Faulty {
  readonly outcome: 'faulty';
  readonly faults: readonly Fault[];
}

export type PlanCheck = Forbidden | Faulty | { readonly outcome: 'sound'; readonly preview: PlanPreview };

/** `stale`: somebody applied the plan meanwhile, or the settings changed; `preview` is how it would be now. */
export type PlanApplication =
  | Forbidden
  | Faulty
  | { readonly outcome: 'stale'; readonly preview: PlanPreview }
  | { readonly outcome: 'kindChanged'; readonly indicators: readonly string[] }
  | { readonly outcome: 'applied'; readonly planId: string; readonly plan: Plan; readonly applied: Applied };

/** Reads a plan's file as the command line does, and finds out what applying it would do; changes nothing. */
export async function checkPlanAs(parts: PlanParts, viewer: Viewer, file: PlanFile): Promise<PlanCheck> {
  const verdict = mayDo(viewer, 'applyPlan', {});
  if (!verdict.allowed) return { outcome: 'forbidden', verdict };
  const reading = read(parts, file);
  if ('faults' in reading) return { outcome: 'faulty', faults: reading.faults };
  return { outcome: 'sound', preview: await previewPlan(parts.db, reading.plan, reading.calendar, parts.clock.now()) };
}

/** Puts a plan's file in force, all of it or nothing, as long as it is what the person has agreed to. */
export async function applyPlanAs(
  parts: PlanParts,
  viewer: Viewer,
  file: PlanFile,
  { seen, shown }: PlanAgreement = {},
): Promise<PlanApplication> {
  const check = await checkPlanAs(parts, viewer, file);
  if (check.outcome !== 'sound') return check;
  const { preview } = check;
  if (preview.otherKind.length > 0) return { outcome: 'kindChanged', indicators: preview.otherKind };
  const isAsShown = shown === undefined || shown === preview.shown;
  if (!isAsShown || (seen !== undefined && seen !== preview.seen)) return { outcome: 'stale', preview };
  const reading = read(parts, file);
  if ('faults' in reading) return { outcome: 'faulty', faults: reading.faults };
  try {
    const by = viewer.address ?? 'administrator';
    const applied = await parts.engine.apply({ ...reading, source: file.text, by, seen: preview.seen });
    return { outcome: 'applied', planId: reading.plan.id, plan: reading.plan, applied };
  } catch (error) {
    if (error instanceof KindChanged) return { outcome: 'kindChanged', indicators: error.indicators };
    if (!(error instanceof PlanMovedOn)) throw error;
    const now = parts.clock.now();
    return { outcome: 'stale', preview: await previewPlan(parts.db, reading.plan, reading.calendar, now) };
  }
}

function read(
  { calendars, library }: PlanParts,
  { text, file }: PlanFile,
): { plan: Plan; calendar: Calendar } | { faults: readonly Fault[] } {
  const { faults, ...surroundings } = library.surroundings();
  if (faults.length > 0) return { faults };
  const reading = readPlan(text, file, surroundings);
  if ('faults' in reading) return reading;
  const calendar = calendars.find(reading.plan.calendar);
  // The reader has looked whether there is one of that name.
  if (!calendar) throw new Error(`There is no calendar ${reading.plan.calendar}.`);
  return 'faults' in calendar ? calendar : { plan: reading.plan, calendar: calendar.calendar };
}
