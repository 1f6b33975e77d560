import { indicatorMachine, located, whileActive } from './indicator-machine.ts';
import { indicatorSetup } from './setup.ts';

/** A date target with steps: an idea piloted, a service simplified or digitised, a visit made. */
export const milestone = indicatorMachine(
  'milestone',
  indicatorSetup.createStateConfig({
    initial: 'locating',
    on: {
      ...whileActive,
      completeStep: [
        { guard: 'completesSteps', target: '#achieved', actions: ['recordStep', 'recordAchievement'] },
        { guard: 'isAccepted', target: '.inProgress', actions: 'recordStep' },
      ],
    },
    states: { ...located, inProgress: {} },
  }),
);
