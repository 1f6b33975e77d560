import { indicatorMachine, leadingUp, located, whileActive } from './indicator-machine.ts';
import { indicatorSetup } from './setup.ts';

/** A number of times within the year, whenever they are: training, workshops. */
export const count = indicatorMachine(
  'count',
  indicatorSetup.createStateConfig({
    initial: 'locating',
    on: {
      ...whileActive,
      ...leadingUp,
      recordNumber: [
        { guard: 'reachesNumber', target: '#achieved', actions: ['recordNumber', 'recordAchievement'] },
        // A correction may take everything back.
        { guard: 'isAccepted', target: '.locating', actions: 'recordNumber' },
      ],
    },
    states: { ...located, inProgress: {} },
  }),
);
