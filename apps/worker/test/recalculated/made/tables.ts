/** Tables as a careless sponsor would send them: cells of any kind, columns that nobody fills. */
import type { Random } from '@rounds/studies/sample/random';

export type Cell = string | number | null;
export type MadeRow = Readonly<Record<string, Cell>>;

export interface MadeTable {
  /** `AE`; of a CSV `training`. */
  readonly name: string;
  readonly columns: readonly string[];
  readonly rows: readonly MadeRow[];
}

export interface Delivery {
  /** When it was imported, ISO instant. */
  readonly at: string;
  readonly datasets: readonly MadeTable[];
  readonly csv: readonly MadeTable[];
}

/** `rounds.config.json` */
export interface MadeSettings {
  readonly decimalSign?: ',';
  readonly missing?: readonly string[];
  readonly maximumAgeDays?: number;
}

export interface MadeStudy {
  readonly seed: number;
  readonly studyId: string;
  readonly timeZone: string;
  readonly period: { readonly start: string; readonly end: string };
  /** When the cut is frozen, ISO instant. */
  readonly cutAt: string;
  readonly settings: MadeSettings;
  /** In the order in which they were imported. */
  readonly deliveries: readonly Delivery[];
  /** Some sites, for a reader of these alone. */
  readonly someSites: readonly string[];
}

/** What the study does throughout. */
export interface Habits {
  readonly studyId: string;
  readonly random: Random;
  /** Before it days are plausible, from it on they are not, by far. */
  readonly end: string;
  readonly subjects: readonly { readonly subject: string; readonly site: string; readonly arm: string }[];
  readonly sites: readonly string[];
  /** How often a value is odd. */
  readonly oddity: number;
  readonly settings: MadeSettings;
}

const DAY = 86_400_000;
export const dayAfter = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * DAY).toISOString().slice(0, 10);

/** Mostly of the usual values. */
export const either = <Value>(
  { random, oddity }: Pick<Habits, 'random' | 'oddity'>,
  usual: readonly Value[],
  odd: readonly Value[],
): Value => random.pick(random.chance(oddity) ? odd : usual);

/** The columns that the rows name, in the order in which they come. */
export const tableOf = (name: string, rows: readonly MadeRow[]): MadeTable => ({
  name,
  columns: [...new Set(rows.flatMap((row) => Object.keys(row)))],
  rows,
});
