/** The entries of the main menu, in their order; their words are those of the same names in the wording. */
export type Section = 'myWork' | 'plans' | 'calendar' | 'offices' | 'messages' | 'administration' | 'help';

export const MENU: readonly {
  readonly section: Section;
  readonly path: string;
  readonly forAdministrators?: boolean;
}[] = [
  { section: 'myWork', path: '/my-work' },
  { section: 'plans', path: '/plans' },
  { section: 'messages', path: '/messages' },
];
