import type { z } from '@hono/zod-openapi';
import type { PersonAction } from '../../machines/types.ts';
import type { ReceivedFile } from '../evidence/evidence-types.ts';
import type { ApiParts, Caller } from './api-parts.ts';
import { Problem } from './problem.ts';
import type { action } from './schemas/events.ts';

type SentAction = z.infer<typeof action>;

/** Who may name the receipt of an upload: whoever has the token it came with. */
export function ownerOf({ token }: Caller): string {
  return `token ${token.id}`;
}

/**
 * The files that an action's evidence names, by their receipts.
 *
 * @throws Problem for a receipt under which nothing waits
 */
export async function waitingPapers(
  { evidence }: ApiParts,
  caller: Caller,
  sent: SentAction,
): Promise<ReadonlyMap<string, ReceivedFile>> {
  const papers = new Map<string, ReceivedFile>();
  for (const [i, { receipt }] of ('evidence' in sent ? sent.evidence : []).entries()) {
    if (receipt === undefined) continue;
    const paper = await evidence.findWaiting(receipt, ownerOf(caller));
    if (!paper) {
      const pointer = `#/action/evidence/${i}/receipt`;
      throw new Problem('invalidRequest', { errors: [{ pointer, detail: 'No file waits under this receipt.' }] });
    }
    papers.set(receipt, paper);
  }
  return papers;
}

/** The action as the engine takes it, with each file in the place of its receipt. */
export function withFiles(sent: SentAction, papers: ReadonlyMap<string, ReceivedFile>): PersonAction {
  if (!('evidence' in sent)) return sent;
  const evidence = sent.evidence.map(({ reference, date, receipt }) => {
    const file = receipt === undefined ? undefined : papers.get(receipt)?.evidenceFile;
    return { reference, date, ...(file ? { file } : {}) };
  });
  return { ...sent, evidence } as PersonAction;
}
