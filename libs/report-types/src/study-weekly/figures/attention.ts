/** Page one: is anything wrong? */
import type { LocalDate } from '@rounds/contracts/period';
import type { Death } from '../../folds/deaths.ts';
import type { LabSignal } from '../../folds/liver.ts';
import { silentSites, type SiteDays } from '../../folds/silence.ts';
import type { Attention, Figures } from '../dataset.ts';

export interface AttentionFacts {
  readonly labSignals: readonly LabSignal[];
  readonly lastActivity: SiteDays;
  readonly deaths: readonly Death[];
}

export const attention = (figures: Figures, facts: AttentionFacts, end: LocalDate): Attention => ({
  newSeriousEvents: figures.adverseEvents.inPeriod.serious,
  newDeaths: facts.deaths.filter(({ isNew }) => isNew).length,
  newLabSignals: facts.labSignals,
  silentSites: silentSites(figures.enrolment.ongoingBySite, facts.lastActivity, end),
  doubts: [],
});
