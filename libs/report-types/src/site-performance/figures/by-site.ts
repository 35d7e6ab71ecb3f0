/** One tally for each site and one for all of them. */
import { entryOf, sortedRecord } from '../../folds/tally.ts';

export interface BySite<Result> {
  readonly all: Result;
  readonly sites: Readonly<Record<string, Result>>;
}

export const tallyBySite = <Tally>(make: () => Tally) => {
  const all = make();
  const sites = new Map<string, Tally>();
  return {
    /** What is of no known site counts only in the tally of all sites. */
    add: (siteId: string | null, add: (tally: Tally) => void) => {
      add(all);
      if (siteId !== null) add(entryOf(sites, siteId, make));
    },
    /** @param show gets the site, null for all together */
    result: <Result>(show: (tally: Tally, siteId: string | null) => Result): BySite<Result> => ({
      all: show(all, null),
      sites: sortedRecord(sites, show),
    }),
  };
};
