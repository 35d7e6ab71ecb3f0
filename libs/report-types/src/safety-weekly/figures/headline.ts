/** The few figures and sentences that a mail may show: no subject is named in them. */
import type { Headline } from '@rounds/contracts/dataset';
import { mailedOf } from '../../figures/shown.ts';
import { toldLate } from '../../model/parts/changes.ts';
import type { Saying } from '@rounds/contracts/saying';
import { saying } from '../../model/words/message.ts';
import { ifAny } from '../../model/words/numbers.ts';
import type { SafetyWeeklyDataset } from '../dataset.ts';
import { FIGURES, SERIOUS_TO_DATE } from './figures.ts';

const sentences = (dataset: SafetyWeeklyDataset): Saying[] => {
  const { events, deaths, liver, listings } = dataset;
  const lateDeaths = listings.deaths.filter(({ isLate }) => isLate === true).length;
  return [
    ...ifAny(deaths.inPeriod, (n) => saying('mailed.deaths', { n })),
    ...ifAny(lateDeaths, (n) => saying('mailed.deaths-late', { n })),
    ...ifAny(events.inPeriod.serious.events, (n) => saying('mailed.serious', { n })),
    ...ifAny(events.inPeriod.seriousByCriterion.events, (n) => saying('events-meet-criterion', { n })),
    ...ifAny(events.inPeriod.possibleDeaths.events, (n) => saying('possible-deaths', { n })),
    ...ifAny(dataset.dataQuality.withoutDay.length, (n) => saying('rows-that-matter-without-day', { n })),
    ...ifAny(toldLate(dataset, SERIOUS_TO_DATE).length, (n) => saying('mailed.serious-late', { n })),
    ...ifAny(liver.inPeriod.newCandidates, (n) => saying('safety-weekly.mailed.new-candidates', { n })),
    ...ifAny(liver.inPeriod.newSignals, (n) => saying('mailed.liver-signals', { n })),
    ...ifAny(liver.toDate.hysLawCandidates?.length, (n) => saying('mailed.candidates', { n })),
  ];
};

export const headline = (dataset: SafetyWeeklyDataset): Pick<Headline, 'figures' | 'attention'> => ({
  figures: mailedOf(FIGURES, dataset),
  attention: sentences(dataset),
});
