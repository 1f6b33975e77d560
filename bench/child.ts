import { createInterface } from 'node:readline';
import { runScript } from '../test/support/run-script.ts';

/** A part of the bench in a process of its own, so that its memory is its own too. */
export interface Child {
  ask<Answer>(task: string, terms?: object): Promise<Answer>;
  /** Ends it, and tells the most memory it ever had, in megabytes. */
  end(): Promise<number>;
}

type Tasks = Readonly<Record<string, (terms: never) => Promise<object> | object>>;

/** In the parent: starts a script of this folder. */
export function startChild(script: string, env: NodeJS.ProcessEnv = {}): Child {
  const running = runScript(new URL(script, import.meta.url).pathname, [], env);
  const ask = async (task: string, terms: object = {}) => {
    running.tell(JSON.stringify({ task, terms }));
    return JSON.parse(await running.line());
  };
  return {
    ask,
    end: async () => {
      const { peakMegabytes } = await ask('end');
      await running.ended;
      return peakMegabytes;
    },
  };
}

/** In the child: does one task after the other, each asked for in a line and answered in a line. */
export async function serve(tasks: Tasks, end: () => Promise<void> = async () => {}): Promise<void> {
  for await (const line of createInterface({ input: process.stdin })) {
    const { task, terms } = JSON.parse(line) as { task: string; terms: never };
    if (task === 'end') break;
    process.stdout.write(`${JSON.stringify(await tasks[task]!(terms))}\n`);
  }
  await end();
  // `maxRSS` is in kilobytes on every system that Node knows.
  process.stdout.write(`${JSON.stringify({ peakMegabytes: Math.round(process.resourceUsage().maxRSS / 1024) })}\n`);
  process.exit(0);
}
