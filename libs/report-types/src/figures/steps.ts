import type { Dataset } from '@rounds/contracts/dataset';
import { figureAt } from '../compared.ts';
import type { TileWords } from './figure.ts';

/** Weekly figures from a running total; the first week has no week before it. @param name of the total, in the trends */
export const steps =
  (name: string): NonNullable<TileWords<Dataset>['trend']> =>
  (weeks) => {
    const totals = weeks.map((week) => figureAt(week, name));
    return totals.slice(1).map((total, index) => (total === null ? null : total - (totals[index] ?? 0)));
  };
