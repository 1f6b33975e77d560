import { describe, expect, it } from 'vitest';
import { Turns } from '../src/turns.ts';

describe('Turns', () => {
  it('are taken so many at a time, in the order of coming, and pass on when work fails', async () => {
    const turns = new Turns(2);
    const begun: number[] = [];
    const ends: (() => void)[] = [];
    const all = Array.from({ length: 5 }, (_, n) =>
      turns.take(async () => {
        begun.push(n);
        await new Promise<void>((end) => {
          ends[n] = end;
        });
        if (n === 1) throw new Error('work failed');
      }),
    );
    const outcomes = Promise.allSettled(all);
    expect(begun).toEqual([0, 1]);
    for (const n of [1, 0, 2, 3, 4]) {
      ends[n]!();
      await all[n]!.catch(() => {});
      await Promise.resolve();
    }
    expect(begun).toEqual([0, 1, 2, 3, 4]);
    expect((await outcomes).map(({ status }) => status)).toEqual([
      'fulfilled',
      'rejected',
      'fulfilled',
      'fulfilled',
      'fulfilled',
    ]);
    await expect(turns.take(async () => 'free again')).resolves.toBe('free again');
  });
});
