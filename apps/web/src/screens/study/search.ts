/** Filters in the address: what somebody sends on shows the same to whoever opens it. */
export type Search = Readonly<Record<string, unknown>>;

/** Those of the names that the address has; whatever else stands there is dropped. */
export const given = <N extends string>(search: Search, ...names: readonly N[]): Partial<Record<N, string>> =>
  Object.fromEntries(
    names.flatMap((name) => {
      const value = search[name];
      // A router reads `?site=101` as a number.
      if (typeof value !== 'string' && typeof value !== 'number') return [];
      return value === '' ? [] : [[name, String(value)]];
    }),
  ) as Partial<Record<N, string>>;

/** The filters after one has changed; the empty one is none. */
export const changedBy =
  <N extends string>(name: N, value: string) =>
  (search: Partial<Record<N, string>>): Partial<Record<N, string>> =>
    given({ ...search, [name]: value }, ...([...Object.keys(search), name] as N[]));
