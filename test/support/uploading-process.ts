import { Readable } from 'node:stream';
import { recordAs } from '../../src/acting/record-as.ts';
import { openApp } from '../../src/app.ts';
import type { ReceivedFile } from '../../src/evidence/evidence-types.ts';
import { createLogger } from '../../src/log.ts';
import { readSettings } from '../../src/settings.ts';
import { at, calendar } from '../engine/office.ts';
import { pdf } from '../evidence/sample-files.ts';
import { indicatorOf } from '../machines/office.ts';
import { EVERY_POST_HELD, staffed } from '../notices/staffed.ts';

/*
 * A process in which a focal point completes a step with an uploaded file, and which kills itself on the way: at "kept",
 * when the file is where it stays and the event is about to be committed, or at "recorded", just after that.
 */

const [moment, step] = process.argv.slice(2) as ['kept' | 'recorded', string];
const settings = readSettings(process.env, 'config');
const clock = { now: () => at('2021-08-02'), waitFor: () => 0 };
const app = await openApp({ settings, clock, logger: createLogger(settings) });
const plan = staffed(EVERY_POST_HELD, [indicatorOf('milestone', { code: '1.1.1' })]);
await app.engine.apply({ plan, calendar, source: 'test', by: 'test' });
const address = 'the-focal@office.example';
const paper = (await app.evidence.receive(
  'order.pdf',
  Readable.from([Buffer.from(pdf(step))]),
  address,
)) as ReceivedFile;
const die = () => {
  process.kill(process.pid, 'SIGKILL');
  return new Promise<never>(() => {});
};
const evidence = {
  keep: async (one: ReceivedFile) => {
    await app.evidence.keep(one);
    if (moment === 'kept') await die();
  },
  release: die,
};
await recordAs(
  { db: app.database.db, engine: app.engine, clock, evidence },
  { address, isAdministrator: false },
  {
    planId: plan.id,
    code: '1.1.1',
    action: {
      type: 'completeStep',
      step,
      evidence: [{ reference: 'Memo 7', date: null, file: paper.evidenceFile }],
      note: null,
    },
    papers: [paper],
  },
);
