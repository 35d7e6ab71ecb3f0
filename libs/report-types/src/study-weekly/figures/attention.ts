/** Page one: is anything wrong? */
import type { LocalDate, Period } from '@rounds/contracts/period';
import { isFatal } from '../../folds/adverse-event.ts';
import type { Fold } from '../../folds/fold.ts';
import type { LabSignal } from '../../folds/liver.ts';
import { silentSites, type SiteDays } from '../../folds/silence.ts';
import { isIn } from '../../folds/study-row.ts';
import type { Attention, Figures } from '../dataset.ts';

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
