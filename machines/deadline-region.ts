import { indicatorSetup } from './setup.ts';

/** What the deadline does once work has gone on: it runs again, is met, rests or is closed. */
const followWork = [
  { guard: 'workIsAchieved', target: 'met' },
  { guard: 'workIsOnHold', target: 'paused' },
  { guard: 'workIsClosed', target: 'closed' },
] as const;

/** An occurrence or a reading may settle what the next mark was for; of a meeting, a step. */
const settled = { guard: 'isAccepted', target: 'running', reenter: true } as const;
export const BY_PARTS = { holdOccurrence: settled, recordReading: settled } as const;
export const BY_STEPS = { completeStep: settled } as const;

/** Where the deadline stands, of what is still owed at this instant. */
const byDate = [
  { guard: 'isOverdue', target: 'overdue' },
  { guard: 'isDueToday', target: 'dueToday' },
  { guard: 'isDueSoon', target: 'dueSoon' },
  { target: 'upcoming' },
] as const;

const runAgain = { guard: 'workIsActive', target: 'running' } as const;

/**
 * The deadline, the same for every kind but for what settles a part of it: it runs while work is active, climbing the
 * ladder one mark at a time, and follows the work region by itself. Whatever happens, a firing, a settled occurrence, a
 * resumption or a changed plan, `running` is entered anew and finds its place by the date, which leaves exactly one timer
 * armed: for the next mark that still matters.
 */
export function deadlineRegion(settledBy: typeof BY_PARTS | typeof BY_STEPS) {
  return indicatorSetup.createStateConfig({
    initial: 'running',
    states: {
      running: {
        initial: 'locating',
        always: [...followWork],
        // Straight to its place: of all events this is the one that comes by the thousand.
        after: {
          nextMark: byDate.map((place) => ({ ...place, target: `.${place.target}`, reenter: true, actions: 'climb' })),
        },
        on: {
          ...settledBy,
          redefine: { target: 'running', reenter: true, actions: 'startLadderAnew' },
        },
        states: {
          locating: { always: [...byDate] },
          upcoming: {},
          dueSoon: {},
          dueToday: {},
          overdue: {},
        },
      },
      paused: {
        always: [runAgain, { guard: 'workIsAchieved', target: 'met' }, { guard: 'workIsClosed', target: 'closed' }],
        on: { redefine: { actions: 'startLadderAnew' } },
      },
      met: { always: [runAgain], on: { redefine: { actions: 'startLadderAnew' } } },
      closed: { always: [runAgain], on: { redefine: { actions: 'startLadderAnew' } } },
    },
  });
}
