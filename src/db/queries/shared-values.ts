/** What many rows of a statement have in common, each value once. */
export interface SharedValues {
  /**
   * Where the value stands in the list, from 1 as Postgres counts; a new one is put at its end.
   *
   * @param source what the value is made of: the same object again has the same value, and it is not made again.
   */
  placeOf(source: object, make: () => object): number;
  /** The list as JSON, for `jsonb_array_elements($2::jsonb) with ordinality`. */
  json(): string;
}

export function sharedValues(): SharedValues {
  const bySource = new Map<object, number>();
  const byText = new Map<string, number>();
  return {
    placeOf: (source, make) => {
      const known = bySource.get(source);
      if (known !== undefined) return known;
      const text = JSON.stringify(make());
      const place = byText.get(text) ?? byText.size + 1;
      byText.set(text, place);
      bySource.set(source, place);
      return place;
    },
    json: () => `[${[...byText.keys()].join(',')}]`,
  };
}
