import { localTime } from '../calendar/local-time.ts';
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
export function drawLine({ at, kind, text }: StoryLine, zone: string, paint: Paint): string {
  const colour = COLOURS[kind];
  return `  ${paint('dim', localTime(at, zone))}  ${colour === null ? text : paint(colour, text)}`;
}
