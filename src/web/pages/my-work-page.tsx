import type { Child } from 'hono/jsx';
import { formatCode, formatFiscalYear, formatNumber, formatPercent } from '../../i18n/format.ts';
import type { Language } from '../../plan/types.ts';
import type { Deed, Duty, MyWork } from '../../reading/my-work.ts';
import { Day } from '../parts/time.tsx';
import { indicatorPath, planPath } from '../paths.ts';
import { myWorkWords } from '../wording/my-work-words.ts';
import { wordingIn } from '../wording/wording.ts';
import { AskedList } from './asked-list.tsx';
import { DutyList } from './duty-list.tsx';

export interface MyWorkPageProps {
  readonly work: MyWork;
  /** Whether only what the reader owes as a focal point is shown; null where that would be all or nothing. */
  readonly asFocalPoint: boolean | null;
  /** What waits for an answer of the reader: a section of its own, above what is owed. */
  readonly waiting?: Child;
  readonly language: Language;
}

/** So many things are shown of one stretch of time; more than that is read in the plan. */
const MOST = 30;
const MOST_DONE = 30;

/** What the reader owes, by date, each with the way to the form that settles it. */
export function MyWorkPage({ work, asFocalPoint, waiting, language }: MyWorkPageProps) {
  const common = wordingIn(language);
  const say = myWorkWords(language);
  const duties = asFocalPoint ? work.duties.filter(isFocalPoints) : work.duties;
  const between = (from: number, to: number) => duties.filter(({ daysLeft }) => from <= daysLeft && daysLeft <= to);
  const stretches = [
    { title: say.overdue, due: between(Number.NEGATIVE_INFINITY, -1) },
    { title: say.thisWeek, due: between(0, 7) },
    { title: say.thisMonth, due: between(8, 30) },
    { title: say.later, due: between(31, Number.POSITIVE_INFINITY) },
  ].filter(({ due }) => due.length > 0);
  return (
    <>
      <div class="heading">
        <h1>{common.myWork}</h1>
        {duties.length > 0 && <p class="quiet">{say.lead}</p>}
      </div>
      <AskedList asked={work.asked} language={language} />
      {waiting}
      {asFocalPoint !== null && <PartFilter asFocalPoint={asFocalPoint} language={language} />}
      {duties.length + work.asked.length === 0 && !waiting && <Nothing hasPost={work.hasPost} language={language} />}
      {stretches.map(({ title, due }) => (
        <section class="stretch">
          <h2>
            {title} <span class="quiet">{formatNumber(due.length, language)}</span>
          </h2>
          <DutyList duties={due.slice(0, MOST)} isOnePlan={work.isOnePlan} language={language} />
          {due.length > MOST && (
            <p class="pager">
              <a href={planPath(due[MOST]!.plan.id)}>{say.more(formatNumber(due.length - MOST, language))}</a>
            </p>
          )}
        </section>
      ))}
      {work.done.length > 0 && <Done deeds={work.done.slice(0, MOST_DONE)} language={language} />}
    </>
  );
}

/** Whether one owes something as its focal point. */
export function isFocalPoints({ as }: Duty): boolean {
  return as.some(({ capacity }) => capacity === 'focalPoint');
}

function PartFilter({ asFocalPoint, language }: { asFocalPoint: boolean; language: Language }) {
  const say = myWorkWords(language);
  const current = (isOn: boolean) => (isOn ? { 'aria-current': 'true' as const } : {});
  return (
    <nav class="filter" aria-label={say.as}>
      <a href="/my-work" {...current(!asFocalPoint)}>
        {say.whole}
      </a>
      <a href="/my-work?as=focalPoint" {...current(asFocalPoint)}>
        {say.asFocalPoint}
      </a>
    </nav>
  );
}

function Nothing({ hasPost, language }: { hasPost: boolean; language: Language }) {
  const say = myWorkWords(language);
  return (
    <div class="nothing">
      <p class="nothing-title">{hasPost ? say.nothing : say.noPost}</p>
      <p class="quiet">{hasPost ? say.nothingAdvice : say.noPostAdvice}</p>
      <p>
        <a href="/plans">{say.toPlans}</a>
      </p>
    </div>
  );
}

function Done({ deeds, language }: { deeds: readonly Deed[]; language: Language }) {
  return (
    <section class="deeds">
      <h2>{myWorkWords(language).done}</h2>
      <ul>
        {deeds.map((deed) => (
          <li>
            <Day date={deed.on} language={language} />{' '}
            <a
              href={indicatorPath(deed.plan.id, deed.indicator.code)}
              title={`${deed.plan.office.name[language]}, ${formatFiscalYear(deed.plan.fiscalYear, language)}`}
            >
              {formatCode(deed.indicator.code, language)} {deed.indicator.title[language]}
            </a>
            : {deedText(deed, language)}
          </li>
        ))}
      </ul>
    </section>
  );
}

function deedText({ indicator, what }: Deed, language: Language): string {
  const say = wordingIn(language);
  switch (what.type) {
    case 'step':
      return indicator.steps.find(({ id }) => id === what.id)?.title[language] ?? what.id;
    case 'occurrence':
      return indicator.occurrences.find(({ id }) => id === what.id)?.title[language] ?? what.id;
    case 'number':
      return `${say.acted.recordNumber}, ${formatNumber(what.value, language)}`;
    case 'reading':
      return `${say.acted.recordReading}, ${formatPercent(what.value, language)}`;
    case 'achieved':
      return myWorkWords(language).achieved;
  }
}
