import type { WorkStatus } from '../../../machines/types.ts';
import type { AttemptOutcome } from '../../db/queries/attempts.ts';
import type { MessageStatus } from '../../db/queries/messages.ts';
import { words } from '../../i18n/words.ts';
import type { Language } from '../../plan/types.ts';
import { capital } from '../wording/capital.ts';

export type Shape = 'ring' | 'half' | 'tick' | 'lateTick' | 'cross' | 'pause' | 'dash' | 'alert' | 'clock';

/** A shape for each state, so that nobody has to tell colours apart; the word beside it says the same. */
const SHAPES: Readonly<Record<WorkStatus | MessageStatus | AttemptOutcome | 'overdue' | 'dueSoon', Shape>> = {
  notStarted: 'ring',
  inProgress: 'half',
  achieved: 'tick',
  notAchieved: 'cross',
  onHold: 'pause',
  withdrawn: 'dash',
  overdue: 'alert',
  dueSoon: 'clock',
  queued: 'ring',
  sending: 'half',
  sent: 'tick',
  failed: 'cross',
  refused: 'cross',
  retry: 'pause',
  unknown: 'alert',
  cancelled: 'dash',
};

export type MarkName = keyof typeof SHAPES;

/** A state as a shape and its word. */
export function Mark({ name, label }: { name: MarkName; label: string }) {
  return (
    <span class={`mark mark-${name}`}>
      <Icon shape={SHAPES[name]} />
      <span>{label}</span>
    </span>
  );
}

export function StatusMark({ status, language }: { status: WorkStatus; language: Language }) {
  return <Mark name={status} label={capital(words(language).workStatus[status])} />;
}

export function Icon({ shape }: { shape: Shape }) {
  return (
    <svg class="icon" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      {DRAWINGS[shape]()}
    </svg>
  );
}

const circle = (className: string) => <circle class={className} cx="8" cy="8" r="6.25" />;

/** What stands within 16 by 16 units. */
export const DRAWINGS: Readonly<Record<Shape, () => unknown>> = {
  ring: () => circle('line'),
  half: () => (
    <>
      {circle('line')}
      <path class="fill" d="M8 4.5a3.5 3.5 0 0 1 0 7z" />
    </>
  ),
  tick: () => (
    <>
      {circle('line fill')}
      <path class="cut" d="M5.2 8.2l2 2 3.7-4.2" />
    </>
  ),
  lateTick: () => (
    <>
      {circle('line')}
      <path class="line" d="M5.2 8.2l2 2 3.7-4.2" />
    </>
  ),
  cross: () => (
    <>
      {circle('line fill')}
      <path class="cut" d="M5.8 5.8l4.4 4.4M10.2 5.8l-4.4 4.4" />
    </>
  ),
  pause: () => (
    <>
      {circle('line')}
      <path class="line" d="M6.4 5.8v4.4M9.6 5.8v4.4" />
    </>
  ),
  dash: () => (
    <>
      {circle('line')}
      <path class="line" d="M5.3 8h5.4" />
    </>
  ),
  clock: () => (
    <>
      {circle('line')}
      <path class="line" d="M8 4.6v3.6l2.4 1.4" />
    </>
  ),
  alert: () => (
    <>
      <path class="line" d="M8 2L14.6 13.6H1.4z" />
      <path class="line" d="M8 6.6v3M8 11.6v.1" />
    </>
  ),
};
