/** One tally for each site and one for all of them. */
import { keepAll, keepBy, type Kept } from '../../folds/kept.ts';
import { sortedRecord } from '../../folds/tally.ts';

export interface BySite<Result> {
  readonly all: Result;
  readonly sites: Readonly<Record<string, Result>>;
}

export const tallyBySite = <Tally extends Kept>(make: () => Tally) => {
  const [all, sites] = [make(), keepBy(make)];
  return {
    ...keepAll({ all, sites }),
    /** What is of no known site counts only in the tally of all sites. */
    add: (siteId: string | null, add: (tally: Tally) => void) => {
      add(all);
      if (siteId !== null) add(sites.of(siteId));
    },
    /** @param show gets the site, null for all together */
    result: <Result>(show: (tally: Tally, siteId: string | null) => Result): BySite<Result> => ({
      all: show(all, null),
      sites: sortedRecord(sites.entries, show),
    }),
  };
};
