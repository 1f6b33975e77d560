import { checkedWords } from '../../acting/checked-words.ts';
import { toLatinDigits } from '../../i18n/format.ts';
import type { MeetingBody } from '../../meetings/meeting-body.ts';
import type { Plan } from '../../plan/types.ts';
import type { Typed } from '../parts/fields.tsx';
import type { MeetingFault } from '../wording/meeting-page-words.ts';

/** What is wrong with the fields of a form, by their names. */
export type FieldFaults = Readonly<Record<string, MeetingFault>>;

/** A part of a meeting as its form was read; where there are faults, its body is not to be stored. */
export interface PartReading {
  readonly body: MeetingBody;
  readonly faults: FieldFaults;
}

/** Reads the fields of a form, and notes what is wrong with them. */
export class FieldReader {
  readonly faults: Record<string, MeetingFault> = {};
  readonly #typed: Typed;

  constructor(typed: Typed) {
    this.#typed = typed;
  }

  /** What was typed, as it is stored; empty for nothing. */
  text(name: string, isNeeded = false): string {
    const checked = checkedWords(this.#typed[name] ?? '', { isNeeded });
    if ('text' in checked) return checked.text;
    this.faults[name] = checked.fault === 'missing' ? 'textMissing' : 'tooLong';
    return '';
  }

  textOrNull(name: string): string | null {
    return this.text(name) || null;
  }

  /** One text a line, empty lines left out. */
  lines(name: string, isNeeded = false): string[] {
    const lines = this.text(name)
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '');
    if (isNeeded && lines.length === 0 && this.faults[name] === undefined) this.faults[name] = 'linesMissing';
    return lines;
  }

  /** Codes with commas between, in digits of either language; those that are not `known` are a fault. */
  codes(name: string, known: readonly string[]): string[] {
    const codes = toLatinDigits(this.text(name))
      .split(/[\s,;]+/)
      .filter((code) => code !== '');
    if (codes.some((code) => !known.includes(code))) this.faults[name] = 'codeUnknown';
    return [...new Set(codes)];
  }

  isTicked(name: string): boolean {
    return this.#typed[name] !== undefined;
  }

  /** One of a few; the first where something else was sent. */
  choice<Value extends string>(name: string, values: readonly [Value, ...Value[]]): Value {
    return values.find((value) => value === this.#typed[name]) ?? values[0];
  }

  raw(name: string): string {
    return (this.#typed[name] ?? '').trim();
  }
}

export function codesOf({ activities }: Plan): string[] {
  return activities.flatMap(({ indicators }) => indicators.map(({ code }) => code));
}
