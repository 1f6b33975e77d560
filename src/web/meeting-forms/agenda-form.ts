import { fitToLayout } from '../../meetings/fit-to-layout.ts';
import type { MeetingAgendaItem, MeetingBody } from '../../meetings/meeting-body.ts';
import type { Plan } from '../../plan/types.ts';
import type { Typed } from '../parts/fields.tsx';
import { codesOf, FieldReader, type PartReading } from './form-texts.ts';

/** Empty items that stand below those that there are. */
const FURTHER = 2;
const MOST_ITEMS = 40;

export function itemRows({ agenda }: MeetingBody): number {
  return Math.min(MOST_ITEMS, agenda.length + FURTHER);
}

export function typedAgenda({ agenda }: MeetingBody): Typed {
  const told = agenda.findIndex(({ progress }) => progress);
  const rows = agenda.flatMap((item, i) => [
    [`subject-${i}`, item.subject],
    [`talk-${i}`, item.discussion.join('\n')],
    [`covers-${i}`, item.activities.join(', ')],
    [`indicators-${i}`, item.indicators.join(', ')],
  ]);
  return { ...Object.fromEntries(rows), progress: told < 0 ? '' : String(told) };
}

/** The agenda with what was said under its items; the decisions of an item that falls away go to the first one. */
export function readAgenda(typed: Typed, body: MeetingBody, plan: Plan): PartReading {
  const fields = new FieldReader(typed);
  const activities = plan.activities.map(({ code }) => code);
  const indicators = codesOf(plan);
  const items: MeetingAgendaItem[] = [];
  const homeless: MeetingAgendaItem['decisions'][number][] = [];
  for (let i = 0; i < MOST_ITEMS; i += 1) {
    const before = body.agenda[i];
    const subject = fields.text(`subject-${i}`);
    if (subject === '') {
      if (fields.text(`talk-${i}`) !== '') fields.faults[`subject-${i}`] = 'textMissing';
      homeless.push(...(before?.decisions ?? []));
      continue;
    }
    items.push({
      subject,
      discussion: fields.lines(`talk-${i}`),
      progress: fields.raw('progress') === String(i),
      activities:
        typed[`covers-${i}`] === undefined ? (before?.activities ?? []) : fields.codes(`covers-${i}`, activities),
      indicators:
        typed[`indicators-${i}`] === undefined
          ? (before?.indicators ?? [])
          : fields.codes(`indicators-${i}`, indicators),
      decisions: before?.decisions ?? [],
    });
  }
  const [first, ...others] = items;
  if (first === undefined) {
    fields.faults['subject-0'] = 'noItem';
    return { body, faults: fields.faults };
  }
  const agenda = [{ ...first, decisions: [...first.decisions, ...homeless] }, ...others];
  return { body: fitToLayout({ ...body, agenda }, plan), faults: fields.faults };
}
