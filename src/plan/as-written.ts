import type { Plan } from './types.ts';

/** A plan as an office writes it, without what is kept beside it: leaves, meetings and what they decided. */
export function asWritten({ leaves: _, duties: __, ...plan }: Plan): Plan {
  return plan;
}
