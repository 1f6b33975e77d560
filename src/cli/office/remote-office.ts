import type { Refusal } from '../../../machines/types.ts';
import type { IndicatorView } from '../../../machines/view.ts';
import type { IndicatorList, PlanApplied, PlanDetail } from '../../client/answers.ts';
import type { SuchokClient } from '../../client/client.ts';
import { ApiProblem } from '../../client/errors.ts';
import type { Fault } from '../../plan/fault.ts';
import { suggest } from '../../plan/nearest-word.ts';
import type { Plan } from '../../plan/types.ts';
import type { StatusRow } from '../../reading/status-json.ts';
import { CommandFailed, type NamedFile } from '../context.ts';
import { findIndicator, NO_PLAN } from '../find-plan.ts';
import { faulty } from '../office-files.ts';
import type { CheckedFile, Office } from './office.ts';

/** An office whose Suchok runs elsewhere, as far as the token's person may look and act. */
export function remoteOffice(client: SuchokClient): Office {
  const planOf = (id: string) => orNull(client.plan(id));
  const office: Office = {
    faces: async () => {
      const faces = (await client.plans()).map(({ office: { name }, ...rest }) => ({ ...rest, office: name }));
      return faces.sort((a, b) =>
        a.fiscalYear === b.fiscalYear ? byText(a.id, b.id) : byText(b.fiscalYear, a.fiscalYear),
      );
    },
    counts: async () => new Map((await client.plans()).map(({ id, statuses }) => [id, statuses])),
    plans: async () => (await client.plans()).map((plan) => ({ ...plan, appliedAt: Date.parse(plan.appliedAt) })),
    plan: async (id) => {
      const detail = await planOf(id);
      return detail && planIn(detail);
    },
    status: async (planId) => {
      const detail = await planOf(planId);
      if (!detail) return null;
      const { body: plan } = planIn(detail);
      const { version, today, items } = await client.indicators(planId);
      return { plan, version, today, rows: items.map((item) => rowOf(plan, item)) };
    },
    record: async ({ plan, code, action, on, by }) => {
      const sent = {
        ...action,
        ...('evidence' in action ? { evidence: action.evidence.map((paper) => ({ ...paper })) } : {}),
      };
      try {
        await client.record(plan.id, code, { action: sent as never, by, ...(on === undefined ? {} : { on }) });
        return null;
      } catch (error) {
        const { code: problem, refusal } = error instanceof ApiProblem ? error.problem : {};
        if (problem === 'refused' && refusal) return refusal as Refusal;
        throw error;
      }
    },
    difference: async (file) => {
      const { plan, isNew, version, changes } = await sendFile(client, file, true);
      return { plan, version: isNew ? null : version, changes };
    },
    apply: (file) => sendFile(client, file, false),
    letters: ({ planId, status, limit }) =>
      client.messages({ limit, ...(planId === undefined ? {} : { plan: planId }), ...(status ? { status } : {}) }),
    letter: async (id) => {
      const found = await orNull(client.message(id));
      if (!found) return null;
      const { text, html, ics, attemptLog, ...letter } = found;
      return { letter, text, html, ics, attempts: attemptLog };
    },
    retry: (ids) => eachOf(ids, (id) => client.retryMessage(id)),
    cancel: (ids) => eachOf(ids, (id) => client.cancelMessage(id)),
    report: async (planId, terms, format) => {
      try {
        return await client.report(planId, terms, format);
      } catch (error) {
        const { code, errors = [] } = error instanceof ApiProblem ? error.problem : {};
        if (code === 'notFound') return null;
        if (code !== 'invalidRequest') throw error;
        throw new CommandFailed(errors.map(({ parameter, detail }) => `--${parameter}: ${detail}`).join('\n'));
      }
    },
    unknownPlan: async (id) => {
      const known = (await office.faces()).map((face) => face.id);
      return new CommandFailed(
        known.length === 0 ? NO_PLAN : `There is no plan "${id}" in force that you may see: ${suggest(id, known)}`,
      );
    },
  };
  return office;
}

/** Checks a file against the server's policies and calendars. */
export async function checkRemotely(client: SuchokClient, file: NamedFile): Promise<CheckedFile> {
  try {
    const { plan, indicators, warnings } = await client.applyPlan(file.text, { file: file.path, dryRun: true });
    return { file: file.path, plan: { id: plan, indicators }, faults: [], warnings };
  } catch (error) {
    const faults = faultsIn(error, file);
    if (!faults) throw error;
    return { file: file.path, plan: null, faults, warnings: [] };
  }
}

async function sendFile(client: SuchokClient, file: NamedFile, dryRun: boolean): Promise<PlanApplied> {
  try {
    return await client.applyPlan(file.text, { file: file.path, dryRun });
  } catch (error) {
    const faults = faultsIn(error, file);
    throw faults ? faulty(file.path, faults) : error;
  }
}

function faultsIn(error: unknown, { path }: NamedFile): Fault[] | null {
  if (!(error instanceof ApiProblem) || error.problem.code !== 'planFaulty') return null;
  return (error.problem.errors ?? []).map(({ file = path, line = 1, column = 1, field = 'file', detail }) => ({
    file,
    line,
    column,
    field,
    message: detail,
  }));
}

function planIn({ version, appliedAt: _, ...body }: PlanDetail): { version: number; body: Plan } {
  return { version, body };
}

/** What the server tells of an indicator, as the tables here take it. */
function rowOf(plan: Plan, item: IndicatorList['items'][number]): StatusRow {
  const { code, title: _t, kind: _k, weight: _w, next, fault, daysLeft, ...view } = item;
  return {
    indicator: findIndicator(plan, code),
    view: view satisfies IndicatorView,
    daysLeft,
    fault,
    next: next && {
      at: Date.parse(next.at),
      rung: next.rung as NonNullable<StatusRow['next']>['rung'],
      notice: next.kind,
      checkpoint: next.checkpoint,
      to: next.to.flatMap(({ post, person }) => {
        const found = plan.people.find(({ id }) => id === person);
        return found ? [{ post, person: found } as NonNullable<StatusRow['next']>['to'][number]] : [];
      }),
    },
  };
}

async function orNull<Answer>(asked: Promise<Answer>): Promise<Answer | null> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof ApiProblem && error.problem.code === 'notFound') return null;
    throw error;
  }
}

/** Those of the letters with which it could be done. */
async function eachOf(ids: readonly number[], act: (id: number) => Promise<unknown>): Promise<number[]> {
  const done: number[] = [];
  for (const id of ids) {
    try {
      await act(id);
      done.push(id);
    } catch (error) {
      if (!(error instanceof ApiProblem && ['conflict', 'notFound'].includes(error.problem.code))) throw error;
    }
  }
  return done;
}

function byText(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
