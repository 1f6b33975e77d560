import { indicatorMachine, leadingUp, located, whileActive } from './indicator-machine.ts';
import { indicatorSetup } from './setup.ts';

/**
 * Readings against a target. What can only grow (money spent) is achieved by the first reading that reaches it; a rate
 * that may fall again (notes disposed of) is achieved when somebody declares it, or by its last reading at the year's end.
 */
export const percentage = indicatorMachine(
  'percentage',
  indicatorSetup.createStateConfig({
    initial: 'locating',
    on: {
      ...whileActive,
      ...leadingUp,
      recordReading: [
        { guard: 'reachesPercent', target: '#achieved', actions: ['recordReading', 'recordAchievement'] },
        { guard: 'isAccepted', target: '.inProgress', actions: 'recordReading' },
      ],
    },
    states: { ...located, inProgress: {} },
  }),
);
