import type { ProblemDetails } from './answers.ts';

/** The server answered with a problem. */
export class ApiProblem extends Error {
  readonly code = 'apiProblem';
  readonly problem: ProblemDetails;
  /** Milliseconds until it is worth asking again, where the server says so. */
  readonly wait: number | null;

  constructor(problem: ProblemDetails, wait: number | null = null) {
    super([problem.title, problem.detail, ...(problem.errors ?? []).map(lineOf)].filter(Boolean).join('\n'));
    this.name = 'ApiProblem';
    this.problem = problem;
    this.wait = wait;
  }
}

/** The server did not answer, or what answers there is no Suchok. `cause` holds the reason. */
export class ServerUnreachable extends Error {
  readonly code = 'serverUnreachable';
  readonly server: string;

  constructor(server: string, reason: string, cause?: unknown) {
    super(`The server ${server} cannot be asked: ${reason}. Check --server (SUCHOK_SERVER) and the connection.`, {
      cause,
    });
    this.name = 'ServerUnreachable';
    this.server = server;
  }
}

function lineOf({ pointer, parameter, field, line, detail }: NonNullable<ProblemDetails['errors']>[number]): string {
  const place = pointer ?? parameter ?? (line === undefined ? field : `line ${line} ${field ?? ''}`.trim());
  return place === undefined ? detail : `${place}: ${detail}`;
}
