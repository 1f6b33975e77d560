import type { LogEntry } from '../../machines/advance.ts';
import { deadlineStatus, type IndicatorState, workStatus } from '../../machines/state.ts';
import { localDate } from '../calendar/local-time.ts';
import type { Instant, LocalDate } from '../calendar/types.ts';
import { formatCode } from '../i18n/format.ts';
import { explainRefusal } from '../i18n/refusals.ts';
import { rungTitle, words } from '../i18n/words.ts';
import type { Assembled, PendingNotice } from '../notices/assemble.ts';
import type { Indicator, Language, Plan } from '../plan/types.ts';
import type { Moment } from './simulate.ts';
import { storyWords } from './story-words.ts';

/** One line of a story; `kind` is for whoever colours it. */
export interface StoryLine {
  readonly at: Instant;
  readonly kind: 'act' | 'good' | 'bad' | 'move' | 'letter' | 'escalation' | 'aside';
  readonly text: string;
}

export interface StoryDay {
  readonly date: LocalDate;
  readonly lines: readonly StoryLine[];
}

/** What an indicator went through at one moment: where it was, what was sent to it, where it stands now. */
export interface Passage {
  readonly indicator: Indicator;
  /** Null for an indicator that begins. */
  readonly before: IndicatorState | null;
  readonly entries: readonly LogEntry[];
  readonly after: IndicatorState;
}

/** A simulated run as a story, day by day: acts, changes of state, letters. Days of which nothing is to be told are left out. Pure. */
export function* storyOf(plan: Plan, moments: Iterable<Moment>, language: Language): Generator<StoryDay> {
  let date: LocalDate = '';
  let lines: StoryLine[] = [];
  for (const moment of moments) {
    const today = localDate(moment.at, plan.zone);
    if (today !== date && lines.length > 0) {
      yield { date, lines };
      lines = [];
    }
    date = today;
    lines.push(...linesOf(plan, moment, language));
  }
  if (lines.length > 0) yield { date, lines };
}

/** What one moment of a simulation has to tell. */
function linesOf(plan: Plan, moment: Moment, language: Language): StoryLine[] {
  const { at } = moment;
  const say = storyWords(language);
  const born = moment.changes.filter(({ before }) => before === null).length;
  const lines: StoryLine[] = born > 0 ? [{ at, kind: 'aside', text: say.begins(born) }] : [];
  for (const passage of passagesOf(moment)) lines.push(...tellPassage(plan, passage, at, language));
  for (const { event, refusal } of moment.refusals) {
    const text = `${formatCode(event.indicator, language)}: ${say.refused(explainRefusal(refusal, language))}`;
    lines.push({ at, kind: 'bad', text });
  }
  lines.push(...tellLetters(plan, moment.messages, at, language));
  const reasons = [...moment.skipped.values()];
  const overtaken = reasons.filter((reason) => reason === 'overtaken').length;
  const nobody = reasons.filter((reason) => reason === 'nobody').length;
  if (overtaken > 0) lines.push({ at, kind: 'aside', text: say.overtaken(overtaken) });
  if (nobody > 0) lines.push({ at, kind: 'bad', text: say.nobody(nobody) });
  return lines;
}

function passagesOf({ changes }: Moment): Passage[] {
  const passages = new Map<string, Passage>();
  for (const { indicator, before, step } of changes) {
    const known = passages.get(indicator.code) ?? { indicator, before, entries: [], after: step.state };
    passages.set(indicator.code, { ...known, entries: [...known.entries, step.entry], after: step.state });
  }
  return [...passages.values()];
}

