/** Counting by key. Results are sorted by key, so that equal rows give equal bytes. */
import type { Counts } from '@rounds/contracts/dataset';

export interface EventsAndSubjects {
  readonly events: number;
  readonly subjects: number;
}

/** The same of what the study may have no variable for: null then. */
export interface EventsAndSubjectsIfKnown {
  readonly events: number | null;
  readonly subjects: number | null;
}

/** `get` of a map whose missing entries are made. */
export const entryOf = <Value>(map: Map<string, Value>, key: string, make: () => Value): Value => {
  const found = map.get(key);
  if (found !== undefined) return found;
  const made = make();
  map.set(key, made);
  return made;
};

export const sortedRecord = <Value, Shown>(
  map: ReadonlyMap<string, Value>,
  show: (value: Value, key: string) => Shown,
): Record<string, Shown> =>
  Object.fromEntries(
    [...map]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, value]): [string, Shown] => [key, show(value, key)]),
  );

export const tallyCounts = () => {
  const counts = new Map<string, number>();
  return {
    add: (key: string) => counts.set(key, (counts.get(key) ?? 0) + 1),
    result: (): Counts => sortedRecord(counts, (count) => count),
  };
};

/** Events and the distinct subjects who had them. */
export const tallyEvents = () => {
  let events = 0;
  const subjects = new Set<string>();
  return {
    add: (subject: string) => {
      events += 1;
      subjects.add(subject);
    },
    /** Subjects that are not of `set`. */
    outside: (set: ReadonlySet<string>): number =>
      [...subjects].filter((subject) => !set.has(subject)).length,
    result: (): EventsAndSubjects => ({ events, subjects: subjects.size }),
  };
};

export const tallyEventsBy = () => {
  const tallies = new Map<string, ReturnType<typeof tallyEvents>>();
  return {
    add: (key: string, subject: string) => {
      entryOf(tallies, key, tallyEvents).add(subject);
    },
    /** Subjects that are not of `set`, by key; only where there are any. */
    outside: (set: ReadonlySet<string>): Counts =>
      Object.fromEntries(
        Object.entries(sortedRecord(tallies, (tally) => tally.outside(set))).filter(([, count]) => count > 0),
      ),
    result: (): Record<string, EventsAndSubjects> => sortedRecord(tallies, (tally) => tally.result()),
  };
};
