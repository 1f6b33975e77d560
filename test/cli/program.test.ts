import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import type { Command } from 'commander';
import { describe, expect, it } from 'vitest';
import { addDemo } from '../../src/cli/commands/demo.ts';
import { addStart } from '../../src/cli/commands/start.ts';
import { localContext } from '../../src/cli/local-context.ts';
import { createProgram } from '../../src/cli/program.ts';
import { cleanEnvironment, MAIN } from './process.ts';
import { page, type } from './terminal.ts';

const further = [addStart, addDemo];

/** `plan apply`, for every command that does something. */
function commandNames(): string[] {
  const pipe = page({ isTTY: false, columns: undefined });
  const program = createProgram(localContext({ out: pipe.stream, err: pipe.stream, env: {} }), further);
  const names = (command: Command, before: string): string[] =>
    command.commands.flatMap((child) => {
      const name = `${before} ${child.name()}`.trim();
      return child.commands.length > 0 ? names(child, name) : [name];
    });
  return names(program, '');
}

describe('Help', () => {
  it('is there for every command, with lines to try', async () => {
    const names = commandNames();
    expect(names).toEqual(
      expect.arrayContaining(['start', 'demo', 'status', 'record', 'plan new', 'mail retry', 'doctor']),
    );
    for (const name of names) {
      const { code, out } = await type([...name.split(' '), '--help'], { commands: further });
      expect(code, name).toBe(0);
      expect(out, name).toContain(`Usage: suchok ${name}`);
      expect(out, name).toContain(`  $ suchok ${name}`);
    }
  });

  it('names the command that was likely meant', async () => {
    const { code, err } = await type(['statsu']);
    expect(code).toBe(1);
    expect(err).toContain('(Did you mean status?)');
  });
});

it('a reader who has read enough of a pipe is not troubled', async () => {
  const args = [...MAIN, 'simulate', 'mowca-2021-22', '--json'];
  const child = spawn(process.execPath, args, { env: cleanEnvironment({}), stdio: ['ignore', 'pipe', 'pipe'] });
  child.stdout.destroy();
  const [err, [code]] = await Promise.all([text(child.stderr), once(child, 'exit')]);
  expect({ code, err }).toEqual({ code: 0, err: '' });
});

describe('Simulating', () => {
  it('is a story, day by day, in the language asked for', async () => {
    const { out } = await type([
      'simulate',
      'mowca-2021-22',
      '--history',
      'auto',
      '--until',
      '2021-08-31',
      '--lang',
      'bn',
    ]);
    expect(out).toContain('বুধবার, ২৫ আগস্ট ২০২১\n  ১২:০০  ১.৪.১ সভা আয়োজিত: ধাপ সম্পন্ন: পর্যালোচনা সভা অনুষ্ঠিত → অর্জিত\n');
    expect(out).toContain('  ০৯:০০  পত্র: প্রোগ্রামার, আইসিটি শাখা ও উপসচিব, প্রশাসন-১ শাখা: ১.৪.১ (৩০ দিন আগে)\n');
  });

  it('says so where a history, a date or an order of dates is wrong', async () => {
    const error = async (...args: string[]) => (await type(['simulate', 'mowca-2021-22', ...args])).err;
    expect(await error('--history', 'mowca')).toContain('use one of: chatkhil-2024-25');
    expect(await error('--history', 'dwa-2021-22')).toContain('is another plan than "mowca-2021-22"');
    expect(await error('--from', '30 February 2022')).toContain('Write a date');
    expect(await error('--from', '2022-03-01', '--until', '2022-02-01')).toContain('turn them round');
  });
});
