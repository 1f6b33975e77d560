import { formatCode, formatDate, formatFiscalYear } from '../i18n/format.ts';
import { words } from '../i18n/words.ts';
import type { Language } from '../plan/types.ts';
import type { ApaReport } from './apa-report.ts';
import { groupedByActivity } from './by-activity.ts';
import { pointsText, valueText } from './figures.ts';
import { type Cell, cell, numberCell, type Paper, type Row, type Table } from './paper.ts';
import { indicatorCell } from './progress-paper.ts';
import { type Cover, footOf, memoLine, signatureOf } from './report-cover.ts';
import { reportWords } from './report-words.ts';

/** The columns of form 2.2.2, landscape, in the order in which the APA system asks for them. Pure. */
export function apaPaper(report: ApaReport, cover: Cover): Paper {
  const { language } = cover;
  const say = reportWords(language);
  return {
    language,
    orientation: 'landscape',
    letterhead: cover.letterhead,
    title: say.apaTitle(formatFiscalYear(report.fiscalYear, language), report.quarter),
    blocks: [
      memoLine(cover),
      { kind: 'facts', rows: [{ label: say.asOf, value: formatDate(report.source.on, language) }] },
      apaTable(report, language),
      ...(report.basis === 'equal' ? [{ kind: 'paragraph', text: say.equalWeights } as const] : []),
      signatureOf(null, language),
    ],
    foot: footOf(report.source, language),
    day: report.source.on,
  };
}

function apaTable({ rows, totalWeight, quarter }: ApaReport, language: Language): Table {
  const say = reportWords(language);
  const { columns } = say;
  const value = (achieved: string | number | null, unit: 'date' | 'number' | 'percent'): Cell => {
    const text = valueText(achieved, unit, language);
    return typeof achieved === 'number' ? numberCell(text, achieved) : cell(text);
  };
  return {
    kind: 'table',
    columns: [
      { head: columns.activity, width: 17 },
      { head: columns.indicator, width: 23 },
      { head: columns.unit, width: 7, align: 'center' },
      { head: columns.weight, width: 7, align: 'center' },
      { head: columns.target, width: 11, align: 'center' },
      { head: `${columns.inQuarter} (${say.quarter[quarter]})`, width: 11, align: 'center' },
      { head: columns.inYear, width: 11, align: 'center' },
      { head: columns.responsible, width: 13 },
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
            numberCell(pointsText(row.weight, language), row.weight),
            value(row.target, row.unit),
            value(row.inQuarter, row.unit),
            value(row.inYear, row.unit),
            cell(row.responsible?.[language] ?? '–'),
          ],
        }),
      ),
      {
        strong: true,
        cells: [
          cell(say.total),
          cell(''),
          cell(''),
          numberCell(pointsText(totalWeight, language), totalWeight),
          ...[1, 2, 3, 4].map(() => cell('')),
        ],
      },
    ],
  };
}
