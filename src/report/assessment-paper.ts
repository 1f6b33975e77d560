import { formatCode, formatDate, formatFiscalYear, formatNumber, formatPercent } from '../i18n/format.ts';
import { words } from '../i18n/words.ts';
import type { Language } from '../plan/types.ts';
import { groupedByActivity } from './by-activity.ts';
import { pointsText, valueText } from './figures.ts';
import { type Block, cell, numberCell, type Paper, type Row, type Table } from './paper.ts';
import { indicatorCell, paperText } from './progress-paper.ts';
import { type Cover, footOf, memoLine, signatureOf } from './report-cover.ts';
import { reportWords } from './report-words.ts';
import type { AssessedRow, SelfAssessment } from './self-assessment.ts';

/** A self-assessment as a paper, landscape: every score with its arithmetic, every achievement with its papers. Pure. */
export function assessmentPaper(report: SelfAssessment, cover: Cover): Paper {
  const { language } = cover;
  const say = reportWords(language);
  const { source, totals, superiorAuthority, headOfOffice, basis } = report;
  const points = (value: number) => pointsText(value, language);
  const to: Block = {
    kind: 'facts',
    rows: [
      ...(superiorAuthority === null ? [] : [{ label: say.to, value: superiorAuthority[language] }]),
      { label: say.asOf, value: formatDate(source.on, language) },
      { label: say.score, value: say.scoreOf(points(totals.claimed), points(totals.weight)) },
    ],
  };
  const remarks = [
    ...(basis === 'equal' ? [say.equalWeights] : []),
    ...(totals.withdrawn !== null && totals.withdrawn > 0 ? [say.withdrawn(points(totals.withdrawn))] : []),
    say.claimedMeans,
    ...(totals.ifMet > totals.claimed ? [say.forecast(points(totals.claimed), points(totals.ifMet))] : []),
  ];
  return {
    language,
    orientation: 'landscape',
    letterhead: cover.letterhead,
    title: say.assessmentTitle(formatFiscalYear(report.fiscalYear, language), report.period),
    blocks: [
      memoLine(cover),
      to,
      assessmentTable(report, language),
      ...remarks.map((text): Block => ({ kind: 'paragraph', text })),
      signatureOf(null, language, say.prepared),
      signatureOf(headOfOffice?.[language] ?? null, language, say.approved),
    ],
    foot: footOf(source, language),
    day: source.on,
  };
}

function assessmentTable({ rows, totals }: SelfAssessment, language: Language): Table {
  const { columns: say, total } = reportWords(language);
  const number = (value: number) => numberCell(pointsText(value, language), value);
  return {
    kind: 'table',
    columns: [
      { head: say.activity, width: 13 },
      { head: say.indicator, width: 17 },
      { head: say.unit, width: 6, align: 'center' },
      { head: say.weight, width: 6, align: 'center' },
      { head: say.target, width: 11, align: 'center' },
      { head: say.achieved, width: 11, align: 'center' },
      { head: say.percent, width: 7, align: 'center' },
      { head: say.claimed, width: 7, align: 'center' },
      { head: say.evidenced, width: 7, align: 'center' },
      { head: say.evidence, width: 15 },
    ],
    rows: [
      ...groupedByActivity(rows).map(
        ({ row, rowSpan }): Row => ({
          cells: [
            rowSpan === 0
              ? null
              : { ...cell(`[${formatCode(row.activity.code, language)}] ${row.activity.title[language]}`), rowSpan },
            indicatorCell(row, language),
            cell(words(language).unit[row.unit]),
            number(row.weight),
            cell(valueText(row.target, row.unit, language)),
            cell(achievement(row, language)),
            numberCell(formatPercent(row.percent, language), row.percent),
            {
              ...number(row.claimed),
              paragraphs: [pointsText(row.claimed, language), ...arithmetic(row, language)],
            },
            number(row.evidenced),
            cell(...evidence(row, language)),
          ],
        }),
      ),
      {
        strong: true,
        cells: [
          cell(total),
          cell(`${formatNumber(rows.length, language)}`),
          cell(''),
          number(totals.weight),
          cell(''),
          cell(''),
          cell(''),
          number(totals.claimed),
          number(totals.evidenced),
          cell(''),
        ],
      },
    ],
  };
}

function achievement({ achieved, status, unit, reason }: AssessedRow, language: Language): string {
  if (achieved !== null) return valueText(achieved, unit, language);
  const word = words(language).workStatus[status];
  return reason === null || status === 'notStarted' || status === 'inProgress' ? word : `${word}: ${reason}`;
}

/** The sum itself, where it is neither all nor nothing. */
function arithmetic({ weight, percent, claimed }: AssessedRow, language: Language): string[] {
  if (percent === 0 || percent === 100) return [];
  const [of, by, comes] = [
    pointsText(weight, language),
    formatPercent(percent, language),
    pointsText(claimed, language),
  ];
  return [reportWords(language).arithmetic(of, by, comes)];
}

function evidence({ papers, claimed }: AssessedRow, language: Language): string[] {
  if (papers.length > 0) return papers.map((paper) => paperText(paper, language));
  return claimed > 0 ? [reportWords(language).noPapers] : ['–'];
}
