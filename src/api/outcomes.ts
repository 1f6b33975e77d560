import type { Verdict } from '../rights/rights.ts';
import { Problem } from './problem.ts';

/** What acting answers where nothing may be done, as a problem. Other answers pass through. */
export function allowed<Outcome extends { readonly outcome: string }>(
  answer: Outcome,
): Exclude<Outcome, { readonly outcome: 'notFound' } | { readonly outcome: 'forbidden' }> {
  if (answer.outcome === 'notFound') throw new Problem('notFound');
  if (answer.outcome === 'forbidden') {
    const { verdict } = answer as unknown as { readonly verdict: Extract<Verdict, { allowed: false }> };
    throw new Problem('forbidden', { detail: `needs: ${verdict.needs.join(', ')}` });
  }
  return answer as ReturnType<typeof allowed<Outcome>>;
}
