import { formatCode, formatDate, formatFiscalYear, formatNumber } from '../i18n/format.ts';
import { words } from '../i18n/words.ts';
import type { Language } from '../plan/types.ts';
import type { EvidencePaper } from './evidence.ts';
import { figuresDate, pointsText, valueText } from './figures.ts';
import { type Block, type Cell, cell, type Paper, type Row, type Table, type Text } from './paper.ts';
import type { ProgressReport, ProgressRow } from './progress-report.ts';
import { progressWords, statusChange } from './progress-words.ts';
import { type Cover, footOf, memoLine, signatureOf } from './report-cover.ts';
import { reportWords } from './report-words.ts';

/** A progress report as a paper: the table of the minutes, what changed, and where things stand in all. Pure. */
export function progressPaper(report: ProgressReport, cover: Cover): Paper {
  const { language } = cover;
  const say = reportWords(language);
  const { source, since, quarter, score } = report;
  const { workStatus } = words(language);
  const counts = Object.entries(report.counts)
    .filter(([, count]) => count > 0)
    .map(([status, count]) =>
      say.counted(formatNumber(count, language), workStatus[status as keyof typeof workStatus]),
    );
  const facts: Block = {
    kind: 'facts',
    rows: [
      { label: say.asOf, value: formatDate(source.on, language) },
      ...(since === null ? [] : [{ label: say.since, value: formatDate(since, language) }]),
      { label: say.summary, value: counts.join(', ') },
      { label: say.score, value: say.scoreOf(pointsText(score.points, language), pointsText(score.total, language)) },
    ],
  };
  return {
    language,
    orientation: since === null ? 'portrait' : 'landscape',
    letterhead: cover.letterhead,
    title: say.progressTitle(formatFiscalYear(report.fiscalYear, language), quarter),
    blocks: [
      memoLine(cover),
      facts,
      progressTable(report.rows, language, since !== null),
      ...(score.ifMet > score.points
        ? [
            {
              kind: 'paragraph',
              text: say.forecast(pointsText(score.points, language), pointsText(score.ifMet, language)),
            } as const,
          ]
        : []),
      ...(score.basis === 'equal' ? [{ kind: 'paragraph', text: say.equalWeights } as const] : []),
      signatureOf(null, language),
    ],
    foot: footOf(source, language),
    day: source.on,
  };
}

function progressTable(rows: readonly ProgressRow[], language: Language, withChanges: boolean): Table {
  const { columns: say } = reportWords(language);
  const columns: Table['columns'] = [
    { head: say.serial, width: withChanges ? 5 : 7, align: 'center' },
    { head: say.indicator, width: withChanges ? 24 : 30 },
    { head: say.target, width: withChanges ? 12 : 17, align: 'center' },
    { head: say.progress, width: withChanges ? 20 : 22 },
    ...(withChanges ? [{ head: say.changes, width: 19 }] : []),
    { head: say.remark, width: withChanges ? 20 : 24 },
  ];
  return {
    kind: 'table',
    columns,
    rows: rows.map(
      (row): Row => ({
        cells: [
          cell(formatNumber(row.number, language)),
          indicatorCell(row, language),
          cell(valueText(row.target, row.unit, language)),
          cell(progressWords(row, language)),
          ...(withChanges ? [cell(...changeLines(row, language))] : []),
          cell(...remarkLines(row, language)),
        ],
      }),
    ),
  };
}

/** `[১.১.১] একটি নতুন উদ্ভাবনী ধারণা বাস্তবায়িত`. */
export function indicatorCell(row: Pick<ProgressRow, 'code' | 'title'>, language: Language): Cell {
  return cell(indicatorName(row, language));
}

export function indicatorName({ code, title }: Pick<ProgressRow, 'code' | 'title'>, language: Language): string {
  return `[${formatCode(code, language)}] ${title[language]}`;
}

function changeLines({ change, unit, status, achievedOn }: ProgressRow, language: Language): Text[] {
  const say = reportWords(language);
  if (change === null) return [say.noChange];
  const { status: moved, achieved, steps } = change;
  return [
    ...(moved === null ? [] : [statusChange(moved.before, moved.after, language)]),
    ...(achieved === null
      ? []
      : [
          say.numberChange(
            valueText(achieved.before ?? 0, unit, language),
            valueText(achieved.after ?? 0, unit, language),
          ),
        ]),
    ...steps.map(({ title, doneOn }) => say.stepDone(title[language], figuresDate(doneOn, language))),
    ...(moved !== null && status === 'achieved' && steps.length === 0 && achievedOn !== null
      ? [say.achievedOn(figuresDate(achievedOn, language))]
      : []),
  ];
}

function remarkLines(row: ProgressRow, language: Language): Text[] {
  const say = reportWords(language);
  const { status, achievedOn, steps, papers, target, finalDue } = row;
  const next = steps.find(({ doneOn }) => doneOn === null);
  const isOpen = status === 'notStarted' || status === 'inProgress';
  return [
    ...(achievedOn === null ? [] : [say.achievedOn(figuresDate(achievedOn, language))]),
    ...(isOpen && next !== undefined ? [say.nextStep(next.title[language])] : []),
    ...(isOpen && typeof target === 'number' ? [say.dueBy(figuresDate(finalDue, language))] : []),
    ...(papers.length === 0 ? [] : [say.papers(papers.map((paper) => paperText(paper, language)).join('; '))]),
  ];
}

/** A paper on record as reports refer to it, with its day where it has one. */
export function paperText({ reference, date }: EvidencePaper, language: Language): string {
  return date === null ? reference : reportWords(language).paperDated(reference, figuresDate(date, language));
}
