import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type {
  CalendarMonth,
  Duty,
  DutyList,
  IndicatorDetail,
  IndicatorList,
  LeaveDone,
  LeaveList,
  Me,
  MessageChanged,
  MessageDetail,
  MessageList,
  MessageSummary,
  NewEvent,
  NewLeave,
  NoticesAhead,
  PeopleChange,
  PlanApplied,
  PlanDetail,
  PlanList,
  PlanPeople,
  PlanSummary,
  ProblemDetails,
  Question,
  QuestionList,
  RecordedEvent,
  ReportFormat,
  ReportQuery,
  WaitingEscalation,
  WaitingEscalationList,
} from './answers.ts';
import { ApiProblem, ServerUnreachable } from './errors.ts';

export interface ClientTerms {
  /** As people reach it: `https://suchok.office.example`. */
  readonly server: string;
  readonly token: string;
  /** In which problems are told. */
  readonly language?: 'bn' | 'en';
  /** Milliseconds before a request that got no answer is sent again. */
  readonly pauses?: readonly number[];
  /** Milliseconds for one request. */
  readonly timeout?: number;
}

interface Sent {
  readonly method: 'GET' | 'POST';
  readonly query?: Readonly<Record<string, string | number | undefined>>;
  readonly body?: string;
  readonly type?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

type Read<Answer> = (response: Response) => Promise<Answer | null>;

/** In one request at most. */
const PAGE = 500;

/** Not our fault, or not for long: 409 is a write of ours that the server still answers under the same key. */
const PASSING = new Set(['keyInProgress', 'unavailable', 'tooManyRequests']);

/**
 * A small client of the API. Each write has a key of its own and is sent again under it when no answer came, so that what
 * is asked for is done once. Every method throws ApiProblem and ServerUnreachable.
 */
export class SuchokClient {
  readonly #terms: ClientTerms;
  readonly #base: string;

  constructor(terms: ClientTerms) {
    this.#terms = terms;
    this.#base = `${terms.server.replace(/\/+$/, '')}/api/v1`;
  }

  me(): Promise<Me> {
    return this.#get('/me');
  }

  /** All plans that the token's person may read, by their ids. */
  plans(): Promise<PlanSummary[]> {
    return this.#all<PlanSummary, PlanList>('/plans', {});
  }

  plan(id: string): Promise<PlanDetail> {
    return this.#get(`/plans/${encodeURIComponent(id)}`);
  }

  /** How a plan stands, with all of its indicators. */
  async indicators(planId: string): Promise<Omit<IndicatorList, 'nextCursor'>> {
    const path = `/plans/${encodeURIComponent(planId)}/indicators`;
    let page = await this.#get<IndicatorList>(path, { limit: PAGE });
    const { nextCursor: _, ...first } = page;
    const items = [...page.items];
    while (page.nextCursor !== null) {
      page = await this.#get<IndicatorList>(path, { limit: PAGE, cursor: page.nextCursor });
      items.push(...page.items);
    }
    return { ...first, items };
  }

  indicator(planId: string, code: string): Promise<IndicatorDetail> {
    return this.#get(`/plans/${encodeURIComponent(planId)}/indicators/${encodeURIComponent(code)}`);
  }

