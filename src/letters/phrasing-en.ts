import { formatDate, formatFiscalYear, formatNumber, formatPercent } from '../i18n/format.ts';
import { daysLeftPhrase } from '../i18n/words.ts';
import type { PointsStep } from '../score/points-ahead.ts';
import type { Counts, Phrasing } from './phrasing.ts';

const number = (value: number) => formatNumber(value, 'en');
const date = (value: string) => formatDate(value, 'en');
const year = (fiscalYear: string) => formatFiscalYear(fiscalYear, 'en');
const nounOf = ({ all, of }: Counts) => {
  const noun = of === 'indicators' ? 'indicator' : 'task';
  return all === 1 ? noun : `${noun}s`;
};
const indicators = (counts: Counts) => (counts.all === 1 ? nounOf(counts) : `${number(counts.all)} ${nounOf(counts)}`);
const countedIndicators = (counts: Counts) => `${number(counts.all)} ${nounOf(counts)}`;

/** Plain English, for people who chose it. */
export const ENGLISH: Phrasing = {
  dateLine: (today) => `Date: ${date(today)}`,
  to: 'To',
  inPlaceOf: (name) => `in place of ${name}, who is on leave`,
  subjectLabel: 'Subject',
  subjectLine: (letterClass, fiscalYear, { of }) => {
    if (letterClass === 'digest') {
      const what = of === 'duties' ? 'Deadlines of meetings and decisions about' : 'Deadlines of';
      return `${what} the work plan for ${year(fiscalYear)}`;
    }
    return of === 'indicators'
      ? `Targets of the work plan for ${year(fiscalYear)} not met by their dates`
      : `Work about the plan for ${year(fiscalYear)} not done by its dates`;
  },
  salutation: 'Dear Sir or Madam,',
  opening: (letterClass, office, fiscalYear, counts) => {
    const { of } = counts;
    const plan = `${of === 'indicators' ? 'of' : 'about'} the work plan for the fiscal year ${year(fiscalYear)} (${office})`;
    if (letterClass === 'escalation') {
      const isOne = counts.all === 1;
      const missed =
        of === 'indicators'
          ? `${isOne ? 'has not met its target' : 'have not met their targets'} by the date set`
          : `${isOne ? 'was' : 'were'} not done by the date set`;
      return `The following ${indicators(counts)} ${plan} ${missed}. This is brought to your attention for the action needed.`;
    }
    const need = counts.all === 1 ? 'needs' : 'need';
    return [`The following ${indicators(counts)} ${plan} ${need} your attention.`, howMany(counts)]
      .filter(Boolean)
      .join(' ');
  },
  groups: { overdue: 'Overdue', today: 'Due today', ahead: 'Coming deadlines' },
  labels: {
    due: 'Due',
    targetDate: 'Was due',
    delay: 'Delay',
    whyNow: 'Why now',
    status: 'Status',
    progress: 'Progress',
    target: 'Target',
    earns: 'Points',
    stepsLeft: 'Steps left',
    toDo: 'To do',
    responsible: 'Responsible',
  },
  delay: (days, since) => `${number(days)} ${days === 1 ? 'day' : 'days'} (since ${date(since)})`,
  stillNotMet: (workingDays) => `still not met ${workingDays} the due day`,
  numberProgress: (achieved, target) =>
    achieved === null
      ? `target ${number(target)}, nothing recorded yet`
      : `${number(achieved)} of ${number(target)} achieved`,
  percentProgress: (achieved, target) =>
    achieved === null
      ? `target ${formatPercent(target, 'en')}, nothing recorded yet`
      : `${formatPercent(achieved, 'en')} achieved of a target of ${formatPercent(target, 'en')}`,
  earns: ({ steps: [now, then], in: unit }) => {
    const points = (step: PointsStep) => (step.points === 1 ? '1 point' : `${number(step.points)} points`);
    const ofWeight = (step: PointsStep) => `${formatPercent(step.percent, 'en')} of the weight`;
    const earned = unit === 'points' ? points : ofWeight;
    if (now!.until === null) return `if finished now: ${earned(now!)}`;
    return `finished by ${date(now!.until)}: ${earned(now!)}; after that ${earned(then!)}`;
  },
  toDo: (kind, hasSteps, remaining) => {
    const record = 'with evidence where it applies';
    if (kind === 'action') return `Carry out the decision and record it, ${record}.`;
    if (kind === 'percentage') return `Record the percentage as it stands, ${record}.`;
    if (kind === 'report') return `Prepare the report, have it approved, send it and record it, ${record}.`;
    if (kind === 'recurring') return `Hold or complete what this period asks for, and record it, ${record}.`;
    if (hasSteps) return `Complete the steps that are left and record them, ${record}.`;
    if (kind === 'count' && remaining !== null)
      return `Do the remaining ${number(remaining)} and record them, ${record}.`;
    return `Complete the work and record it, ${record}.`;
  },
  open: 'Open the indicator',
  openDuty: 'Open it',
  link: 'Details',
  request: (letterClass, counts, role) => {
    if (letterClass === 'digest') {
      const until = counts.overdue > 0 ? 'as soon as you can' : 'in time';
      return `Please take the action needed ${until}, and record the progress.`;
    }
    return `You are kindly requested to ${asked(role)}.`;
  },
  alreadyDone: 'If the work is done already, please record it; no further reminder of it will be sent.',
  attached: 'Attached: the due day, for your calendar (deadline.ics).',
  footer: (office) =>
    `${office}. Sent automatically by Suchok, which keeps the office's work plan; there is no need to reply.`,
  subject: {
    ahead: (item, due, daysLeft) => `${item}: due ${date(due)} (${daysLeftPhrase(daysLeft, 'en')})`,
    today: (item, due) => `${item}: due today, ${date(due)}`,
    overdue: (item, due) => `${item}: overdue, was due ${date(due)}`,
    missed: (item, due, isDuty) => `${isDuty ? 'Not done' : 'Target not met'}: ${item} (was due ${date(due)})`,
    several: (fiscalYear, counts, nearest) => {
      const plan = `Work plan ${year(fiscalYear)}`;
      if (nearest === null) return `${plan}: ${countedIndicators(counts)} overdue`;
      const late = counts.overdue > 0 ? `, ${number(counts.overdue)} overdue` : '';
      return `${plan}: ${countedIndicators(counts)}${late}, next due ${date(nearest)}`;
    },
    severalMissed: (counts, oldest) =>
      `${counts.of === 'indicators' ? 'Targets not met' : 'Not done in time'}: ${countedIndicators(counts)} (the first was due ${date(oldest)})`,
  },
};

function howMany({ all, overdue, today }: Counts): string {
  if (all === 1) return '';
  if (overdue === all) return 'All of them are overdue.';
  const parts = [
    ...(overdue > 0 ? [`${number(overdue)} ${overdue === 1 ? 'is' : 'are'} overdue`] : []),
    ...(today > 0 ? [`${number(today)} ${today === 1 ? 'is' : 'are'} due today`] : []),
  ];
  return parts.length === 0 ? '' : `Of these, ${parts.join(' and ')}.`;
}

function asked(role: Parameters<Phrasing['request']>[2]): string {
  if (role === 'supervisor') return 'take this up with the officer responsible, so that the target is met soon';
  if (role === 'headOfOffice') return 'give those concerned the instructions needed for the target to be met soon';
  if (role === 'superiorAuthority') return 'take note, and to give such further instructions as are needed';
  return 'take the action needed for the target to be met soon';
}
