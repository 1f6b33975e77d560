/** The entries of the main menu, in their order; their words are those of the same names in the wording. */
export type Section = 'myWork' | 'plans' | 'calendar' | 'offices' | 'messages' | 'administration' | 'help';

export const MENU: readonly {
  readonly section: Section;
  readonly path: string;
  readonly forAdministrators?: boolean;
}[] = [
  { section: 'plans', path: '/plans' },
  { section: 'messages', path: '/messages' },
  { section: 'administration', path: '/administration', forAdministrators: true },
];
