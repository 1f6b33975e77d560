/** So many views of one thing are kept: its languages, and the filters and orders that people use. */
const VIEWS = 24;

/**
 * The main parts of pages, kept with what they show: they go when that goes, and so can never tell of something that
 * has changed. Pure rendering is what they save.
 */
export class KeptPages {
  readonly #of = new WeakMap<object, Map<string, string>>();

  /** The part for a view of `shown`: as it was drawn before, or drawn now. */
  draw(shown: object, view: string, render: () => string): string {
    const views = this.#of.get(shown) ?? new Map<string, string>();
    this.#of.set(shown, views);
    const known = views.get(view);
    if (known !== undefined) return known;
    const drawn = render();
    if (views.size >= VIEWS) views.delete(views.keys().next().value!);
    views.set(view, drawn);
    return drawn;
  }
}
