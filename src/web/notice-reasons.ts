import { addDays, localDate } from '../calendar/local-time.ts';
import type { Calendar, DayOff, Instant, LocalDate } from '../calendar/types.ts';
import type { IndicatorDefinition, NoticeMark } from '../plan/definition.ts';
import type { Plan, Policy } from '../plan/types.ts';

/** A day on which the office is closed. */
export interface DayClosed {
  readonly date: LocalDate;
  readonly off: DayOff;
}

/** Which rule put a notice on its day. */
export type NoticeRule =
  | { readonly rule: 'before'; readonly days: number }
  | { readonly rule: 'dueDay' }
  | { readonly rule: 'after'; readonly workingDays: number }
  | { readonly rule: 'followUp'; readonly everyDays: number | null };

/** Why a notice has its day: the rule of the policy, and what the calendar made of it. */
export interface NoticeReason {
  readonly rule: NoticeRule;
  /** The day that it is about. */
  readonly due: LocalDate;
  readonly day: LocalDate;
  /** The day that the rule alone would give, where the notice has moved from it. */
  readonly movedFrom: LocalDate | null;
  /** The days off that it moved away from; none where the calendar does not know (any more) why. */
  readonly closed: readonly DayClosed[];
  /** Public holidays that were not counted as working days. */
  readonly notCounted: readonly DayClosed[];
}

/** What tells one rung of one checkpoint from all others. */
export type RungKey = Pick<NoticeMark, 'checkpoint' | 'rung' | 'number'> & { readonly at: Instant };

/**
 * Why a rung of the ladder stands where it does, read back from the policy and the calendar; null for a rung that none
 * of the definitions has, since the plan was changed. Pure.
 */
export function noticeReason(
  key: RungKey,
  { policy, zone }: Pick<Plan, 'policy' | 'zone'>,
  definitions: readonly IndicatorDefinition[],
  calendar: Calendar | null,
): NoticeReason | null {
  const definition = definitions.find(({ marks }) => marks.some((mark) => 'rung' in mark && isRung(mark, key)));
  const due = definition?.checkpoints.find(({ id }) => id === key.checkpoint)?.due;
  const rule = ruleOf(key.rung, policy);
  if (due === undefined || rule === null) return null;
  const day = localDate(key.at, zone);
  const nominal = nominalDay(rule, due, day, policy, calendar);
  const isMoved = nominal !== null && nominal !== day;
  return {
    rule,
    due,
    day,
    movedFrom: isMoved ? nominal : null,
    closed: isMoved && calendar ? closedBetween(calendar, nominal, day) : [],
    notCounted: rule.rule === 'after' && calendar ? between(due, day).flatMap((date) => holidayOn(calendar, date)) : [],
  };
}

function isRung(mark: NoticeMark, key: RungKey): boolean {
  return (
    mark.at === key.at && mark.checkpoint === key.checkpoint && mark.rung === key.rung && mark.number === key.number
  );
}

function ruleOf(rung: string, { followUp }: Policy): NoticeRule | null {
  if (rung === 'due-day') return { rule: 'dueDay' };
  if (rung === 'follow-up') return { rule: 'followUp', everyDays: followUp?.everyDays ?? null };
  const match = /^(\d+)-(days?-before|working-days?-after)$/.exec(rung);
  if (!match) return null;
  const days = Number(match[1]);
  return match[2]!.startsWith('day') ? { rule: 'before', days } : { rule: 'after', workingDays: days };
}

/** The day that the rule gives before the calendar is asked; null where the rule itself counts working days. */
function nominalDay(
  rule: NoticeRule,
  due: LocalDate,
  day: LocalDate,
  { escalations, followUp }: Policy,
  calendar: Calendar | null,
): LocalDate | null {
  switch (rule.rule) {
    case 'before':
      return addDays(due, -rule.days);
    case 'dueDay':
      return due;
    case 'after':
      return null;
    case 'followUp': {
      if (!followUp || !calendar) return null;
      const last = Math.max(0, ...escalations.map(({ workingDaysAfter }) => workingDaysAfter));
      let nominal = last > 0 ? calendar.addWorkingDays(due, last) : due;
      while (nominal < day && calendar.workingDayOnOrAfter(nominal) < day)
        nominal = addDays(nominal, followUp.everyDays);
      return nominal > day ? null : nominal;
    }
  }
}

/** The days off from the nominal day up to the day, on whichever side of it that lies. */
function closedBetween(calendar: Calendar, nominal: LocalDate, day: LocalDate): DayClosed[] {
  const days = nominal < day ? [nominal, ...between(nominal, day)] : [...between(day, nominal), nominal];
  return days.flatMap((date) => {
    const off = calendar.dayOff(date);
    return off ? [{ date, off }] : [];
  });
}

function holidayOn(calendar: Calendar, date: LocalDate): DayClosed[] {
  const off = calendar.dayOff(date);
  return off && off.kind !== 'weekend' ? [{ date, off }] : [];
}

/** The days after one and before another. */
function between(first: LocalDate, last: LocalDate): LocalDate[] {
  const days: LocalDate[] = [];
  for (let day = addDays(first, 1); day < last; day = addDays(day, 1)) days.push(day);
  return days;
}
