import { userInfo } from 'node:os';
import type { App } from '../../app.ts';
import { localDate, toIsoWithOffset } from '../../calendar/local-time.ts';
import type { LocalDate } from '../../calendar/types.ts';
import { listAttempts } from '../../db/queries/attempts.ts';
import { countStatuses } from '../../db/queries/count-statuses.ts';
import { findMessage, listMessages } from '../../db/queries/messages.ts';
import { planFaces } from '../../db/queries/plan-faces.ts';
import { findPlan, listPlans } from '../../db/queries/plans.ts';
import { DefinitionCache } from '../../engine/definition-cache.ts';
import { readPlanStatus } from '../../engine/plan-status.ts';
import { holdersOf } from '../../notices/recipients.ts';
import { calendarWarnings } from '../../plan/calendar-warnings.ts';
import { configNames } from '../../plan/config-folder.ts';
import { suggest } from '../../plan/nearest-word.ts';
import { planDifference } from '../../plan/plan-difference.ts';
import type { Plan } from '../../plan/types.ts';
import { letterJson } from '../../reading/letter-json.ts';
import { planReport } from '../../reading/plan-report.ts';
import { bytesOf } from '../../report/render/report-file.ts';
import { CommandFailed, type NamedFile } from '../context.ts';
import { indicatorsOf, unknownPlan } from '../find-plan.ts';
import { calendarOf, examinePlan, readSoundCalendarFile, readSoundPlan } from '../office-files.ts';
import { notAsAsked } from '../report/record-source.ts';
import type { CheckedFile, Office } from './office.ts';

/** The office whose data this process has open. */
export function localOffice({ database: { db }, engine, clock, settings }: App): Office {
  const { configDir } = settings;
  // Few: a command reads each plan once, and of a thousand plans none is to be kept.
  const definitions = new DefinitionCache(1_000);
  return {
    faces: () => planFaces(db),
    counts: () => countStatuses(db),
    plans: async () =>
      (await listPlans(db)).map(({ id, version, appliedAt, body }) => ({
        id,
        office: body.office,
        fiscalYear: body.fiscalYear,
        zone: body.zone,
        version,
        indicators: indicatorsOf(body).length,
        appliedAt,
      })),
    plan: (id) => findPlan(db, id),
    status: (planId) => readPlanStatus(db, planId, clock.now()),
    record: async ({ plan, code, action, on, by }) => {
      const actor = actorOf(plan, by, localDate(clock.now(), plan.zone));
      const report = { planId: plan.id, zone: plan.zone, code, action, by: actor, on };
      return (await engine.record(report)).refusal;
    },
    difference: async (file) => {
      const plan = readSoundPlan(configDir, file);
      const stored = await findPlan(db, plan.id);
      return {
        plan: plan.id,
        version: stored?.version ?? null,
        changes: planDifference(stored?.body ?? null, plan),
      };
    },
    apply: async (file) => {
      const plan = readSoundPlan(configDir, file);
      const calendar = calendarOf(configDir, plan);
      const applied = await engine.apply({ plan, calendar, source: file.path, by: operator() });
      const { before, version, isChanged, added, redefined, withdrawn } = applied;
      const changes = isChanged ? planDifference(before, plan) : [];
      return { plan: plan.id, version, isNew: before === null, isChanged, added, redefined, withdrawn, changes };
    },
    letters: async ({ planId, status, limit }) => {
      const letters = await listMessages(db, { planId, status, limit });
      const zones = new Map((await planFaces(db)).map(({ id, zone }) => [id, zone]));
      return letters.map((letter) => letterJson(letter, zones.get(letter.planId) ?? 'UTC'));
    },
    letter: async (id) => {
      const letter = await findMessage(db, id);
      if (letter === null) return null;
      const [face] = await planFaces(db, [letter.planId]);
      const zone = face?.zone ?? 'UTC';
      const attempts = (await listAttempts(db, id)).map((one) => ({ ...one, at: toIsoWithOffset(one.at, zone) }));
      const { text, html, ics } = letter;
      return { letter: letterJson(letter, zone), text, html, ics, attempts };
    },
    retry: (ids) => engine.sendAgain(ids),
    cancel: (ids) => engine.cancelMail(ids),
    report: async (planId, terms, format) => {
      const stored = await findPlan(db, planId);
      if (!stored) return null;
      const made = await planReport(db, stored, terms, clock.now(), definitions);
      if ('faults' in made) throw notAsAsked(made.faults);
      return bytesOf(format, made.report.facts, made.report.paper);
    },
    unknownPlan: (id) => unknownPlan(db, id, configDir),
  };
}

/** Checks a file against the folder's policies and calendars, without opening any data. */
export function checkLocally(configDir: string, file: NamedFile): CheckedFile {
  const reading = examinePlan(configDir, file);
  if ('faults' in reading) return { file: file.path, plan: null, faults: reading.faults, warnings: [] };
  const { plan } = reading;
  const warnings = configNames(configDir, 'calendars').includes(plan.calendar)
    ? calendarWarnings(plan, readSoundCalendarFile(configDir, plan.calendar))
    : [];
  return { file: file.path, plan: { id: plan.id, indicators: indicatorsOf(plan).length }, faults: [], warnings };
}

function actorOf(plan: Plan, post: string, today: LocalDate) {
  const posts = plan.posts.map(({ id }) => id);
  if (!posts.includes(post))
    throw new CommandFailed(`--by: the plan ${plan.id} has no post "${post}": ${suggest(post, posts)}`);
  const [holder, ...others] = holdersOf(plan, post, today);
  return { post, person: holder && others.length === 0 ? holder.id : null };
}

/** Who is at the terminal, as the system knows the person. */
function operator(): string {
  try {
    return userInfo().username;
  } catch {
    // In a container, a process may belong to a number without a name.
    return 'command line';
  }
}
