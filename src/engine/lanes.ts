/** So many at a time: while the database saves for one, the program computes for the other. More gains nothing. */
const LANES = 2;

/**
 * Does the same work in each of the lanes at once, and resolves when all of them have come to their end.
 *
 * @throws what the first lane threw that failed, once the others have ended too.
 */
export async function inLanes<Result>(work: () => Promise<Result>): Promise<Result[]> {
  const lanes = await Promise.allSettled(Array.from({ length: LANES }, work));
  return lanes.map((lane) => {
    if (lane.status === 'rejected') throw lane.reason;
    return lane.value;
  });
}
