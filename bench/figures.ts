/** One thing measured: a value for each round. */
export interface Figure {
  readonly name: string;
  readonly unit: string;
  readonly rounds: readonly number[];
  /** What the same is for something that does less: the ratio round by round says what ours costs on top. */
  readonly beside?: { readonly name: string; readonly rounds: readonly number[] };
  /** The most memory that the process had (RSS), in megabytes. */
  readonly peakMegabytes?: number;
}

export function median(values: readonly number[]): number {
  return percentile(values, 50);
}

/** The value that so many percent of all do not exceed (the nearest rank). */
export function percentile(values: readonly number[], percent: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil((percent / 100) * sorted.length) - 1)] ?? Number.NaN;
}

/** A figure with its medians, as `--json` prints it. */
export function summary({ beside, ...figure }: Figure) {
  const ratios = beside?.rounds.map((other, round) => figure.rounds[round]! / other);
  return {
    ...figure,
    median: rounded(median(figure.rounds)),
    rounds: figure.rounds.map(rounded),
    ...(beside && ratios
      ? {
          beside: { name: beside.name, median: rounded(median(beside.rounds)), rounds: beside.rounds.map(rounded) },
          ratio: rounded(median(ratios)),
          ratios: ratios.map(rounded),
        }
      : {}),
  };
}

/** As a table in Markdown, which reads well in a terminal too. */
export function tableOf(figures: readonly Figure[]): string {
  const head = ['What', 'Median', 'Rounds', 'Beside it', 'Ratio', 'Memory'];
  const rows = figures.map((figure) => {
    const { median: middle, rounds, beside, ratio, unit, peakMegabytes } = summary(figure);
    return [
      figure.name,
      `${shown(middle)} ${unit}`,
      rounds.length > 1 ? rounds.map(shown).join(', ') : '',
      beside ? `${beside.name}: ${shown(beside.median)}` : '',
      ratio === undefined ? '' : ratio.toFixed(2),
      peakMegabytes === undefined ? '' : `${peakMegabytes} MB`,
    ];
  });
  const widths = head.map((title, column) => Math.max(title.length, ...rows.map((row) => row[column]!.length)));
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell, column) => cell.padEnd(widths[column]!)).join(' | ')} |`;
  return [line(head), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line)].join('\n');
}

function shown(value: number): string {
  return value >= 100 ? Math.round(value).toLocaleString('en-US') : String(value);
}

function rounded(value: number): number {
  return value >= 100 ? Math.round(value) : Number(value.toPrecision(3));
}
