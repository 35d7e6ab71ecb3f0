/** Counting by key. Results are sorted by key, so that equal rows give equal bytes. */
import type { Counts } from '@rounds/contracts/dataset';
import { keepAll, keepBy, keepCount, keepSet, type Kept } from './kept.ts';
import { asIs, type Label } from './study-row.ts';

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
  const counts = keepBy(keepCount);
  return {
    add: (key: string, more = 1): void => {
      counts.of(key).add(more);
    },
    /** @param label under which keys are shown; those that are shown alike are counted together */
    result: (label: Label = asIs): Counts => {
      const shown = new Map<string, number>();
      for (const [key, count] of counts.entries)
        shown.set(label(key), (shown.get(label(key)) ?? 0) + count.value());
      return sortedRecord(shown, (count) => count);
    },
    save: counts.save,
    absorb: counts.absorb,
  };
};

/** Events and the distinct subjects who had them. */
export const tallyEvents = () => {
  const [events, subjects] = [keepCount(), keepSet()];
  return {
    add: (subject: string): void => {
      events.add();
      subjects.add(subject);
    },
    /** Subjects that are not of `set`. */
    outside: (set: ReadonlySet<string>): number =>
      [...subjects.values].filter((subject) => !set.has(subject)).length,
    result: (): EventsAndSubjects => ({ events: events.value(), subjects: subjects.values.size }),
    ...keepAll({ events, subjects }),
  };
};

/** Tallies by key as they are shown: those of keys that a label makes alike become one. */
export const labelled = <Tally extends Kept>(
  tallies: ReadonlyMap<string, Tally>,
  label: Label,
  make: () => Tally,
): ReadonlyMap<string, Tally> => {
  const alike = new Map<string, Tally[]>();
  for (const [key, tally] of tallies) entryOf(alike, label(key), () => []).push(tally);
  return new Map([...alike].map(([name, several]) => [name, asOne(several, make)]));
};

/** Of one, that itself; of several, a new one: what is kept of each stays what it is. */
const asOne = <Tally extends Kept>([first, ...others]: readonly Tally[], make: () => Tally): Tally => {
  if (first !== undefined && others.length === 0) return first;
  const all = make();
  for (const each of [first, ...others]) if (each !== undefined) all.absorb(each.save());
  return all;
};

export const tallyEventsBy = (label: Label) => {
  const tallies = keepBy(tallyEvents);
  const shown = () => labelled(tallies.entries, label, tallyEvents);
  return {
    add: (key: string, subject: string): void => {
      tallies.of(key).add(subject);
    },
    /** Subjects that are not of `set`, by key; only where there are any. */
    outside: (set: ReadonlySet<string>): Counts =>
      Object.fromEntries(
        Object.entries(sortedRecord(shown(), (tally) => tally.outside(set))).filter(([, count]) => count > 0),
      ),
    result: (): Record<string, EventsAndSubjects> => sortedRecord(shown(), (tally) => tally.result()),
    save: tallies.save,
    absorb: tallies.absorb,
  };
};
