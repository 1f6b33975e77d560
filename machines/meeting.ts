import { BY_STEPS } from './deadline-region.ts';
import { indicatorMachine, whileActive } from './indicator-machine.ts';
import { indicatorSetup } from './setup.ts';

const onwards = (target: string) => ({
  completeStep: { guard: 'isAccepted', target, actions: 'recordStep' } as const,
});

/**
 * A meeting: planned, announced, held, its minutes drafted and issued; issuing them achieves it. Its notice and its
 * minutes are owed by days of their own. Postponed it is on hold, cancelled it is withdrawn.
 */
export const meeting = indicatorMachine(
  'meeting',
  indicatorSetup.createStateConfig({
    initial: 'locating',
    on: { suspend: whileActive.suspend },
    states: {
      locating: {
        always: [
          { guard: 'isDrafted', target: 'drafted' },
          { guard: 'isHeld', target: 'held' },
          { guard: 'isAnnounced', target: 'noticeSent' },
          { target: 'notStarted' },
        ],
      },
      notStarted: { on: onwards('noticeSent') },
      noticeSent: { on: onwards('held') },
      held: { on: onwards('drafted') },
      drafted: {
        on: {
          completeStep: {
            guard: 'isAccepted',
            target: '#achieved',
            actions: ['recordStep', 'recordAchievement'],
          },
        },
      },
    },
  }),
  BY_STEPS,
);
