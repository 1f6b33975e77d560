import { indicatorMachine, whileActive } from './indicator-machine.ts';
import { indicatorSetup } from './setup.ts';

/** What a meeting decided that somebody has to do by a day: open until it is declared done. */
export const action = indicatorMachine(
  'action',
  indicatorSetup.createStateConfig({
    initial: 'notStarted',
    on: whileActive,
    states: { notStarted: {} },
  }),
);
