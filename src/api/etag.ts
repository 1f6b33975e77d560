import { Problem } from './problem.ts';

/** A version as an ETag: of an indicator the number of its last log entry, of a plan the number of its version. */
export function etagOf(version: number): string {
  return `"${version}"`;
}

/**
 * The version that a writer had seen, out of If-Match; undefined for whoever gives none, or `*`.
 *
 * @throws Problem for what is no ETag of ours
 */
export function versionSeen(header: string | undefined): number | undefined {
  if (header === undefined || header.trim() === '*') return undefined;
  const [, version] = /^\s*"(0|[1-9][0-9]{0,8})"\s*$/.exec(header) ?? [];
  if (version === undefined) {
    throw new Problem('invalidRequest', {
      errors: [{ parameter: 'If-Match', detail: 'write the one ETag that it was read with, as in "17"' }],
    });
  }
  return Number(version);
}
