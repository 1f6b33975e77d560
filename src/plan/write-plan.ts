import { isMap, isScalar, isSeq, parseDocument, stringify } from 'yaml';
import { dayInFiscalYear, type FiscalYear, parseFiscalYear } from '../calendar/fiscal-year.ts';
import { type MonthDay, parseMonthDay } from '../calendar/parse-date.ts';
import type { Bilingual, LocalDate } from '../calendar/types.ts';

export interface NewPlan {
  /** Lower-case letters, digits and hyphens; the first part of the plan's id, and the host of its sample addresses. */
  readonly officeId: string;
  readonly officeName: Bilingual;
  /** As in `2026-27`, in any spelling that a fiscal year is read in. */
  readonly fiscalYear: string;
}

/** A template from which no plan can be written, an office id that is none, or a year that is none. */
export class PlanNotWritten extends Error {
  readonly code = 'PLAN_NOT_WRITTEN';
  constructor(message: string) {
    super(message);
    this.name = 'PlanNotWritten';
  }
}

/** A piece of the template's text that becomes another. */
interface Replacement {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/**
 * Writes the file of a new plan from a template such as `config/templates/egov-innovation.yaml`: the template's own text
 * and comments, its days without a year set into the fiscal year, and a head of its own. 29 February becomes the 28th
 * in a year without one. Throws `PlanNotWritten`; what the template says about the plan is checked by reading the
 * plan.
 */
export function planFromTemplate(templateText: string, { officeId, officeName, fiscalYear }: NewPlan): string {
  const year = parseFiscalYear(fiscalYear);
  if (year === null) {
    throw new PlanNotWritten(`"${fiscalYear}" is no fiscal year: write the year it begins and the next, as in 2026-27`);
  }
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(officeId)) {
    throw new PlanNotWritten(
      `"${officeId}" is no id of an office: write lower-case letters, digits and single hyphens`,
    );
  }
  const document = parseDocument(templateText, { schema: 'failsafe' });
  const [problem] = document.errors;
  if (problem !== undefined) throw new PlanNotWritten(`the template is no readable YAML: ${problem.message}`);
  const root: unknown = document.contents;
  const [template, title] = isMap(root) ? root.items : [];
  if (!isMap(root) || keyOf(template) !== 'template' || keyOf(title) !== 'title') {
    throw new PlanNotWritten('the template must begin with the keys template and title, before all keys of the plan');
  }
  const bodyStart = endOf(title?.value);
  const replacements = [...datesOf(root, year), ...addressesOf(root, officeId)].sort((a, b) => b.start - a.start);
  let text = templateText;
  for (const { start, end, text: by } of replacements) text = text.slice(0, start) + by + text.slice(end);
  const name = { bn: oneLine(officeName.bn), en: oneLine(officeName.en) };
  const head = [
    `# ${titleOf(title?.value)}: ${name.en}, fiscal year ${year.label}.`,
    `# Written from the template ${textOf(template?.value)}. Put in your own posts, people and addresses, then check it:`,
    '#   suchok plan check FILE',
    `id: ${officeId}-${year.label}`,
    'office:',
    `  id: ${officeId}`,
    '  name:',
    `    bn: ${scalarText(name.bn)}`,
    `    en: ${scalarText(name.en)}`,
    `fiscalYear: ${year.label}`,
  ];
  return `${head.join('\n')}\n\n${text.slice(bodyStart).trim()}\n`;
}

/** The days without a year that stand where a plan has days, each as a date of this year. */
function* datesOf(root: unknown, year: FiscalYear): Generator<Replacement> {
  for (const person of itemsOf(root, 'people')) {
    for (const tenure of itemsOf(person, 'holds')) yield* datesAt(tenure, ['from', 'to'], year);
  }
  for (const activity of itemsOf(root, 'activities')) {
    for (const indicator of itemsOf(activity, 'indicators')) {
      yield* datesAt(indicator, ['due'], year);
      for (const key of ['occurrences', 'readings']) {
        for (const each of itemsOf(indicator, key)) yield* datesAt(each, ['from', 'due'], year);
      }
      // The target of the other kinds is a number, and 2.5 percent is not 2 May.
      if (!['milestone', 'report'].includes(textOf(nodeAt(indicator, 'kind')))) continue;
      yield* datesAt(indicator, ['target'], year);
      for (const criterion of itemsOf(indicator, 'criteria')) yield* datesAt(criterion, ['target'], year);
    }
  }
}

function* datesAt(map: unknown, keys: readonly string[], year: FiscalYear): Generator<Replacement> {
  for (const key of keys) {
    const node = nodeAt(map, key);
    const day = isScalar(node) ? parseMonthDay(textOf(node)) : null;
    if (day !== null) yield replace(node, dateIn(year, day));
  }
}

function dateIn(year: FiscalYear, { month, day }: MonthDay): LocalDate {
  return dayInFiscalYear(year, month, day) ?? dayInFiscalYear(year, month, day - 1)!;
}

/** The sample addresses, at the new office's own host. */
function* addressesOf(root: unknown, officeId: string): Generator<Replacement> {
  for (const person of itemsOf(root, 'people')) {
    const node = nodeAt(person, 'email');
    const [local, host] = textOf(node).split('@');
    if (host === 'office.example') yield replace(node, `${local}@${officeId}.example`);
  }
}

function replace(node: unknown, text: string): Replacement {
  const [start, end] = (node as { range: [number, number, number] }).range;
  return { start, end, text };
}

function nodeAt(map: unknown, key: string): unknown {
  return isMap(map) ? map.get(key, true) : undefined;
}

function itemsOf(map: unknown, key: string): readonly unknown[] {
  const list = nodeAt(map, key);
  return isSeq(list) ? list.items : [];
}

function textOf(node: unknown): string {
  return isScalar(node) ? String(node.value) : '';
}

function keyOf(pair: { readonly key: unknown } | undefined): string {
  return textOf(pair?.key);
}

function titleOf(node: unknown): string {
  return textOf(nodeAt(node, 'en')) || textOf(node);
}

function endOf(node: unknown): number {
  return (node as { range?: readonly number[] } | undefined)?.range?.[1] ?? 0;
}

function oneLine(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}

/** A text as a YAML scalar, with quotes where it needs them. */
function scalarText(text: string): string {
  return stringify(text, { lineWidth: 0 }).trim();
}
