interface OfActivity {
  readonly activity: { readonly code: string };
}

/** Rows of a table whose first column is the activity: the first of each reaches down over the others, which give 0. */
export function groupedByActivity<Row extends OfActivity>(rows: readonly Row[]): { row: Row; rowSpan: number }[] {
  return rows.map((row, i) => {
    const isFirst = rows[i - 1]?.activity.code !== row.activity.code;
    if (!isFirst) return { row, rowSpan: 0 };
    const next = rows.findIndex((other, j) => j > i && other.activity.code !== row.activity.code);
    return { row, rowSpan: (next === -1 ? rows.length : next) - i };
  });
}
