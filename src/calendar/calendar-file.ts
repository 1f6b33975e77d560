import { isCollection, isMap, isScalar, LineCounter, parseDocument, visit } from 'yaml';
import { z } from 'zod';
import { isLocalDate, weekday } from './local-time.ts';

const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;

const date = z.string({ error: 'is not a date; write it as YYYY-MM-DD' }).refine(isLocalDate, {
  error: (issue) => `'${issue.input}' is not a date; write a real day as YYYY-MM-DD`,
});
const text = z.string({ error: 'is missing or not a text; write one' }).trim().min(1, 'is empty; write a text');
const bilingual = z.strictObject({ bn: text, en: text });

/** One day or several that share a name, as a list. */
const dates = z
  .union([z.array(date).min(1, 'is empty; list the dates, or delete the entry'), date.transform((day) => [day])], {
    error: 'is not a date or a list of dates; write real days as YYYY-MM-DD',
  })
  .readonly();

const holiday = z.strictObject({
  dates,
  name: bilingual,
  kind: z.enum(['general', 'executive'], { error: "is no kind of holiday; write 'general' or 'executive'" }),
  /** True while the date waits for the moon or the gazette. */
  provisional: z.boolean({ error: 'is neither true nor false' }).default(false),
});

const workingDay = z.strictObject({ dates, reason: bilingual });

const period = z
  .strictObject({
    from: date,
    to: date,
    /** The list's ministry, date and gazette; or that none was published yet. */
    source: text,
    holidays: z.array(holiday).default([]),
    workingDays: z.array(workingDay).default([]),
  })
  .refine((each) => each.from <= each.to, { path: ['to'], error: 'lies before from; swap the two' });

const calendarFile = z
  .strictObject({
    id: z.string().regex(/^[a-z0-9-]+$/, 'is no id; write lower-case letters, digits and hyphens'),
    name: bilingual,
    weekend: z
      .array(z.enum(WEEKDAYS, { error: `is no weekday; write one of ${WEEKDAYS.join(', ')}` }))
      .max(6, 'leaves no working day; list six days at most')
      .transform((days) => days.map((day) => WEEKDAYS.indexOf(day) + 1)),
    periods: z.array(period).min(1, 'is empty; list at least one period with its holidays'),
  })
  .superRefine((file, context) => {
    for (const fault of crossFaults(file))
      context.addIssue({ code: 'custom', path: fault.path, message: fault.message });
  });

/** A calendar file as checked: weekend as ISO weekdays, every date real and inside its period. */
export type CalendarFile = z.output<typeof calendarFile>;

/** One thing wrong with a file; lines and columns count from 1. */
export interface CalendarFault {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** The path of the field, as in `periods[2].holidays[0].dates`. */
  readonly field: string;
  /** What is wrong, and what to do. */
  readonly message: string;
}

export type CalendarFileResult =
  | { readonly ok: true; readonly file: CalendarFile }
  | { readonly ok: false; readonly faults: readonly CalendarFault[] };

/** Reads a calendar file's YAML text. Bad input is not thrown: all of its faults come back at once, in order of lines. */
export function parseCalendarFile(source: string, fileName: string): CalendarFileResult {
  const lineCounter = new LineCounter();
  const document = parseDocument(source, { lineCounter, prettyErrors: false });
  const fault = (offset: number, field: string, message: string): CalendarFault => {
    const { line, col } = lineCounter.linePos(offset);
    return { file: fileName, line, column: col, field, message };
  };
  const unreadable = document.errors.map((error) =>
    fault(error.pos[0], '', `is not YAML: ${error.message.split('\n')[0]}; correct it`),
  );
  visit(document, {
    Alias(_, alias) {
      if (alias.resolve(document) !== undefined) return;
      unreadable.push(
        fault(startOf(alias) ?? 0, '', `has no anchor '&${alias.source}' before '*${alias.source}'; add it`),
      );
    },
  });
  if (unreadable.length > 0) return { ok: false, faults: unreadable };
  const result = calendarFile.safeParse(document.toJS());
  if (result.success) return { ok: true, file: result.data };
  const faults = result.error.issues.flatMap((issue) => {
    const path = issue.path.filter((key) => typeof key !== 'symbol');
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map((key) => {
        const at = [...path, key];
        return fault(
          offsetOf(document.contents, at, 'key'),
          fieldText(at),
          'is not a field here; check its spelling or delete it',
        );
      });
    }
    return [fault(offsetOf(document.contents, path), fieldText(path), messageOf(issue))];
  });
  return { ok: false, faults: faults.sort((a, b) => a.line - b.line || a.column - b.column) };
}

