import { type Fault, type Path, type Report, reportDuplicates, sortFaults } from '../../plan/fault.ts';
import { readForm, type Salvaged } from '../../plan/form.ts';
import { suggest } from '../../plan/nearest-word.ts';
import type { Plan } from '../../plan/types.ts';
import { readYaml } from '../../plan/yaml-source.ts';
import type { Decision, Meeting } from './meeting.ts';
import { type DecisionForm, type MeetingForm, meetingForm } from './meeting-form.ts';

export type MeetingReading = { readonly meeting: Meeting } | { readonly faults: readonly Fault[] };

/**
 * Reads the file of a meeting against the plan that it reviews: the meeting, or all faults at once in the order of the
 * file. Never throws for what a person wrote.
 */
export function readMeeting(text: string, file: string, plan: Plan): MeetingReading {
  const source = readYaml(text, file);
  const { form, faults } = readForm(meetingForm, source);
  const report: Report = (path, message) => faults.push(source.fault(path, message));
  if (form !== undefined) checkAgainst(plan, form, report);
  if (faults.length > 0 || form === undefined) return { faults: sortFaults(faults) };
  return { meeting: meetingOf(form as MeetingForm, plan) };
}

function checkAgainst(plan: Plan, form: NonNullable<Salvaged<MeetingForm>>, report: Report): void {
  if (form.plan !== undefined && form.plan !== plan.id) {
    report(['plan'], `"${form.plan}" is another plan than "${plan.id}": correct the id, or read it with its own plan`);
  }
  if (form.date !== undefined && form.date < plan.opens) {
    report(['date'], `${form.date} lies before the plan's first day, ${plan.opens}: correct the date, or the plan`);
  }
  const memoDate = form.memo?.date;
  if (memoDate !== undefined && form.date !== undefined && memoDate < form.date) {
    report(['memo', 'date'], `${memoDate} lies before the meeting, ${form.date}: correct one of the two`);
  }
  const activities = plan.activities.map(({ code }) => code);
  const indicators = plan.activities.flatMap((activity) => activity.indicators.map(({ code }) => code));
  for (const [i, item] of (form.agenda ?? []).entries()) {
    reportUnknown('activity', item?.activities, activities, ['agenda', i, 'activities'], report);
    reportUnknown('indicator', item?.indicators, indicators, ['agenda', i, 'indicators'], report);
  }
  for (const [i, talk] of (form.indicators ?? []).entries()) {
    reportUnknown('indicator', [talk?.code], indicators, ['indicators', i], report, 'code');
  }
  reportDuplicates(
    (form.indicators ?? []).map((talk) => talk?.code),
    (i) => ['indicators', i, 'code'],
    report,
  );
  checkLayout(form, activities, report);
}

/** What each way of laying out needs, so that nothing falls out of the minutes unnoticed. */
function checkLayout(form: NonNullable<Salvaged<MeetingForm>>, activities: readonly string[], report: Report): void {
  const agenda = form.agenda ?? [];
  if (form.layout === 'agenda' && agenda.filter((item) => item?.progress).length !== 1) {
    report(['agenda'], 'the progress belongs under one item: write progress: yes at that one');
  }
  if (form.layout === 'decisions' && agenda.length === 0) {
    report(['agenda'], 'is missing: the layout decisions is a table of its items, each with a subject and decisions');
  }
  if (form.layout === 'activities') {
    const told = agenda.flatMap((item) => item?.activities ?? []);
    const missing = activities.filter((code) => !told.includes(code));
    if (missing.length > 0) {
      report(['agenda'], `no item covers ${missing.join(', ')}: name each activity under the activities of one item`);
    }
  }
}

function reportUnknown(
  what: 'activity' | 'indicator',
  codes: readonly (string | undefined)[] | undefined,
  known: readonly string[],
  path: Path,
  report: Report,
  key?: string,
): void {
  for (const [i, code] of (codes ?? []).entries()) {
    if (code === undefined || known.includes(code)) continue;
    report([...path, key ?? i], `the plan has no ${what} ${code}: ${suggest(code, known)}`);
  }
}

function meetingOf(form: MeetingForm, plan: Plan): Meeting {
  return {
    id: form.id,
    plan: form.plan,
    kind: form.kind,
    language: form.language ?? plan.language,
    layout: form.layout,
    letterhead: form.letterhead ?? null,
    title: form.title,
    chair: { label: form.chair.label ?? null, designation: form.chair.designation },
    date: form.date,
    time: form.time ?? null,
    place: form.place ?? null,
    dateStyle: form.dateStyle ?? 'figures',
    attendance: {
      annex: form.attendance?.annex ?? null,
      members: (form.attendance?.members ?? []).map(({ designation, committee }) => ({
        designation,
        committee: committee ?? null,
      })),
    },
    secretary: form.secretary ?? null,
    opening: form.opening ?? null,
    previous: form.previous
      ? {
          date: form.previous.date,
          decisions: (form.previous.decisions ?? []).map(({ text, outcome }) => ({ text, outcome: outcome ?? null })),
        }
      : null,
    achieved: form.achieved ?? 'implemented',
    discuss: form.discuss ?? 'all',
    implementers: form.implementers ?? [],
    agenda: (form.agenda ?? []).map((item) => ({
      subject: item.subject,
      discussion: item.discussion ?? [],
      progress: item.progress ?? false,
      activities: item.activities ?? [],
      indicators: item.indicators ?? [],
      decisions: (item.decisions ?? []).map(decisionOf),
    })),
    indicators: (form.indicators ?? []).map((talk) => ({
      code: talk.code,
      subject: talk.subject ?? null,
      discussion: talk.discussion ?? [],
      decision: talk.decision ?? null,
      implementers: talk.implementers ?? [],
      proposer: talk.proposer ?? null,
    })),
    decisions: (form.decisions ?? []).map(decisionOf),
    closing: form.closing ?? null,
    signature: form.signature,
    memo: form.memo
      ? {
          number: form.memo.number ?? null,
          date: form.memo.date ?? null,
          calendars: form.memo.calendars ?? 'both',
        }
      : null,
    distribution: form.distribution
      ? { heading: form.distribution.heading ?? null, entries: form.distribution.entries }
      : null,
    issuer: form.issuer ?? [],
  };
}

function decisionOf({ text, implementers, by }: DecisionForm): Decision {
  return { text, implementers: implementers ?? [], by: by ?? null };
}
