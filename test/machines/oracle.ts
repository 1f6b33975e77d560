import type { IndicatorKind } from '../../src/plan/types.ts';

/**
 * A second, naive indicator, written from the description of the product and not from its statecharts: plain loops over
 * days and rungs, with the standard policy written out. It shares no code with what it judges; only names of kinds.
 */
export interface Owed {
  readonly id: string;
  readonly from: string;
  readonly due: string;
}

export interface Terms {
  readonly kind: IndicatorKind;
  readonly owed: readonly Owed[];
  readonly target: number;
  readonly measure: 'cumulative' | 'rate' | null;
  readonly steps: readonly { readonly id: string; readonly evidenceRequired: boolean; readonly anyOrder: boolean }[];
  readonly evidenceRequired: boolean;
}

/** What a person does, in the words of the product; only what an action needs is given. */
export interface Deed {
  readonly type: string;
  readonly on: string;
  readonly step?: string;
  readonly occurrence?: string | null;
  readonly number?: number;
  readonly value?: number;
  readonly reason?: string | null;
  readonly evidence?: readonly unknown[];
}

interface Rung {
  readonly at: number;
  readonly owed: string;
  readonly name: string;
  readonly number: number;
}

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const dayOf = (date: string) => Date.parse(`${date}T00:00:00Z`) / DAY;
const dateOf = (day: number) => new Date(day * DAY).toISOString().slice(0, 10);
/** Dhaka is six hours ahead of UTC all year round. */
const instantOf = (day: number, hour: number) => day * DAY + (hour - 6) * HOUR;

const OPENS = '2021-07-01';
const CLOSES = '2022-06-30';
const YEAR_END = instantOf(dayOf(CLOSES) + 1, 0);

export class Oracle {
  status: 'active' | 'onHold' | 'achieved' | 'notAchieved' | 'withdrawn' = 'active';
  late = false;
  achievedOn: string | null = null;
  readonly told: string[] = [];
  private terms: Terms;
  private readonly holidays: ReadonlySet<string>;
  private now: number;
  /** On hold, an indicator is seen as it was when it was put there, or when its plan changed since. */
  private heldSince = 0;
  private readonly climbed = new Set<string>();
  private generation = 1;
  private closesAt = YEAR_END;
  private rungs: Rung[];
  private steps: { id: string; on: string }[] = [];
  private occurrences: { id: string; on: string }[] = [];
  private numbers: { on: string; number: number }[] = [];
  private readings: { on: string; value: number }[] = [];
  private achievedBy = '';

  constructor(terms: Terms, holidays: ReadonlySet<string>, now: number) {
    this.terms = terms;
    this.holidays = holidays;
    this.now = now;
    this.rungs = terms.owed.flatMap((owed) => this.ladder(owed));
    this.climb(now);
  }

  /** Time passes: rungs are told of at their hour, and the year comes to its end. */
  wait(until: number): void {
    if ((this.status === 'active' || this.status === 'onHold') && this.closesAt <= until) {
      this.climb(this.closesAt);
      const met = this.metOn();
      if (met) this.achieve(met, 'yearEnd');
      else this.status = 'notAchieved';
    }
    this.climb(until);
  }

  /** Whether the deed is accepted; what it changes is then seen. */
  does(deed: Deed, at: number): boolean {
    this.wait(at);
    if (!this.accepts(deed)) return false;
    const { on } = deed;
    if (deed.type === 'completeStep') this.steps.push({ id: deed.step!, on });
    if (deed.type === 'recordNumber') this.numbers.push({ on, number: deed.number! });
    if (deed.type === 'recordReading') this.readings.push({ on, value: deed.value! });
    if (deed.type === 'holdOccurrence') {
      const owed = this.occurrenceFor(deed)!;
      this.occurrences.push({ id: owed.id, on });
      if (on > owed.due) this.late = true;
    }
    if (deed.type === 'suspend') this.status = 'onHold';
    if (deed.type === 'suspend') this.heldSince = at;
    if (deed.type === 'resume') this.status = 'active';
    if (deed.type === 'declareNotAchieved') this.status = 'notAchieved';
    if (deed.type === 'withdraw') this.status = 'withdrawn';
    if (deed.type === 'reopen') this.reopen(at);
    if (deed.type === 'complete') this.achieve([this.metOn() ?? on, on].sort()[1]!, 'complete');
    else if (this.settlesAll(deed)) this.achieve(this.metOn() ?? on, deed.type);
    this.wait(at);
    return true;
  }

  /** The plan changes; with a moved due date all rungs are new ones. */
  redefine(terms: Terms, moved: boolean, at: number): void {
    this.wait(at);
    this.terms = terms;
    this.rungs = terms.owed.flatMap((owed) => this.ladder(owed));
    if (moved) this.generation++;
    if (this.status === 'onHold') this.heldSince = at;
    this.wait(at);
  }

