import { words } from '../../../i18n/words.ts';
import type { Language } from '../../../plan/types.ts';
import type { MeetingPlan } from '../../meeting-reading.ts';
import { meetingPageWords } from '../../wording/meeting-page-words.ts';

/** `Only the innovation officer or the head of office arrange meetings.` */
export function onlyBy({ verdict }: Pick<MeetingPlan, 'verdict'>, language: Language): string {
  if (verdict.allowed) return '';
  const roles: Readonly<Record<string, string>> = words(language).role;
  const who = verdict.needs.flatMap((capacity) => roles[capacity] ?? []);
  return meetingPageWords(language).onlyBy(who.join(language === 'bn' ? ' বা ' : ' or '));
}
