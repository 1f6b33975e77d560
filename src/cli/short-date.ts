import type { LocalDate } from '../calendar/types.ts';
import { formatDate, toBengaliDigits } from '../i18n/format.ts';
import { MONTHS } from '../i18n/names.ts';
import type { Language } from '../plan/types.ts';

/** A date for narrow columns: `25 Feb 2027`, and `২৫-০২-২০২৭` as Bengali minutes write it. */
export function formatShortDate(date: LocalDate, language: Language): string {
  const [year, month, day] = date.split('-');
  if (language === 'bn') return toBengaliDigits(`${day}-${month}-${year}`);
  const name = MONTHS.en[Number(month) - 1]!;
  return formatDate(date, 'en').replace(name, name.slice(0, 3));
}