/** `file:line:column field: what is wrong, and what to do`. */
export function formatCalendarFault(fault: CalendarFault): string {
  const field = fault.field === '' ? 'file' : fault.field;
  return `${fault.file}:${fault.line}:${fault.column} ${field}: ${fault.message}`;
}

function fieldText(path: readonly PropertyKey[]): string {
  return path.reduce<string>((text, key) => {
    if (typeof key === 'number') return `${text}[${key}]`;
    return text === '' ? String(key) : `${text}.${String(key)}`;
  }, '');
}

/** Where a field's value or name stands; where the field is absent, the nearest thing around it. */
function offsetOf(contents: unknown, path: readonly PropertyKey[], part: 'value' | 'key' = 'value'): number {
  let node = contents;
  let offset = startOf(node) ?? 0;
  for (const [depth, key] of path.entries()) {
    if (isMap(node) && depth === path.length - 1) {
      const pair = node.items.find((item) => isScalar(item.key) && item.key.value === key);
      return startOf(pair?.[part]) ?? startOf(pair?.key) ?? offset;
    }
    node = isCollection(node) ? node.get(key, true) : undefined;
    offset = startOf(node) ?? offset;
  }
  return offset;
}

function startOf(node: unknown): number | undefined {
  return typeof node === 'object' && node !== null && 'range' in node
    ? (node as { range?: readonly number[] | null }).range?.[0]
    : undefined;
}

function messageOf(issue: z.core.$ZodIssue): string {
  if (issue.code === 'invalid_type' && issue.message.startsWith('Invalid input')) {
    return `is missing or not ${issue.expected === 'object' ? 'a group of fields' : `a ${issue.expected}`}; write one`;
  }
  return issue.message;
}

interface CrossFault {
  readonly path: (string | number)[];
  readonly message: string;
}

/** What no single field shows: dates outside their period, periods that overlap, and days both on and off. */
function* crossFaults(file: z.output<typeof calendarFile>): Generator<CrossFault> {
  const holidays = new Set(file.periods.flatMap((each) => each.holidays.flatMap((entry) => entry.dates)));
  for (const [index, each] of file.periods.entries()) {
    const other = file.periods.findIndex((one, at) => at < index && one.from <= each.to && each.from <= one.to);
    if (other !== -1) {
      yield {
        path: ['periods', index, 'from'],
        message: `overlaps periods[${other}]; let each day stand in one period`,
      };
    }
    const entries = [
      ...each.holidays.map((entry, at) => ({ entry, path: ['periods', index, 'holidays', at, 'dates'] })),
      ...each.workingDays.map((entry, at) => ({ entry, path: ['periods', index, 'workingDays', at, 'dates'] })),
    ];
    for (const { entry, path } of entries) {
      for (const day of entry.dates) {
        if (day < each.from || day > each.to) {
          yield { path, message: `${day} is not from ${each.from} to ${each.to}; move it to its own period` };
        }
      }
    }
    for (const [at, entry] of each.workingDays.entries()) {
      const path = ['periods', index, 'workingDays', at, 'dates'];
      for (const day of entry.dates) {
        if (holidays.has(day)) {
          yield { path, message: `${day} is listed as a holiday too; delete one of the two` };
        } else if (!file.weekend.includes(weekday(day))) {
          yield { path, message: `${day} is a working day without being listed; delete it` };
        }
      }
    }
  }
}
