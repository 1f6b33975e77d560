import type { LocalDate } from '../../calendar/types.ts';
import { formatDate } from '../../i18n/format.ts';
import type { Language } from '../../plan/types.ts';
import type { IndicatorPageFacts } from '../indicator-reading.ts';
import { Icon } from '../parts/status-mark.tsx';
import { wordingIn } from '../wording/wording.ts';

interface Entry {
  readonly title: string;
  readonly doneOn: LocalDate | null;
  readonly remark: string | null;
}

/** The steps, occurrences or readings of an indicator, each with a mark where it is done; nothing where it has none. */
export function Checklist({ facts, language }: { facts: IndicatorPageFacts; language: Language }) {
  const say = wordingIn(language);
  const list = listOf(facts, language);
  if (list.entries.length === 0) return null;
  return (
    <section>
      <h2>{list.heading}</h2>
      <ol class="checklist">
        {list.entries.map(({ title, doneOn, remark }) => (
          <li class={doneOn === null ? 'open' : 'done'}>
            <span class={doneOn === null ? 'mark-notStarted' : 'mark-achieved'}>
              <Icon shape={doneOn === null ? 'ring' : 'tick'} />
            </span>
            <span>
              {title}
              <span class="small">
                {doneOn === null ? say.notDone : say.doneOn(formatDate(doneOn, language))}
                {remark !== null && ` · ${remark}`}
              </span>
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}

function listOf(facts: IndicatorPageFacts, language: Language): { heading: string; entries: readonly Entry[] } {
  const { indicator, state } = facts;
  const say = wordingIn(language);
  const { steps, occurrences, readings } = state.context;
  if (indicator.occurrences.length === 0) {
    const entries = indicator.steps.map(({ id, title, evidenceRequired }) => ({
      title: title[language],
      doneOn: steps.find((done) => done.id === id)?.on ?? null,
      remark: evidenceRequired ? say.needsEvidence : null,
    }));
    return { heading: say.steps, entries };
  }
  const isReading = indicator.kind === 'percentage';
  const entries = indicator.occurrences.map(({ id, title, from, due }) => ({
    title: title[language],
    // A reading taken within the period or later tells how the period went.
    doneOn: isReading
      ? (readings.find(({ on }) => on >= from)?.on ?? null)
      : (occurrences.find((done) => done.id === id)?.on ?? null),
    remark: say.dueOn(formatDate(due, language)),
  }));
  return { heading: isReading ? say.readings : say.occurrences, entries };
}
