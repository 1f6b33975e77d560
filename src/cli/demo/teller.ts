import type { IndicatorState } from '../../../machines/state.ts';
import { localDate } from '../../calendar/local-time.ts';
import type { LocalDate } from '../../calendar/types.ts';
import type { IndicatorChange } from '../../db/indicator-rows.ts';
import type { StoredMessage } from '../../db/queries/messages.ts';
import { formatDateLong } from '../../i18n/format.ts';
import type { Indicator, Language, Plan } from '../../plan/types.ts';
import { type StoryLine, tellPassage } from '../../simulate/story.ts';
import { storyWords } from '../../simulate/story-words.ts';
import type { Paint } from '../colour.ts';
import { postTitle } from '../status-table.ts';
import { drawLine } from '../story-line.ts';

export interface Listener {
  readonly plan: Plan;
  readonly language: Language;
  readonly paint: Paint;
  readonly write: (text: string) => void;
}

/** Tells what happens as it happens: each transition once it is committed, each letter once it is sent. */
export class Teller {
  readonly #listener: Listener;
  readonly #standing = new Map<number, { indicator: Indicator; state: IndicatorState }>();
  #letters: StoredMessage[] = [];
  #date: LocalDate = '';
  /** How many were told of. */
  letters = 0;

  constructor(listener: Listener) {
    this.#listener = listener;
  }

  /** An indicator from whose state on changes are told. */
  know(id: number, indicator: Indicator, state: IndicatorState): void {
    this.#standing.set(id, { indicator, state });
  }

  tellChanges(changes: readonly IndicatorChange[]): void {
    const { plan, language } = this.#listener;
    for (const change of changes) {
      const known = this.#standing.get(change.id);
      if (!known) continue;
      const { indicator, state: before } = known;
      this.#standing.set(change.id, { indicator, state: change.state });
      const entries = change.log.map(({ entry }) => entry);
      const at = change.log.at(-1)!.at;
      for (const line of tellPassage(plan, { indicator, before, entries, after: change.state }, at, language))
        this.tell(line);
    }
  }

  /** A letter went out; it is told with the others of its moment. */
  note(letter: StoredMessage): void {
    this.#letters.push(letter);
  }

  /** Tells of the letters noted so far; those that read alike as one. */
  tellLetters(): void {
    const { plan, language } = this.#listener;
    const alike = new Map<string, StoredMessage[]>();
    for (const letter of this.#letters.sort((a, b) => a.id - b.id))
      alike.set(letter.subject, [...(alike.get(letter.subject) ?? []), letter]);
    this.letters += this.#letters.length;
    this.#letters = [];
    for (const [subject, letters] of alike) {
      const [first] = letters;
      const names = letters.map(({ post }) => postTitle(plan, post, language) ?? post).sort();
      const kind = first!.class === 'escalation' ? 'escalation' : 'letter';
      this.tell({ at: first!.forInstant, kind, text: `${storyWords(language).letterTo(names)}: ${subject}` });
    }
  }

  tell(line: StoryLine): void {
    const { plan, language, paint, write } = this.#listener;
    const date = localDate(line.at, plan.zone);
    if (date !== this.#date) write(`\n${paint('bold', formatDateLong(date, language))}\n`);
    this.#date = date;
    write(`${drawLine(line, plan.zone, language, paint)}\n`);
  }
}
