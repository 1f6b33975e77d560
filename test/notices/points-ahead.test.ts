import { expect, it } from 'vitest';
import { localDate } from '../../src/calendar/local-time.ts';
import { calendarOf } from '../../src/cli/office-files.ts';
import { composeLetter } from '../../src/letters/letter.ts';
import { letterFacts } from '../../src/notices/letter-facts.ts';
import type { Plan } from '../../src/plan/types.ts';
import { simulate } from '../../src/simulate/simulate.ts';
import { planOf, SMALL_PLAN, smallPlan } from '../plan/small-plan.ts';

/** The letters in English that name 1.1.1 while nobody does anything, by their day. */
function lettersOf(plan: Plan): Map<string, string> {
  const letters = new Map<string, string>();
  for (const { at, messages, standing } of simulate(plan, { calendar: calendarOf('config', plan), history: null })) {
    const today = localDate(at, plan.zone);
    for (const message of messages) {
      if (message.items.every(({ indicator }) => indicator.code !== '1.1.1')) continue;
      const facts = letterFacts(plan, message, (code) => standing.get(code)!, today, 'http://plan.example');
      letters.set(today, composeLetter({ ...facts, language: 'en' }).text);
    }
  }
  return letters;
}

it('tells in a reminder what finishing by its day earns, and after the day what it still does', () => {
  const letters = lettersOf(planOf(SMALL_PLAN));
  expect(letters.get('2022-03-16')).toContain('Points: finished by 16 March 2022: 5 points; after that 4.5 points');
  expect(letters.get('2022-03-27')).toContain('Points: finished by 30 March 2022: 4.5 points; after that 0 points');
});

it('says nothing of points where the one target is all there is', () => {
  const plain = smallPlan([
    '        criteria:\n          - { percent: 100, target: 2022-03-16 }\n          - { percent: 90, target: 2022-03-30 }\n',
    '',
  ]);
  for (const letter of lettersOf(planOf(plain)).values()) expect(letter).not.toContain('Points');
});
