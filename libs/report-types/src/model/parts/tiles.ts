import type { Tile } from '../report-model.ts';
import type { Voice } from '../words/voice.ts';

export interface TileSource {
  readonly label: string;
  readonly section: string;
  readonly now: number | null;
  readonly before: number | null;
  readonly context: string;
  readonly digits?: number;
  readonly urgent?: boolean;
  readonly trend?: readonly (number | null)[];
}

export const tileOf = (
  { now, before, digits, ...source }: TileSource,
  { number, difference }: Voice,
): Tile => ({
  urgent: false,
  trend: [],
  ...source,
  value: number(now, digits),
  previous: number(before, digits),
  difference: difference(now, before, digits),
});