/** The lines of one indicator's passage: each act of a person, and the state it came to where that changed. Pure. */
export function tellPassage(plan: Plan, passage: Passage, at: Instant, language: Language): StoryLine[] {
  const { indicator, entries } = passage;
  const name = `${formatCode(indicator.code, language)} ${indicator.title[language]}`;
  const acts = entries.flatMap((entry) => actOf(plan, passage, entry, at, language));
  const move = moveOf(passage, language);
  if (acts.length === 0) return move === null ? [] : [{ at, kind: move.kind, text: `${name}: ${move.text}` }];
  const lines = acts.map((act): StoryLine => ({ at, kind: 'act', text: `${name}: ${act}` }));
  if (move === null) return lines;
  const last = lines.pop()!;
  return [...lines, { at, kind: move.kind, text: `${last.text} → ${move.text}` }];
}

/** Where the indicator has come to; null when a reader would see no difference. */
function moveOf({ before, after }: Passage, language: Language): Pick<StoryLine, 'kind' | 'text'> | null {
  const { workStatus: ofWork, deadlineStatus: ofDeadline } = words(language);
  const work = workStatus(after.value);
  const deadline = deadlineStatus(after.value);
  if (work !== (before === null ? 'notStarted' : workStatus(before.value))) {
    const late = work === 'achieved' && after.context.late ? `, ${storyWords(language).late}` : '';
    const kind = work === 'achieved' ? 'good' : work === 'inProgress' ? 'act' : 'bad';
    return { kind, text: `${ofWork[work]}${late}` };
  }
  const isNews = deadline === 'dueSoon' || deadline === 'dueToday' || deadline === 'overdue';
  if (!isNews || deadline === (before === null ? 'upcoming' : deadlineStatus(before.value))) return null;
  return { kind: deadline === 'overdue' ? 'bad' : 'move', text: ofDeadline[deadline] };
}

function actOf(plan: Plan, { indicator, after }: Passage, entry: LogEntry, at: Instant, language: Language): string[] {
  if (entry.type === 'begin' || entry.type === 'fire') return [];
  const say = storyWords(language);
  if (entry.type === 'redefine') return [say.redefine];
  const titleIn = (parts: readonly { id: string; title: Indicator['title'] }[], id: string | undefined) =>
    parts.find((part) => part.id === id)?.title[language] ?? id ?? '';
  const act = (): string => {
    switch (entry.type) {
      case 'completeStep':
        return say.completeStep(titleIn(indicator.steps, entry.step));
      case 'recordNumber':
        return say.recordNumber(entry.number);
      case 'recordReading':
        return say.recordReading(entry.value);
      case 'holdOccurrence': {
        const held = entry.occurrence ?? after.context.occurrences.findLast(({ on }) => on === entry.on)?.id;
        return say.holdOccurrence(titleIn(indicator.occurrences, held));
      }
      case 'complete':
      case 'resume':
        return say[entry.type];
      default:
        return say[entry.type](entry.reason);
    }
  };
  return [entry.on === localDate(at, plan.zone) ? act() : `${act()} (${say.doneOn(entry.on)})`];
}

/** Letters that say the same to several people are told as one. */
function tellLetters(
  plan: Plan,
  letters: readonly Assembled<PendingNotice>[],
  at: Instant,
  language: Language,
): StoryLine[] {
  const alike = new Map<string, { kind: StoryLine['kind']; names: string[] }>();
  for (const { class: letter, posts, person, items } of letters) {
    const byRung = new Map<string, string[]>();
    for (const { indicator, rung } of items) {
      byRung.set(rung, [...(byRung.get(rung) ?? []), formatCode(indicator.code, language)]);
    }
    const about = [...byRung].map(([rung, codes]) => `${codes.join(', ')} (${rungTitle(rung, language)})`).join(', ');
    const kind = letter === 'escalation' ? 'escalation' : 'letter';
    const known = alike.get(about) ?? { kind, names: [] };
    const post = plan.posts.find(({ id }) => id === posts[0]);
    known.names.push((post?.title ?? person.name)[language]);
    alike.set(about, known);
  }
  const say = storyWords(language);
  return [...alike].map(([about, { kind, names }]) => ({ at, kind, text: `${say.letterTo(names)}: ${about}` }));
}
