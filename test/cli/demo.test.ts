import { readdirSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { SimulationJson } from '../../src/simulate/simulation-json.ts';
import { builtProgram, startSuchok, suchok } from './process.ts';
import { type } from './terminal.ts';

const PATIENCE = 240_000;

function outboxOf(out: string): string {
  return /: (\S+outbox)\n/.exec(out)![1]!;
}

describe('The demo', () => {
  it(
    'ends a year of seconds where the simulation of that year ends, with the same letters',
    async () => {
      const plan = 'chatkhil-2024-25';
      const { code, out, err } = await suchok(['demo', '--plan', plan, '--seconds', '2', '--skip', '4.1.1'], {});
      expect({ code, err }).toEqual({ code: 0, err: '' });
      const simulated = await type(['simulate', plan, '--history', 'auto', '--json']);
      const { summary, messages } = JSON.parse(simulated.out) as SimulationJson;
      expect(out).toContain('Nobody does anything about 4.1.1.');
      expect(out).toContain(`9 in all: ${summary.notAchieved + 1} not achieved`);
      const letters = Number(/(\d+) letters went out/.exec(out)![1]);
      expect(letters).toBeGreaterThanOrEqual(messages.length);
      const outbox = outboxOf(out);
      expect(readdirSync(outbox)).toHaveLength(letters);
      expect(readdirSync(dirname(outbox))).toEqual(['outbox']);
      rmSync(dirname(outbox), { recursive: true });
      // Days follow each other, and every letter goes out at the office's hour.
      expect(out.match(/^ {2}\d\d:\d\d {2}letter to /gm)!.every((line) => line.startsWith('  09:00'))).toBe(true);
    },
    PATIENCE,
  );

  it(
    'ends early when it is told to, with how things stand',
    async () => {
      const demo = startSuchok(['demo', '--seconds', '3600', '--lang', 'bn'], {}, await builtProgram());
      await demo.printed('…');
      demo.child.kill('SIGINT');
      const { code, out } = await demo.ended;
      expect(code).toBe(0);
      expect(out).toContain('মোট ১৩টি: শুরু হয়নি ১৩টি');
      rmSync(dirname(outboxOf(out)), { recursive: true, force: true });
    },
    PATIENCE,
  );

  it('says which indicators there are for one to skip that is none', async () => {
    const { code, err } = await suchok(['demo', '--skip', '2.2.9'], {});
    expect({ code, err }).toEqual({ code: 1, err: expect.stringContaining('has no indicator "2.2.9"') });
  });
});
