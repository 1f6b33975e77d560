/** A calendar day without a time or a zone, written `YYYY-MM-DD`. Two of them compare as strings. */
export type LocalDate = string;

/** A point in time: milliseconds since 1970-01-01T00:00:00Z. */
export type Instant = number;

/** A text in the two languages of the product: official Bengali and plain English. */
export interface Bilingual {
  readonly bn: string;
  readonly en: string;
}

/** Why an office is closed on a day. */
export interface DayOff {
  readonly name: Bilingual;
  /** `general` and `executive` are the two kinds of public holiday that close government offices. */
  readonly kind: 'weekend' | 'general' | 'executive';
  /** True while the date waits for the moon or the gazette. */
  readonly provisional: boolean;
}

/** The working days of government offices: a weekend, public holidays and working Saturdays. */
export interface Calendar {
  readonly id: string;
  /** The first and last day for which the public holidays are listed, both inclusive. */
  readonly covered: readonly { readonly from: LocalDate; readonly to: LocalDate }[];
  covers(date: LocalDate): boolean;
  dayOff(date: LocalDate): DayOff | null;
  isWorkingDay(date: LocalDate): boolean;
  /** The day itself when it is a working day, else the nearest one before it. */
  workingDayOnOrBefore(date: LocalDate): LocalDate;
  /** The day itself when it is a working day, else the nearest one after it. */
  workingDayOnOrAfter(date: LocalDate): LocalDate;
  /** The `count`-th working day strictly after the date; `count` is 1 or more. */
  addWorkingDays(date: LocalDate, count: number): LocalDate;
}
