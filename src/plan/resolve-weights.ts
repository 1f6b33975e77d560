import type { Path, Report } from './fault.ts';

/** An indicator's weight, where its file states one, and its place. */
interface StatedWeight {
  readonly weight: number | undefined;
  /** Whether the file states one, be it sound or not. */
  readonly given: boolean;
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
  const sound = weights.filter((each) => each.weight !== undefined);
  if (sound.length === 0) {
    if (stated !== undefined && !weights.some((each) => each.given)) {
      report(['totalWeight'], 'no indicator has a weight: give every indicator one, or leave the total out');
    }
    return null;
  }
  for (const { given, path } of weights) {
    if (!given) {
      report([...path, 'weight'], 'is missing while other indicators have one: give every indicator a weight, or none');
    }
  }
  // Weights such as 0.1 and 0.2 add up as people add them, not as binary fractions do.
  const sum = Number(sound.reduce((total, each) => total + each.weight!, 0).toFixed(6));
  if (stated !== undefined && sound.length === weights.length && sum !== stated) {
    report(['totalWeight'], `the weights add up to ${sum}, not to ${stated}: correct the weights, or write ${sum}`);
  }
  return stated ?? sum;
}