  view() {
    const { kind, owed, target, measure } = this.terms;
    const open = this.unsettled();
    const today = Math.floor((this.now + 6 * HOUR) / DAY);
    const asOf = this.status === 'onHold' ? Math.floor((this.heldSince + 6 * HOUR) / DAY) : today;
    const late = open.some(({ due }) => dayOf(due) < asOf);
    const reading = this.latestReading();
    const started =
      this.steps.length + this.occurrences.length + this.readings.length > 0 || (kind === 'count' && this.total() > 0);
    let deadline = 'upcoming';
    if (open.some((each) => this.soonAt(each) <= this.now)) deadline = 'dueSoon';
    if (open.some(({ due }) => dayOf(due) === today)) deadline = 'dueToday';
    if (open.some(({ due }) => dayOf(due) < today)) deadline = 'overdue';
    if (this.status === 'achieved') deadline = 'met';
    if (this.status === 'onHold') deadline = 'paused';
    if (this.status === 'notAchieved' || this.status === 'withdrawn') deadline = 'closed';
    let onTarget = !late && !(measure === 'rate' && reading !== null && reading < target);
    if (this.status === 'achieved' || this.status === 'withdrawn') onTarget = true;
    if (this.status === 'notAchieved') onTarget = false;
    let achieved: number | null = null;
    if (kind === 'recurring') achieved = this.occurrences.length;
    if (kind === 'count') achieved = this.total();
    if (kind === 'percentage') achieved = reading;
    const status = this.status === 'active' ? (started ? 'inProgress' : 'notStarted') : this.status;
    const due = (open[0] ?? owed.at(-1))!.due;
    return { status, deadline, due, achieved, achievedOn: this.achievedOn, late: this.late, onTarget };
  }

  /** When the next thing happens to the deadline while work is active: a rung, or its day begins or ends. */
  nextMark(): number | undefined {
    if (this.status !== 'active') return undefined;
    const open = this.unsettled();
    const instants = [
      ...this.rungs.filter((rung) => open.some(({ id }) => id === rung.owed)).map(({ at }) => at),
      ...open.flatMap((each) => [this.soonAt(each), instantOf(dayOf(each.due), 0), instantOf(dayOf(each.due) + 1, 0)]),
    ].filter((instant) => instant > this.now && instant < YEAR_END);
    return instants.sort((a, b) => a - b)[0];
  }

  yearEnd(): number | undefined {
    return this.status === 'active' || this.status === 'onHold' ? this.closesAt : undefined;
  }

  private climb(until: number): void {
    if (this.status === 'active') {
      const open = this.unsettled().map(({ id }) => id);
      for (const { at, owed, name, number } of this.rungs) {
        const what = `g${this.generation} ${owed} ${name} ${number}`;
        if (at > until || !open.includes(owed) || this.climbed.has(what)) continue;
        this.climbed.add(what);
        this.told.push(`${new Date(Math.max(at, this.now)).toISOString()} ${what}`);
      }
    }
    this.now = Math.max(this.now, until);
  }

  private accepts({ type, on, step, occurrence, number = 0, value = 0, reason, evidence = [] }: Deed): boolean {
    const { kind, steps, evidenceRequired, target } = this.terms;
    const isOpen = this.status === 'active' || this.status === 'onHold';
    if (type === 'reopen') return !isOpen && Boolean(reason?.trim());
    if (type === 'resume') return this.status === 'onHold';
    if (type === 'withdraw' || type === 'declareNotAchieved') return isOpen && Boolean(reason?.trim());
    if (type === 'suspend') return this.status === 'active' && Boolean(reason?.trim());
    if (this.status !== 'active' || on < OPENS || on > CLOSES) return false;
    const proven = evidence.length > 0 || !evidenceRequired;
    const left = steps.filter(({ id }) => !this.steps.some((done) => done.id === id));
    if (type === 'completeStep') {
      const mine = left.find(({ id }) => id === step);
      if (!mine) return false;
      const inTurn = mine === left[0] || mine.anyOrder;
      const isTarget = this.isOfSteps() && left.length === 1;
      return inTurn && (evidence.length > 0 || (!mine.evidenceRequired && (!isTarget || proven)));
    }
    if (type === 'recordNumber') {
      const isCorrection = number < 0;
      return kind === 'count' && number !== 0 && this.total() + number >= 0 && (isCorrection || proven);
    }
    if (type === 'recordReading') return kind === 'percentage' && value >= 0 && value <= 100 && proven;
    if (type === 'holdOccurrence') {
      return (
        kind === 'recurring' && this.occurrenceFor({ type, on, occurrence: occurrence ?? null }) !== null && proven
      );
    }
    if (kind === 'meeting') return false;
    if (kind === 'action') return proven;
    if (kind === 'milestone' || kind === 'report') return left.length === 0 && proven;
    if (kind === 'recurring') return this.unsettled().length === 0 && proven;
    return (kind === 'count' ? this.total() : (this.latestReading() ?? -1)) >= target && proven;
  }

  private occurrenceFor({ on, occurrence }: Deed): Owed | null {
    const open = this.unsettled();
    if (occurrence) return open.find(({ id }) => id === occurrence) ?? null;
    return open.find(({ from, due }) => from <= on && on <= due) ?? open.find(({ due }) => due < on) ?? null;
  }

