import { DrizzleQueryError } from 'drizzle-orm/errors';

export type DatabaseErrorCode =
  | 'databaseUnavailable'
  | 'uniqueViolation'
  | 'constraintViolation'
  | 'appendOnlyViolation'
  | 'serializationFailure'
  | 'queryFailed'
  | 'transactionMisused'
  | 'folderLocked';

/** What the database said no to. `cause` holds the driver's own error. */
export abstract class DatabaseError extends Error {
  abstract readonly code: DatabaseErrorCode;
  /** The five characters of Postgres, where the server itself answered. */
  readonly sqlState: string | null;
  /** The constraint and table that were hurt, where the server named them. */
  readonly constraint: string | null;
  readonly table: string | null;

  constructor(message: string, cause?: unknown) {
    super(message, { cause });
    this.name = new.target.name;
    this.sqlState = field(cause, 'code', SQL_STATE);
    this.constraint = field(cause, 'constraint');
    this.table = field(cause, 'table');
  }
}

/** The server cannot be reached, is starting or stopping, or has no connection left: worth another try later. */
export class DatabaseUnavailable extends DatabaseError {
  readonly code = 'databaseUnavailable';
}

/** A row with this key exists already; `constraint` tells which key. */
export class UniqueViolation extends DatabaseError {
  readonly code = 'uniqueViolation';
}

/** A check, a foreign key or a `not null` was hurt. */
export class ConstraintViolation extends DatabaseError {
  readonly code = 'constraintViolation';
}

/** Somebody tried to change the event log or a definition. */
export class AppendOnlyViolation extends DatabaseError {
  readonly code = 'appendOnlyViolation';
}

/** Two transactions stood in each other's way and this one was rolled back: the same work may be tried again at once. */
export class SerializationFailure extends DatabaseError {
  readonly code = 'serializationFailure';
}

/** Any other answer of the server, as a rule a mistake in a query. */
export class QueryFailed extends DatabaseError {
  readonly code = 'queryFailed';
}

/** The program used the whole database inside a transaction, where only the transaction may be used. */
export class TransactionMisused extends DatabaseError {
  readonly code = 'transactionMisused';
}

/** Another process has the folder of the embedded database open. */
export class FolderLocked extends DatabaseError {
  readonly code = 'folderLocked';
}

const SQL_STATE = /^[0-9A-Z]{5}$/;

/** Shutdown by the administrator, crash, "the database system is starting up", and "too many connections". */
const UNAVAILABLE = /^(08...|57P0[1-3]|53300)$/;

/**
 * Translates what a driver threw into the errors above; what is none of the database's business comes back as it is.
 * Codes: https://www.postgresql.org/docs/15/errcodes-appendix.html
 */
export function asDatabaseError(error: unknown): unknown {
  if (error instanceof DatabaseError) return error;
  if (error instanceof DrizzleQueryError) return asDatabaseError(error.cause);
  const sqlState = field(error, 'code', SQL_STATE);
  if (sqlState !== null && field(error, 'severity') !== null) return fromSqlState(sqlState, error as Error);
  if (field(error, 'code', /^E[A-Z_]+$/) !== null && field(error, 'syscall') !== null)
    return unavailable(error as Error);
  return error;
}

/** As above, for what a driver threw while it spoke to the server: there, a plain `Error` means a broken connection. */
export function asDriverError(error: unknown): unknown {
  const translated = asDatabaseError(error);
  const isPlain = translated instanceof Error && Object.getPrototypeOf(translated) === Error.prototype;
  return isPlain ? unavailable(translated) : translated;
}

function fromSqlState(sqlState: string, cause: Error): DatabaseError {
  if (UNAVAILABLE.test(sqlState)) return unavailable(cause);
  if (sqlState === '23505') return new UniqueViolation(`Such a row exists already: ${cause.message}`, cause);
  if (sqlState.startsWith('23'))
    return new ConstraintViolation(`The database refuses the row: ${cause.message}`, cause);
  if (sqlState === 'SU001') return new AppendOnlyViolation(cause.message, cause);
  if (sqlState === '40001' || sqlState === '40P01') {
    return new SerializationFailure(`Rolled back for another transaction; try again: ${cause.message}`, cause);
  }
  return new QueryFailed(`The database refuses the query (${sqlState}): ${cause.message}`, cause);
}

function unavailable(cause: Error): DatabaseUnavailable {
  // Refused connections to a host with two addresses arrive as one error without a message of its own.
  const reason = cause.message || field(cause, 'code') || cause.name;
  return new DatabaseUnavailable(
    `The database cannot be reached: ${reason}. Check that it runs, and DATABASE_URL.`,
    cause,
  );
}

function field(error: unknown, name: string, pattern = /./): string | null {
  if (typeof error !== 'object' || error === null) return null;
  const value = (error as Record<string, unknown>)[name];
  return typeof value === 'string' && pattern.test(value) ? value : null;
}
