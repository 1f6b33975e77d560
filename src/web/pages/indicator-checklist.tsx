import type { PersonEvent } from '../../../machines/types.ts';
import type { LocalDate } from '../../calendar/types.ts';
import { formatDate, formatNumber } from '../../i18n/format.ts';
import type { Language } from '../../plan/types.ts';
import type { IndicatorPageFacts } from '../indicator-reading.ts';
import { Papers } from '../parts/evidence.tsx';
import { actorTitle } from '../parts/people.ts';
import { Icon } from '../parts/status-mark.tsx';
import { actWords } from '../wording/act-words.ts';
import { wordingIn } from '../wording/wording.ts';

interface Entry {
  readonly title: string;
  readonly doneOn: LocalDate | null;
  readonly remark: string | null;
  /** The act that recorded it. */
  readonly act: PersonEvent | undefined;
}

/** The steps, occurrences or readings of an indicator, each with a mark and its papers where it is done. */
export function Checklist({ facts, language }: { facts: IndicatorPageFacts; language: Language }) {
  const say = wordingIn(language);
  return (
    <>
      {listsOf(facts, language).map(({ heading, entries }) => (
        <section>
          <h2>{heading}</h2>
          <ol class="checklist">
            {entries.map(({ title, doneOn, remark, act }) => (
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
                  {act && <Record act={act} facts={facts} language={language} />}
                </span>
              </li>
            ))}
          </ol>
        </section>
      ))}
    </>
  );
}

/** Who recorded it, and the papers that show it. */
function Record({ act, facts, language }: { act: PersonEvent; facts: IndicatorPageFacts; language: Language }) {
  const { plan, indicator } = facts;
  return (
    <>
      <span class="small">{actWords(language).recordedBy(actorTitle(plan, act.by, language) ?? act.by.post)}</span>
      {'evidence' in act && (
        <Papers evidence={act.evidence} planId={plan.id} code={indicator.code} language={language} />
      )}
    </>
  );
}

function listsOf(facts: IndicatorPageFacts, language: Language) {
  const { indicator } = facts;
  const say = wordingIn(language);
  const isReading = indicator.kind === 'percentage';
  const lists = [
    { heading: isReading ? say.readings : say.occurrences, entries: occurrencesOf(facts, language) },
    { heading: actWords(language).numbers, entries: numbersOf(facts, language) },
    { heading: say.steps, entries: stepsOf(facts, language) },
  ];
  return lists.filter(({ entries }) => entries.length > 0);
}

function stepsOf({ indicator, state, log }: IndicatorPageFacts, language: Language): Entry[] {
  const say = wordingIn(language);
  return indicator.steps.map(({ id, title, evidenceRequired }) => {
    const doneOn = state.context.steps.find((done) => done.id === id)?.on ?? null;
    const remark = doneOn === null && evidenceRequired ? say.needsEvidence : null;
    const isIt = (act: PersonEvent) => act.type === 'completeStep' && act.step === id;
    return { title: title[language], doneOn, remark, act: doneOn === null ? undefined : latest(log, isIt) };
  });
}

function occurrencesOf({ indicator, state, log }: IndicatorPageFacts, language: Language): Entry[] {
  const say = wordingIn(language);
  const { occurrences, readings } = state.context;
  return indicator.occurrences.map(({ id, title, from, due }) => {
    // A reading taken within the period or later tells how the period went.
    const reading = indicator.kind === 'percentage' ? readings.find(({ on }) => on >= from) : undefined;
    const doneOn = reading?.on ?? occurrences.find((done) => done.id === id)?.on ?? null;
    const isIt = (act: PersonEvent) =>
      (act.type === 'holdOccurrence' && act.occurrence === id) ||
      (act.type === 'recordReading' && act.on === reading?.on && act.value === reading.value);
    const remark = say.dueOn(formatDate(due, language));
    return { title: title[language], doneOn, remark, act: doneOn === null ? undefined : latest(log, isIt) };
  });
}

/** Of a count, each number that was recorded and not taken back. */
function numbersOf({ state, log }: IndicatorPageFacts, language: Language): Entry[] {
  return state.context.numbers.map(({ on, number }) => ({
    title: formatNumber(number, language),
    doneOn: on,
    remark: null,
    act: latest(log, (act) => act.type === 'recordNumber' && act.on === on && act.number === number),
  }));
}

/** Whoever did it last did it for good: what was reopened is recorded anew. */
function latest(log: IndicatorPageFacts['log'], isIt: (act: PersonEvent) => boolean): PersonEvent | undefined {
  return log
    .flatMap(({ entry }) => ('by' in entry ? [entry] : []))
    .reverse()
    .find(isIt);
}