  private settlesAll({ type, value = 0 }: Deed): boolean {
    const { steps, target, measure } = this.terms;
    if (type === 'completeStep') return this.isOfSteps() && this.steps.length === steps.length;
    if (type === 'holdOccurrence') return this.unsettled().length === 0;
    if (type === 'recordNumber') return this.total() >= target;
    return type === 'recordReading' && measure === 'cumulative' && value >= target;
  }

  private achieve(on: string, by: string): void {
    this.status = 'achieved';
    this.achievedOn = on;
    this.achievedBy = by;
    if (on > this.terms.owed.at(-1)!.due) this.late = true;
  }

  private reopen(at: number): void {
    if (this.achievedBy === 'completeStep') this.steps.pop();
    if (this.achievedBy === 'holdOccurrence') this.occurrences.pop();
    if (this.achievedBy === 'recordNumber') this.numbers.pop();
    if (this.achievedBy === 'recordReading') this.readings.pop();
    this.achievedBy = '';
    this.achievedOn = null;
    this.status = 'active';
    this.late = this.occurrences.some(({ id, on }) => this.terms.owed.some((each) => each.id === id && on > each.due));
    if (at >= this.closesAt) this.closesAt = at + 30 * DAY;
  }

  private unsettled(): Owed[] {
    if (this.achievedOn) return [];
    return this.terms.owed.filter(({ id, from }) => {
      if (this.terms.kind === 'recurring') return !this.occurrences.some((held) => held.id === id);
      if (this.terms.kind === 'meeting') return !this.steps.some((done) => done.id === id);
      return id === 'year' || !this.readings.some(({ on }) => on >= from);
    });
  }

  private isOfSteps(): boolean {
    return ['milestone', 'report', 'meeting'].includes(this.terms.kind);
  }

  private total(): number {
    return this.numbers.reduce((sum, { number }) => sum + number, 0);
  }

  private latestReading(): number | null {
    let latest: { on: string; value: number } | null = null;
    for (const reading of this.readings) if (!latest || reading.on >= latest.on) latest = reading;
    return latest?.value ?? null;
  }

  /** The day on which what is recorded met the target, found by walking the year's days from the end. */
  private metOn(): string | null {
    const { kind, steps, target } = this.terms;
    const isOfSteps = this.isOfSteps();
    const done = kind === 'recurring' ? this.occurrences : isOfSteps ? this.steps : [];
    if (isOfSteps && (steps.length === 0 || done.length < steps.length)) return null;
    if (kind === 'action') return null;
    if (kind === 'recurring' && this.unsettled().length > 0) return null;
    if (kind === 'count' && this.total() < target) return null;
    if (kind === 'percentage' && (this.latestReading() ?? -1) < target) return null;
    for (let day = dayOf(CLOSES); day >= dayOf(OPENS); day--) {
      const today = dateOf(day);
      if (kind === 'percentage' && this.readings.some(({ on }) => on === today)) return today;
      const before = this.numbers.filter(({ on }) => on < today).reduce((sum, { number }) => sum + number, 0);
      if (kind === 'count' && before < target) return today;
      if (done.some(({ on }) => on === today)) return today;
    }
    return null;
  }

  private soonAt({ id, due }: Owed): number {
    const reminders = this.rungs.filter((rung) => rung.owed === id && rung.name.endsWith('before'));
    return Math.min(instantOf(dayOf(due), 0), ...reminders.map(({ at }) => at));
  }

  private isWorkingDay(day: number): boolean {
    const weekday = new Date(day * DAY).getUTCDay();
    return weekday !== 5 && weekday !== 6 && !this.holidays.has(dateOf(day));
  }

  private ladder({ id, due }: Owed): Rung[] {
    const byDay = new Map<number, string>();
    for (const days of [30, 14, 7, 3, 1, 0]) {
      let day = dayOf(due) - days;
      while (!this.isWorkingDay(day)) day--;
      byDay.set(day, days === 0 ? 'due-day' : days === 1 ? '1-day-before' : `${days}-days-before`);
    }
    let worked = 0;
    let day = dayOf(due);
    while (worked < 10) {
      day++;
      if (!this.isWorkingDay(day)) continue;
      worked++;
      if (worked === 1) byDay.set(day, '1-working-day-after');
      if (worked === 5 || worked === 10) byDay.set(day, `${worked}-working-days-after`);
    }
    const rungs = [...byDay].map(([on, name]) => ({ at: instantOf(on, 9), owed: id, name, number: 0 }));
    const followUps = new Set<number>();
    for (let nominal = day + 7; nominal <= dayOf(CLOSES); nominal += 7) {
      let moved = nominal;
      while (!this.isWorkingDay(moved)) moved++;
      followUps.add(instantOf(moved, 9));
    }
    [...followUps].forEach((at, i) => {
      rungs.push({ at, owed: id, name: 'follow-up', number: i + 1 });
    });
    return rungs.filter(({ at }) => at < YEAR_END).sort((a, b) => a.at - b.at);
  }
}
