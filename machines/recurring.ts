import { indicatorMachine, leadingUp, located, whileActive } from './indicator-machine.ts';
import { indicatorSetup } from './setup.ts';

/** One occurrence a quarter, each with a deadline of its own: review meetings, portal updates. */
export const recurring = indicatorMachine(
  'recurring',
  indicatorSetup.createStateConfig({
    initial: 'locating',
    on: {
      ...whileActive,
      ...leadingUp,
      holdOccurrence: [
        { guard: 'holdsLast', target: '#achieved', actions: ['recordOccurrence', 'recordAchievement'] },
        { guard: 'isAccepted', target: '.inProgress', actions: 'recordOccurrence' },
      ],
    },
    states: { ...located, inProgress: {} },
  }),
);
