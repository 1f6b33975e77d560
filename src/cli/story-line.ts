import { localTime } from '../calendar/local-time.ts';
import { toBengaliDigits } from '../i18n/digits.ts';
import type { Language } from '../plan/types.ts';
import type { StoryLine } from '../simulate/story.ts';
import type { Colour, Paint } from './colour.ts';

const COLOURS: Readonly<Record<StoryLine['kind'], Colour | null>> = {
  act: null,
  good: 'green',
  bad: 'red',
  move: 'yellow',
  letter: 'cyan',
  escalation: 'red',
  aside: 'dim',
};

/** A line of a story under its day: the time, then what happened. */
export function drawLine({ at, kind, text }: StoryLine, zone: string, language: Language, paint: Paint): string {
  const colour = COLOURS[kind];
  const time = localTime(at, zone);
  return `  ${paint('dim', language === 'bn' ? toBengaliDigits(time) : time)}  ${colour === null ? text : paint(colour, text)}`;
}
