import type { Child } from 'hono/jsx';

/** What a text of the help is shown with. */
export interface HelpShown {
  /** A picture by its name without language, with what it shows for those who cannot see it. */
  readonly picture: (name: string, alt: string) => Child;
  /** Who is told what and when, by the policy of the reader's own plan, or by the standard one. */
  readonly ladder: Child;
}

/** A topic of the help in one language. */
export interface HelpText {
  readonly title: string;
  /** One sentence, in the list of topics and at the head of the page. */
  readonly lead: string;
  readonly content: (shown: HelpShown) => Child;
}
