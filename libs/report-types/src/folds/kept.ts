/**
 * What a figure keeps of the rows that it was told, so that one can go on where another stopped: the rows of a study's
 * past are folded once, and what was kept of them is taken up by every later report.
 *
 * What is saved is JSON, and means something only to the same figure of the same version. It holds raw values: a reader's
 * mask is laid over the result.
 */
export interface Kept {
  readonly save: () => unknown;
  /** As if the rows that `saved` was kept of had been told here. */
  readonly absorb: (saved: unknown) => void;
}

/** Of a figure that asks only for rows of its own window: what is kept is of days before that. */
export const NOTHING_KEPT: Kept = { save: () => null, absorb: () => undefined };

export const keepCount = () => {
  let n = 0;
  return {
    add: (more = 1): void => {
      n += more;
    },
    value: (): number => n,
    save: () => n,
    absorb: (saved: unknown): void => {
      n += saved as number;
    },
  };
};

export const keepSet = () => {
  const values = new Set<string>();
  return {
    add: (value: string): void => {
      values.add(value);
    },
    values: values as ReadonlySet<string>,
    save: () => [...values],
    absorb: (saved: unknown): void => {
      for (const value of saved as readonly string[]) values.add(value);
    },
  };
};

/** Values that are JSON, in the order in which they came. */
export const keepList = <Value>() => {
  const values: Value[] = [];
  return {
    add: (value: Value): void => {
      values.push(value);
    },
    values: values as readonly Value[],
    save: () => values,
    absorb: (saved: unknown): void => {
      for (const value of saved as readonly Value[]) values.push(value);
    },
  };
};

/** By key, whichever of the values, which are JSON, `wins` over the other. */
export const keepBest = <Value>(wins: (value: Value, over: Value) => boolean) => {
  const best = new Map<string, Value>();
  const add = (key: string, value: Value): void => {
    const before = best.get(key);
    if (before === undefined || wins(value, before)) best.set(key, value);
  };
  return {
    add,
    best: best as ReadonlyMap<string, Value>,
    save: () => [...best],
    absorb: (saved: unknown): void => {
      for (const [key, value] of saved as readonly (readonly [string, Value])[]) add(key, value);
    },
  };
};

/** By key, what `make` makes when it is first asked for. */
export const keepBy = <Value extends Kept>(make: (key: string) => Value) => {
  const entries = new Map<string, Value>();
  const of = (key: string): Value => {
    const found = entries.get(key);
    if (found !== undefined) return found;
    const made = make(key);
    entries.set(key, made);
    return made;
  };
  return {
    of,
    entries: entries as ReadonlyMap<string, Value>,
    save: () => [...entries].map(([key, value]) => [key, value.save()]),
    absorb: (saved: unknown): void => {
      for (const [key, value] of saved as readonly (readonly [string, unknown])[]) of(key).absorb(value);
    },
  };
};

/** Several things, each under its name. */
export const keepAll = (parts: Readonly<Record<string, Kept>>): Kept => ({
  save: () => Object.fromEntries(Object.entries(parts).map(([name, { save }]) => [name, save()])),
  absorb: (saved) => {
    const kept = saved as Readonly<Record<string, unknown>>;
    for (const [name, { absorb }] of Object.entries(parts)) absorb(kept[name]);
  },
});
