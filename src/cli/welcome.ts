import { join } from 'node:path';
import type { App } from '../app.ts';
import type { StoredMessage } from '../db/queries/messages.ts';
import { planFaces } from '../db/queries/plan-faces.ts';
import { readPlanStatus } from '../engine/plan-status.ts';
import type { Plan } from '../plan/types.ts';
import { LINK_MINUTES } from '../sign-in/sign-in.ts';
import { drawStatus, postTitle, type TableStyle } from './status-table.ts';
import { cellsOf } from './terminal-table.ts';
import { welcomeWords } from './welcome-words.ts';

/** What is running where. */
export interface Running {
  readonly page: string | null;
  readonly works: boolean;
  /** Lets the administrator in, where nobody was ever signed in. */
  readonly link: string | null;
  /** The file of the sample plan that was made just now. */
  readonly sample: string | null;
  /** The letters that went out since the start, and how many were made. */
  readonly sent: readonly StoredMessage[];
  readonly made: number;
}

/** So many letters are named one by one. */
const NAMED_AT_MOST = 6;

/** What a person reads who has just started Suchok. `command` is how this very person would call it. */
export async function writeWelcome(app: App, running: Running, command: string, style: TableStyle): Promise<string> {
  const say = welcomeWords(style.language);
  const { settings, database } = app;
  const plans = await planFaces(database.db);
  const [only] = plans;
  const status = plans.length === 1 && only ? await readPlanStatus(database.db, only.id, app.clock.now()) : null;
  const outbox = join(settings.dataDir, 'outbox');
  const data = database.flavour === 'pglite' ? say.embedded(settings.dataDir) : say.postgres;
  const facts = [
    ...(running.page === null ? [] : [[say.parts.page, running.page] as const]),
    [say.parts.work, running.works ? say.workers : say.noWorkers] as const,
    [say.parts.data, `${data}${settings.redisUrl ? say.redis : ''}`] as const,
    [say.parts.letters, settings.smtpUrl ? say.smtp : say.outbox(outbox)] as const,
  ];
  const width = Math.max(...facts.map(([name]) => cellsOf(name)));
  const lines = facts.map(([name, fact]) => `  ${name}${' '.repeat(width - cellsOf(name))}  ${fact}`);
  const standing = status ? drawStatus(status.plan, status.rows, style).trimEnd() : say.plans(plans.length);
  const id = only?.id ?? 'PLAN';
  return `${[
    style.paint('bold', say.running),
    lines.join('\n'),
    ...(running.link === null ? [] : [`${say.signIn(LINK_MINUTES, command)}\n  ${running.link}`]),
    ...(running.sample === null ? [] : [say.sampleMade(running.sample)]),
    standing,
    ...(running.works ? [lettersOut(running, status?.plan ?? null, settings.smtpUrl ? null : outbox, style)] : []),
    `${say.next}\n  ${command} status${status ? '' : ` ${id}`}\n  ${command} record ${id} --help\n  ${command} --help`,
  ].join('\n\n')}\n`;
}

function lettersOut({ sent, made }: Running, plan: Plan | null, outbox: string | null, style: TableStyle): string {
  const say = welcomeWords(style.language);
  if (made === 0 && sent.length === 0) return say.nothingToSend;
  const named = sent.slice(0, NAMED_AT_MOST).map((letter) => `  ${letterLine(letter, plan, style)}`);
  const more = sent.length > named.length ? ['  …'] : [];
  const head = say.lettersOut(sent.length, `${outbox === null ? '' : ` (${outbox})`}:`);
  const waiting = made > sent.length ? [say.lettersWaiting(made - sent.length)] : [];
  return [...(sent.length === 0 ? [] : [head, ...named, ...more]), ...waiting].join('\n');
}

/** `Focal Point: subject` */
export function letterLine(
  letter: StoredMessage,
  plan: Plan | null,
  { language, paint }: Pick<TableStyle, 'language' | 'paint'>,
) {
  const to = (plan && postTitle(plan, letter.post, language)) ?? letter.post;
  return `${paint('cyan', to)}: ${letter.subject}`;
}
