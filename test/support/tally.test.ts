import { describe, expect, it } from 'vitest';
import { createTally } from './tally.ts';

describe('A tally', () => {
  it('lets a test wait until enough has happened', async () => {
    const letters = createTally<string>('letters');
    const waiting = letters.reaches(2);
    letters.add('first');
    letters.add('second');
    expect(await waiting).toEqual(['first', 'second']);
  });

  it('says what a test waited for in vain, and what there was', async () => {
    const letters = createTally<string>('letters', 10);
    letters.add('first');
    await expect(letters.reaches(2)).rejects.toThrow('Waited for 2 letters, and there were 1: ["first"]');
  });
});
