/** When each dataset last came: docs/study-weekly.md, "Data quality". */
import { DOMAINS, type Held } from './held.ts';
import type { Seen } from './seen.ts';
import { sorted } from './seen.ts';
import { localDay } from './values.ts';

const DAY = 86_400_000;

/** What came beside SDTM comes at a pace of its own. */
const isLeftOut = ({ delivered }: Held, dataset: string): boolean => {
  const ofSdtm = Object.entries(delivered).filter(([name]) => name !== 'TRAINING' && name !== 'QUERIES');
  const newest = sorted(ofSdtm.map(([, { at }]) => at)).at(-1) ?? '';
  return ofSdtm.some(([name, { at }]) => name === dataset && at < newest);
};

/** "`leftOut`: later imports left it out; `beforePeriod`; `tooOld`, by the study's `maximumAgeDays`" */
const staleOf = (
  { held, period, timeZone, cutAt }: Seen,
  dataset: string,
  at: string,
): string | undefined => {
  if (isLeftOut(held, dataset)) return 'leftOut';
  if (localDay(at, timeZone) < period.start) return 'beforePeriod';
  const isOld = (Date.parse(cutAt) - Date.parse(at)) / DAY > (held.settings.maximumAgeDays ?? Infinity);
  return isOld ? 'tooOld' : undefined;
};

export const lastDelivery = (seen: Seen, datasets: readonly string[] = DOMAINS) =>
  Object.fromEntries(
    datasets.flatMap((dataset) => {
      const { at, rows } = seen.held.delivered[dataset] ?? {};
      if (at === undefined) return [];
      const stale = staleOf(seen, dataset, at);
      return [[dataset, { at, rows, by: 'a data manager', ...(stale === undefined ? {} : { stale }) }]];
    }),
  );
