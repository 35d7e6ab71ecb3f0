import type { Tile } from '../report-model.ts';
import { difference, number } from '../words/numbers.ts';

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

export const tileOf = ({ now, before, digits, ...source }: TileSource): Tile => ({
  urgent: false,
  trend: [],
  ...source,
  value: number(now, digits),
  previous: number(before, digits),
  difference: difference(now, before, digits),
});
