import { formatFiscalYear } from '../i18n/format.ts';
import type { Language, Plan } from '../plan/types.ts';
import type { Layout } from '../report/minutes/meeting.ts';
import { decisionsOf, type MeetingAgendaItem, type MeetingBody } from './meeting-body.ts';
import { meetingWords } from './meeting-words.ts';

/** Layouts that tell the decisions under the items of the agenda; the others tell them in a list at the end. */
const UNDER_ITEMS: readonly Layout[] = ['agenda', 'activities', 'decisions'];

export function decidesUnderItems(layout: Layout): boolean {
  return UNDER_ITEMS.includes(layout);
}

/** The item of the agenda of every review: how the plan stands. */
export function progressItem({ fiscalYear, activities }: Plan, language: Language): MeetingAgendaItem {
  return {
    subject: meetingWords(language).progress(formatFiscalYear(fiscalYear, language)),
    discussion: [],
    progress: true,
    activities: activities.map(({ code }) => code),
    indicators: [],
    decisions: [],
  };
}

/**
 * A meeting's body with what its layout needs, so that nothing falls out of the minutes: the table of the progress under
 * one item, every activity under an item, decisions where the layout tells them. Nothing that stands in it is lost. Pure.
 */
export function fitToLayout(body: MeetingBody, plan: Plan): MeetingBody {
  const { layout } = body;
  if (!decidesUnderItems(layout)) {
    return { ...body, agenda: body.agenda.map((item) => ({ ...item, decisions: [] })), decisions: decisionsOf(body) };
  }
  const items = withItems(body, plan);
  const [first, ...others] = items;
  const home = Math.max(
    0,
    items.findIndex(({ progress }) => progress),
  );
  if (first === undefined) throw new TypeError(`An agenda of the layout ${layout} has an item.`);
  const agenda = [first, ...others].map((item, i) =>
    i === home ? { ...item, decisions: [...item.decisions, ...body.decisions] } : item,
  );
  return { ...body, agenda, decisions: [] };
}

function withItems({ layout, agenda, language }: MeetingBody, plan: Plan): readonly MeetingAgendaItem[] {
  if (layout === 'agenda') {
    const told = agenda.findIndex(({ progress }) => progress);
    if (told < 0) return [progressItem(plan, language), ...agenda];
    return agenda.map((item, i) => ({ ...item, progress: i === told }));
  }
  if (layout === 'activities') {
    const covered = new Set(agenda.flatMap(({ activities }) => activities));
    const missing = plan.activities.filter(({ code }) => !covered.has(code));
    return [...agenda, ...missing.map(({ code, title }) => itemOf(title[language], [code]))];
  }
  return agenda.length > 0 ? agenda : [progressItem(plan, language)];
}

/** An item about some activities of the plan. */
export function itemOf(subject: string, activities: readonly string[]): MeetingAgendaItem {
  return { subject, discussion: [], progress: false, activities, indicators: [], decisions: [] };
}
