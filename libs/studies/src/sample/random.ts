/** Random numbers that are the same for the same seed, on every machine. */

export interface Random {
  /** 0 ≤ x < 1. */
  next(): number;
  /** Whole, both ends included. */
  integer(least: number, most: number): number;
  chance(probability: number): boolean;
  pick<T>(items: readonly T[]): T;
  normal(mean: number, deviation: number): number;
}

/** FNV-1a. */
const hash = (text: string): number => {
  let value = 0x811c9dc5;
  for (const sign of Buffer.from(text)) value = Math.imul(value ^ sign, 0x01000193);
  return value >>> 0;
};

/** Mulberry32: small, and good enough for a study that nobody analyses. */
const mulberry32 = (seed: number) => {
  let state = seed;
  return (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let value = Math.imul(state ^ (state >>> 15), state | 1);
    value ^= value + Math.imul(value ^ (value >>> 7), value | 61);
    return ((value ^ (value >>> 14)) >>> 0) / 2 ** 32;
  };
};

/** Streams of different names are independent: what one subject draws changes nothing for another. */
export const randomFrom = (...names: readonly (string | number)[]): Random => {
  const next = mulberry32(hash(names.join('|')));
  return {
    next,
    integer: (least, most) => least + Math.floor(next() * (most - least + 1)),
    chance: (probability) => next() < probability,
    pick: (items) => {
      const item = items[Math.floor(next() * items.length)];
      if (item === undefined) throw new RangeError('there is nothing to pick from');
      return item;
    },
    normal: (mean, deviation) =>
      mean + deviation * Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next()),
  };
};

/** Picks an item as often as its weight says. */
export const weighted = <T>(random: Random, items: readonly T[], weight: (item: T) => number): T => {
  let left = random.next() * items.reduce((sum, item) => sum + weight(item), 0);
  return items.find((item) => (left -= weight(item)) < 0) ?? random.pick(items);
};
