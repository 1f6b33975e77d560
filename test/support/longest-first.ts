import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** The files that take longest, in that order. One that is begun last would keep a single worker busy at the end. */
const LONGEST = [
  'test/cli/start.test.ts',
  'test/web/every-page.test.ts',
  'test/cli/demo.test.ts',
  'test/faults/servers.test.ts',
  'test/web/crowd.test.ts',
  'test/workers/delivery.test.ts',
  'test/queue/queues.test.ts',
  'test/stories/innovation-officer.test.ts',
  'test/stories/supervisor.test.ts',
  'test/faults/embedded.test.ts',
  'test/machines/model.test.ts',
];

/** Begins with the longest files, on machines too that have not run them before. */
export default class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const { root } = this.ctx.config;
    const ranks = new Map(LONGEST.map((file, rank) => [join(root, file), rank]));
    const gone = [...ranks.keys()].filter((file) => !existsSync(file));
    if (gone.length)
      throw new Error(`Not there any more, but named in test/support/longest-first.ts: ${gone.join(', ')}`);
    const rankOf = ({ moduleId }: TestSpecification) => ranks.get(moduleId) ?? LONGEST.length;
    return (await super.sort(files)).sort((a, b) => rankOf(a) - rankOf(b));
  }
}
