import { indicatorMachine, whileActive } from './indicator-machine.ts';
import { indicatorSetup } from './setup.ts';

/** A self-assessment: prepared, approved by the head, sent to the superior authority; sending it achieves it. */
export const report = indicatorMachine(
  'report',
  indicatorSetup.createStateConfig({
    initial: 'locating',
    on: whileActive,
    states: {
      locating: {
        always: [
          { guard: 'isApproved', target: 'approved' },
          { guard: 'isPrepared', target: 'prepared' },
          { target: 'notStarted' },
        ],
      },
      notStarted: { on: { completeStep: { guard: 'isAccepted', target: 'prepared', actions: 'recordStep' } } },
      prepared: { on: { completeStep: { guard: 'isAccepted', target: 'approved', actions: 'recordStep' } } },
      approved: {
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
);
