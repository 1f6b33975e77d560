/** Values in the order in which they were first seen, each once. */
export interface Places<Value> {
  readonly values: readonly Value[];
  /** The value's index in `values`, where it is put when it is new. */
  placeOf(value: Value): number;
}

/**
 * Collects values that many rows share.
 *
 * @param keysOf what makes two values the same: the identity of an object in them, and a text.
 */
export function placesOf<Value>(keysOf: (value: Value) => readonly [object, string]): Places<Value> {
  const values: Value[] = [];
  const places = new Map<object, Map<string, number>>();
  return {
    values,
    placeOf: (value) => {
      const [object, text] = keysOf(value);
      const byText = places.get(object) ?? new Map<string, number>();
      places.set(object, byText);
      const place = byText.get(text) ?? values.push(value) - 1;
      byText.set(text, place);
      return place;
    },
  };
}
