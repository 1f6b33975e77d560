import { HELP_PATH } from './paths.ts';

/** The entries of the main menu, in their order; their words are those of the same names in the wording. */
export type Section = 'myWork' | 'plans' | 'calendar' | 'offices' | 'messages' | 'administration' | 'help';

export const MENU: readonly {
  readonly section: Section;
  readonly path: string;
  readonly forAdministrators?: boolean;
  /** For those who have offices to see side by side. */
  readonly forOverseers?: boolean;
}[] = [
  { section: 'myWork', path: '/my-work' },
  { section: 'plans', path: '/plans' },
  { section: 'calendar', path: '/calendar' },
  { section: 'offices', path: '/offices', forOverseers: true },
  { section: 'messages', path: '/messages' },
  { section: 'administration', path: '/administration', forAdministrators: true },
  { section: 'help', path: HELP_PATH },
];
