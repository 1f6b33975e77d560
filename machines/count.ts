import { indicatorMachine, located, whileActive } from './indicator-machine.ts';
import { indicatorSetup } from './setup.ts';

/** A number of times within the year, whenever they are: training, workshops. */
export const count = indicatorMachine(
  'count',
  indicatorSetup.createStateConfig({
    initial: 'locating',
    on: {
      ...whileActive,
      recordNumber: [
        { guard: 'reachesNumber', target: '#achieved', actions: ['recordNumber', 'recordAchievement'] },
        { guard: 'returnsToNone', target: '.notStarted', actions: 'recordNumber' },
        { guard: 'isAccepted', target: '.inProgress', actions: 'recordNumber' },
      ],
    },
    states: { ...located, inProgress: {} },
  }),
);
