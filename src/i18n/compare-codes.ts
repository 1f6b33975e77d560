/** Sorts codes part by part as numbers: 1.2.1 before 1.10.1. */
export function compareCodes(one: string, other: string): number {
  const [left, right] = [one.split('.'), other.split('.')];
  for (let index = 0; index < Math.max(left.length, right.length); index += 1) {
    const [a = '', b = ''] = [left[index], right[index]];
    const difference = Number(a) - Number(b) || compareTexts(a, b);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** By code points. Not localeCompare: the order, and so a letter, must not depend on the version of ICU. */
export function compareTexts(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
