import type { OpenDatabase } from '../../src/db/database.ts';
import { Engine, type EngineParts } from '../../src/engine/engine.ts';
import { composeAssessment } from '../../src/letters/assessment-letter.ts';
import { composeLetter } from '../../src/letters/letter.ts';
import { composeMeeting } from '../../src/letters/meeting-letter.ts';
import { composeQuestion } from '../../src/letters/question-letter.ts';
import { messageIdOf } from '../../src/mail/message-id.ts';

/** A real engine for pages, over a database and a clock; its bells ring nowhere. */
export function webEngine(database: OpenDatabase, clock: EngineParts['clock']): Engine {
  return new Engine({
    db: database.db,
    clock,
    bells: { armAlarms: async () => {}, enqueueMail: async () => {}, enqueueWebhooks: async () => {} },
    letterhead: {
      baseUrl: 'http://127.0.0.1:3000',
      compose: composeLetter,
      composeQuestion,
      composeAssessment,
      composeMeeting,
      headerIdOf: (identity) => messageIdOf(identity, 'plan@office.example'),
    },
    logger: { info: () => {}, warn: () => {}, error: () => {} },
    sendingLease: 60_000,
    realNow: () => clock.now(),
  });
}
