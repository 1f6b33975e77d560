import type { Path } from './fault.ts';
import type { Report } from './resolve-people.ts';

/** An indicator's weight, where its file states one, and its place. */
export interface StatedWeight {
  readonly weight: number | undefined;
  readonly path: Path;
}

/**
 * The total of all weights: as stated where they add up to it, their sum where no total is stated, and `null` where
 * the plan has no weights at all.
 */
export function resolveTotalWeight(
  stated: number | undefined,
  weights: readonly StatedWeight[],
  report: Report,
): number | null {
  const given = weights.filter((each) => each.weight !== undefined);
  if (given.length === 0) {
    if (stated !== undefined) {
      report(['totalWeight'], 'no indicator has a weight: give every indicator one, or leave the total out');
    }
    return null;
  }
  for (const { weight, path } of weights) {
    if (weight === undefined) {
      report([...path, 'weight'], 'is missing while other indicators have one: give every indicator a weight, or none');
    }
  }
  // Weights such as 0.1 and 0.2 add up as people add them, not as binary fractions do.
  const sum = Number(given.reduce((total, each) => total + each.weight!, 0).toFixed(6));
  if (stated !== undefined && given.length === weights.length && sum !== stated) {
    report(['totalWeight'], `the weights add up to ${sum}, not to ${stated}: correct the weights, or write ${sum}`);
  }
  return stated ?? sum;
}
