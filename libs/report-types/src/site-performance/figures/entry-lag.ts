/** How long records take from collection to arrival: SDTM rows whose version arrived in the period. */
import type { LocalDate, Period } from '@rounds/contracts/period';
import { localDateAt } from '@rounds/contracts/schedule-arithmetic';
import { daysBetween } from '../../folds/days.ts';
import { onEveryDomain, type Fold } from '../../folds/fold.ts';
import { keepCount } from '../../folds/kept.ts';
import { isIn } from '../../folds/study-row.ts';
import type { LagFigures } from '../dataset.ts';
import { tallyBySite, type BySite } from './by-site.ts';
import { tallyDays } from './percentile.ts';

/** The local day of an instant; rows of one import share theirs. */
const localDays = (timeZone: string) => {
  const known = new Map<string, LocalDate>();
  return (instant: string): LocalDate => {
    const found = known.get(instant);
    if (found !== undefined) return found;
    const day = localDateAt(Date.parse(instant), timeZone);
    known.set(instant, day);
    return day;
  };
};

const NOTHING: Omit<LagFigures, 'records'> = { median: null, percentile90: null, late: null };

export interface EntryLag extends BySite<LagFigures> {
  /** Records to date, and how many of them arrived in the period. */
  readonly toDate: number;
  readonly arrived: number;
  /** Whether the lag is that of an import: more than half of all records arrived in the period. */
  readonly isImport: boolean;
}

/** Reads rows to date only. */
export const foldEntryLag = (period: Period, timeZone: string, lateAfterDays: number): Fold<EntryLag> => {
  const bySite = tallyBySite(tallyDays);
  const dayOf = localDays(timeZone);
  const toDate = keepCount();
  return {
    save: toDate.save,
    absorb: toDate.absorb,
    on: onEveryDomain(period.end, (_domain, { siteId, day, receivedAt }) => {
      toDate.add();
      const arrived = dayOf(receivedAt);
      if (!isIn(period, arrived)) return;
      const lag = Math.max(0, daysBetween(day, arrived));
      bySite.add(siteId, (tally) => {
        tally.add(lag);
      });
    }),
    result: () => {
      const arrived = bySite.result((tally) => tally.count()).all;
      const isImport = arrived * 2 > toDate.value();
      const shown = bySite.result((tally): LagFigures => {
        const records = tally.count();
        if (isImport || records === 0) return { records, ...NOTHING };
        return {
          records,
          median: tally.percentile(50),
          percentile90: tally.percentile(90),
          late: tally.above(lateAfterDays),
        };
      });
      return { ...shown, toDate: toDate.value(), arrived, isImport: arrived > 0 && isImport };
    },
  };
};
