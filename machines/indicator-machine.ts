import type { IndicatorContext, IndicatorInput } from './context.ts';
import { BY_PARTS, type BY_STEPS, deadlineRegion } from './deadline-region.ts';
import { indicatorSetup } from './setup.ts';

type ActiveState = Parameters<typeof indicatorSetup.createStateConfig>[0];

/**
 * The statechart of one kind of indicator: work and deadline side by side. Only what happens while work is active
 * differs between the kinds; holding, closing, withdrawing and reopening are the same for all.
 */
export function indicatorMachine(
  id: string,
  active: ActiveState,
  settledBy: typeof BY_PARTS | typeof BY_STEPS = BY_PARTS,
) {
  return indicatorSetup.createMachine({
    id,
    type: 'parallel',
    context: ({ input }) => initialContext(input),
    states: {
      work: {
        initial: 'open',
        states: {
          open: {
            initial: 'active',
            after: {
              yearEnd: [
                { guard: 'meetsTarget', target: 'achieved', actions: 'recordYearEnd' },
                { target: 'notAchieved' },
              ],
            },
            on: {
              declareNotAchieved: { guard: 'isAccepted', target: 'notAchieved', actions: 'recordReason' },
              withdraw: { guard: 'isAccepted', target: 'withdrawn', actions: 'recordReason' },
            },
            states: {
              active,
              onHold: { id: 'onHold', on: { resume: { target: 'active', actions: 'recordReason' } } },
            },
          },
          achieved: { id: 'achieved', on: { reopen: reopening } },
          notAchieved: { on: { reopen: reopening } },
          withdrawn: { on: { reopen: reopening } },
        },
      },
      deadline: deadlineRegion(settledBy),
    },
  });
}

/** What every kind can be sent while work is active. */
export const whileActive = {
  suspend: { guard: 'isAccepted', target: '#onHold', actions: 'recordReason' },
  complete: { guard: 'isAccepted', target: '#achieved', actions: 'recordAchievement' },
} as const;

/** Steps that lead up to a target of another kind: letters sent, a trainer found. They begin the work and settle nothing. */
export const leadingUp = {
  completeStep: { guard: 'isAccepted', target: '.inProgress', actions: 'recordStep' },
} as const;

/** Where work stands is read off what has been done, at the start, after a hold and after a reopening. */
export const located = {
  locating: { always: [{ guard: 'hasProgress', target: 'inProgress' }, { target: 'notStarted' }] },
  notStarted: {},
} as const;

const reopening = [{ guard: 'isAccepted', target: 'open', actions: ['takeBackAchievement', 'recordReason'] }] as const;

function initialContext({ definition }: IndicatorInput): IndicatorContext {
  return {
    definition,
    climbedTo: 0,
    generation: 1,
    closesAt: definition.closesAt,
    steps: [],
    occurrences: [],
    numbers: [],
    readings: [],
    achievedOn: null,
    settledBy: null,
    late: false,
    reason: null,
  };
}
