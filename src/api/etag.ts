import { Problem } from './problem.ts';

/** The version of an indicator, the number of its last log entry, as an ETag. */
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
      errors: [{ parameter: 'If-Match', detail: 'write the one ETag that the indicator was read with, as in "17"' }],
    });
  }
  return Number(version);
}
