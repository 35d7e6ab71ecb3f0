/** Sites that ought to send something and do not. */
import type { LocalDate } from '@rounds/contracts/period';
import { daysBetween } from './days.ts';
import { onEveryDomain, type Fold } from './fold.ts';
import { keepBest } from './kept.ts';

/** Whole days without a row after which a site with ongoing subjects counts as silent, unless it is said otherwise. */
export const SILENT_AFTER_DAYS = 14;

export interface SilentSite {
  readonly siteId: string;
  readonly lastActivity: LocalDate;
  readonly days: number;
  readonly ongoing: number;
}

export type SiteDays = ReadonlyMap<string, LocalDate>;

const isLater = (day: LocalDate, over: LocalDate): boolean => day > over;

/** The last day before `end` of any SDTM row, by site. */
export const foldLastActivity = (end: LocalDate): Fold<SiteDays> => {
  const last = keepBest<LocalDate>(isLater);
  return {
    on: onEveryDomain(end, (_domain, { siteId, day }) => {
      if (siteId !== null) last.add(siteId, day);
    }),
    result: () => last.best,
    save: last.save,
    absorb: last.absorb,
  };
};

/** The last day before `end` of any SDTM row, also of subjects whose site is not known; null where there is none. */
export const foldLastDay = (end: LocalDate): Fold<LocalDate | null> => {
  const last = keepBest<LocalDate>(isLater);
  return {
    on: onEveryDomain(end, (_domain, { day }) => {
      last.add('', day);
    }),
    result: () => last.best.get('') ?? null,
    save: last.save,
    absorb: last.absorb,
  };
};

/** The last active day itself is not a silent one, and the period's end is exclusive. */
export const silentDays = (last: LocalDate, end: LocalDate): number => daysBetween(last, end) - 1;

/** The longest silent first. @param ongoing subjects by site; null where that cannot be known: then none is named */
export const silentSites = (
  ongoing: Readonly<Record<string, number | null>>,
  lastActivity: SiteDays,
  end: LocalDate,
  afterDays = SILENT_AFTER_DAYS,
): SilentSite[] =>
  [...lastActivity]
    .map(([siteId, last]) => {
      const days = silentDays(last, end);
      return { siteId, lastActivity: last, days, ongoing: ongoing[siteId] ?? 0 };
    })
    .filter(({ days, ongoing: subjects }) => days >= afterDays && subjects > 0)
    .sort((a, b) => b.days - a.days || (a.siteId < b.siteId ? -1 : 1));
