/** Page one: is anything wrong? */
import type { LocalDate, Period } from '@rounds/contracts/period';
import { isFatal } from '../../folds/adverse-event.ts';
import { daysBetween } from '../../folds/days.ts';
import { onEveryDomain, type Fold } from '../../folds/fold.ts';
import type { LabSignal } from '../../folds/liver.ts';
import { isIn } from '../../folds/study-row.ts';
import type { Attention, Enrolment, Figures } from '../dataset.ts';
import { ongoing } from './enrolment.ts';

/** Whole days without a row after which a site with ongoing subjects counts as silent. */
export const SILENT_AFTER_DAYS = 14;

type SiteDays = ReadonlyMap<string, LocalDate>;

/** The last day of any row, by site. */
export const foldLastActivity = (): Fold<SiteDays> => {
  const last = new Map<string, LocalDate>();
  return {
    on: onEveryDomain((_domain, { siteId, day }) => {
      if (siteId !== null && day > (last.get(siteId) ?? '')) last.set(siteId, day);
    }),
    result: () => last,
  };
};

export const silentSites = (
  bySite: Enrolment['bySite'],
  lastActivity: SiteDays,
  end: LocalDate,
): Attention['silentSites'] =>
  [...lastActivity]
    .map(([siteId, last]) => {
      const counts = bySite[siteId];
      // The last active day itself is not a silent one, and the period's end is exclusive.
      const days = daysBetween(last, end) - 1;
      return { siteId, lastActivity: last, days, ongoing: counts === undefined ? 0 : ongoing(counts) };
    })
    .filter(({ days, ongoing: subjects }) => days >= SILENT_AFTER_DAYS && subjects > 0)
    .sort((a, b) => b.days - a.days || (a.siteId < b.siteId ? -1 : 1));

export const foldNewDeaths = (period: Period): Fold<number> => {
  let deaths = 0;
  return {
    on: {
      AE: ({ day, row }) => {
        if (isIn(period, day) && isFatal(row)) deaths += 1;
      },
    },
    result: () => deaths,
  };
};

export interface AttentionFacts {
  readonly labSignals: readonly LabSignal[];
  readonly lastActivity: SiteDays;
  readonly newDeaths: number;
}

export const attention = (figures: Figures, facts: AttentionFacts, end: LocalDate): Attention => ({
  newSeriousEvents: figures.adverseEvents.inPeriod.serious,
  newDeaths: facts.newDeaths,
  newLabSignals: facts.labSignals,
  silentSites: silentSites(figures.enrolment.bySite, facts.lastActivity, end),
});