  /** @param seen the version that the person had seen; others' acts since then refuse the event */
  record(planId: string, code: string, event: NewEvent, seen?: number): Promise<RecordedEvent> {
    return this.#send(`/plans/${encodeURIComponent(planId)}/indicators/${encodeURIComponent(code)}/events`, {
      method: 'POST',
      body: JSON.stringify(event),
      ...(seen === undefined ? {} : { headers: { 'If-Match': `"${seen}"` } }),
    });
  }

  /** @param file the name to tell faults under */
  applyPlan(text: string, { file, dryRun }: { readonly file: string; readonly dryRun: boolean }): Promise<PlanApplied> {
    const query = { file, dryRun: String(dryRun) };
    return this.#send('/plans', { method: 'POST', query, body: text, type: 'application/yaml' });
  }

  /** The newest letters first, so many at most. */
  messages(filter: { readonly plan?: string; readonly status?: string; readonly limit: number }) {
    const { limit, ...query } = filter;
    return this.#all<MessageSummary, MessageList>('/messages', query, limit);
  }

  message(id: number): Promise<MessageDetail> {
    return this.#get(`/messages/${id}`);
  }

  retryMessage(id: number): Promise<MessageChanged> {
    return this.#send(`/messages/${id}/retry`, { method: 'POST' });
  }

  cancelMessage(id: number): Promise<MessageChanged> {
    return this.#send(`/messages/${id}/cancel`, { method: 'POST' });
  }

  /** The bytes of a report of a plan. */
  report(planId: string, terms: ReportQuery, format: ReportFormat): Promise<Uint8Array<ArrayBuffer>> {
    const { kind, ...query } = terms;
    return this.#request(
      `/plans/${encodeURIComponent(planId)}/reports/${kind}`,
      { method: 'GET', query: { ...query, format } },
      async (response) => (response.ok ? new Uint8Array(await response.arrayBuffer()) : null),
    );
  }

  /** What the token's person owes, by date. */
  duties(): Promise<Duty[]> {
    return this.#all<Duty, DutyList>('/me/duties', {});
  }

  /** The explanations that the token's person owes. */
  questions(): Promise<Question[]> {
    return this.#all<Question, QuestionList>('/me/questions', {});
  }

  /** The escalations that wait for the answer of the token's person. */
  escalations(): Promise<WaitingEscalation[]> {
    return this.#all<WaitingEscalation, WaitingEscalationList>('/me/escalations', {});
  }

  /** A month, as `2027-01`, of one's own deadlines or of those of a plan. */
  calendar(asked: { readonly month?: string; readonly plan?: string } = {}): Promise<CalendarMonth> {
    return this.#get('/calendar', asked);
  }

  /** Which letters would go to whom until the end of a day, if nobody did anything. */
  noticesAhead(planId: string, until?: string): Promise<NoticesAhead> {
    return this.#get(`/plans/${encodeURIComponent(planId)}/notices`, { until });
  }

  leaves(planId: string): Promise<LeaveList> {
    return this.#get(`/plans/${encodeURIComponent(planId)}/leaves`);
  }

  takeLeave(planId: string, leave: NewLeave): Promise<LeaveDone> {
    const body = JSON.stringify(leave);
    return this.#send(`/plans/${encodeURIComponent(planId)}/leaves`, { method: 'POST', body });
  }

  endLeave(id: number): Promise<LeaveDone> {
    return this.#send(`/leaves/${id}/end`, { method: 'POST' });
  }

  /** The posts of a plan and who holds them. */
  people(planId: string): Promise<PlanPeople> {
    return this.#get(`/plans/${encodeURIComponent(planId)}/people`);
  }

  /** @param seen the version of the plan that the person had seen; whatever was put in force since refuses the change */
  changePeople(planId: string, change: PeopleChange, seen?: number): Promise<PlanApplied> {
    return this.#send(`/plans/${encodeURIComponent(planId)}/people`, {
      method: 'POST',
      body: JSON.stringify(change),
      ...(seen === undefined ? {} : { headers: { 'If-Match': `"${seen}"` } }),
    });
  }

  #get<Answer>(path: string, query: Sent['query'] = {}): Promise<Answer> {
    return this.#send(path, { method: 'GET', query });
  }

  async #all<Item, Page extends { readonly items: Item[]; readonly nextCursor: string | null }>(
    path: string,
    query: NonNullable<Sent['query']>,
    most = Number.POSITIVE_INFINITY,
  ): Promise<Item[]> {
    const items: Item[] = [];
    let cursor: string | null | undefined;
    while (cursor !== null && items.length < most) {
      const limit = Math.min(PAGE, most - items.length);
      const page: Page = await this.#get(path, { ...query, limit, cursor: cursor ?? undefined });
      items.push(...page.items);
      cursor = page.nextCursor;
    }
    return items;
  }

  #send<Answer>(path: string, sent: Sent): Promise<Answer> {
    return this.#request(path, sent, async (response) =>
      response.ok ? (asJson(await response.text()) as Answer | null) : null,
    );
  }

  /** @param read the answer out of a response; null where it is none of Suchok's, or has not been read */
  async #request<Answer>(path: string, sent: Sent, read: Read<Answer>): Promise<Answer> {
    const headers: Record<string, string> = {
      Accept: 'application/json',
      'Accept-Language': this.#terms.language ?? 'en',
      Authorization: `Bearer ${this.#terms.token}`,
      ...(sent.body === undefined ? {} : { 'Content-Type': sent.type ?? 'application/json' }),
      // Made once for all tries: the server does it once, however many of them arrive.
      ...(sent.method === 'GET' ? {} : { 'Idempotency-Key': randomUUID() }),
      ...sent.headers,
    };
    const pauses = this.#terms.pauses ?? [500, 2_000, 5_000];
    for (const pause of [...pauses, null]) {
      try {
        return await this.#once(path, sent, headers, read);
      } catch (error) {
        const isPassing = error instanceof ApiProblem ? PASSING.has(error.problem.code) : isLost(error);
        if (!isPassing || pause === null) throw error;
        await wait(error instanceof ApiProblem ? Math.max(pause, error.wait ?? 0) : pause);
      }
    }
    throw new Error('A request ends with an answer or an error.');
  }

  async #once<Answer>(
    path: string,
    { method, query = {}, body }: Sent,
    headers: Record<string, string>,
    read: Read<Answer>,
  ): Promise<Answer> {
    const { server, timeout = 60_000 } = this.#terms;
    const search = new URLSearchParams();
    for (const [name, value] of Object.entries(query)) if (value !== undefined) search.set(name, String(value));
    const url = `${this.#base}${path}${search.size > 0 ? `?${search}` : ''}`;
    let response: Response;
    let answer: Answer | null;
    let problem: object | null = null;
    try {
      const signal = AbortSignal.timeout(timeout);
      // A token is for the server that was named, and for no other that it points to.
      response = await fetch(url, {
        method,
        headers,
        redirect: 'manual',
        signal,
        ...(body === undefined ? {} : { body }),
      });
      answer = await read(response);
      if (!response.ok) problem = asJson(await response.text());
    } catch (error) {
      throw new ServerUnreachable(server, reasonOf(error), error);
    }
    if (answer !== null) return answer;
    if (problem !== null && isProblem(problem)) throw new ApiProblem(problem, waitOf(problem, response));
    throw new ServerUnreachable(server, `it answered ${response.status}, and not as Suchok does`);
  }
}

/** Of too many requests, the minute passes; what else passes does so in less than the server dares to promise. */
function waitOf({ code }: ProblemDetails, { headers }: Response): number | null {
  const seconds = Number(headers.get('Retry-After'));
  return code === 'tooManyRequests' && seconds > 0 && seconds <= 60 ? seconds * 1_000 : null;
}

/** No answer came: whether the request arrived is not known. */
function isLost(error: unknown): boolean {
  return error instanceof ServerUnreachable && error.cause !== undefined;
}

function reasonOf(error: unknown): string {
  const cause = error instanceof Error ? (error.cause ?? error) : error;
  return cause instanceof Error ? (cause as NodeJS.ErrnoException).code || cause.message : String(cause);
}

function asJson(text: string): object | null {
  try {
    return JSON.parse(text) as object | null;
  } catch {
    return null;
  }
}

function isProblem(answer: object): answer is ProblemDetails {
  return 'code' in answer && 'title' in answer && 'status' in answer;
}
