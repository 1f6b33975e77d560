import type { Bilingual } from '../calendar/types.ts';

/**
 * The words of people coming together. A hall (সভাকক্ষ) and a chair (সভাপতি) begin like a meeting (সভা) and are none.
 */
const BENGALI = /সভা(?!পতি|কক্ষ)|বৈঠক|প্রশিক্ষণ|কর্মশালা|সেমিনার|কমিটি|মতবিনিম|সম্মেলন/u;
const ENGLISH = /\b(?:meeting|training|workshop|seminar|committee|conference|consultation)s?\b/iu;

/** Whether what an indicator asks for is a meeting, as far as its title tells in either language. Pure. */
export function soundsLikeMeeting({ bn, en }: Bilingual): boolean {
  return BENGALI.test(bn.normalize('NFC')) || ENGLISH.test(en);
}
