/** The few figures and sentences that a mail may show: no subject is named in them. */
import type { Dataset, Headline } from '@rounds/contracts/dataset';
import { mailedOf } from '../../figures/shown.ts';
import { toldLate } from '../../model/parts/changes.ts';
import type { Saying } from '@rounds/contracts/saying';
import { saying } from '../../model/words/message.ts';
import { ifAny } from '../../model/words/numbers.ts';
import type { StudyWeeklyContent } from '../dataset.ts';
import { FATAL_TO_DATE, SERIOUS_TO_DATE } from './adverse-events.ts';
import { FIGURES } from './figures.ts';

type Mailed = Dataset & StudyWeeklyContent;

const sentences = (dataset: Mailed): Saying[] => {
  const { newDeaths, newSeriousEvents, newLabSignals, silentSites } = dataset.attention;
  const { fatal, seriousByCriterion, possibleDeaths } = dataset.adverseEvents.inPeriod;
  const lateDeaths = dataset.listings.deaths.filter(({ isLate }) => isLate === true).length;
  const lateOf = (path: string) => toldLate(dataset, path).length;
  return [
    ...ifAny(newDeaths, (n) => saying('mailed.deaths', { n })),
    ...ifAny(lateDeaths, (n) => saying('mailed.deaths-late', { n })),
    ...ifAny(fatal, (n) => saying('study-weekly.mailed.fatal', { n })),
    ...ifAny(newSeriousEvents, (n) => saying('mailed.serious', { n })),
    ...ifAny(seriousByCriterion, (n) => saying('events-meet-criterion', { n })),
    ...ifAny(possibleDeaths, (n) => saying('possible-deaths', { n })),
    ...ifAny(dataset.dataQuality.withoutDay.length, (n) => saying('rows-that-matter-without-day', { n })),
    ...ifAny(lateOf(FATAL_TO_DATE), (n) => saying('study-weekly.mailed.fatal-late', { n })),
    ...ifAny(lateOf(SERIOUS_TO_DATE), (n) => saying('mailed.serious-late', { n })),
    ...ifAny(newLabSignals.length, (n) => saying('mailed.liver-signals', { n })),
    ...ifAny(dataset.laboratory.toDate.hysLawCandidates?.length, (n) => saying('mailed.candidates', { n })),
    ...silentSites.map(({ siteId: site, days, ongoing }) =>
      saying('mailed.silent-site', { site, days, ongoing }),
    ),
  ];
};

export const headline = (dataset: Mailed): Pick<Headline, 'figures' | 'attention'> => ({
  figures: mailedOf(FIGURES, dataset),
  attention: sentences(dataset),
});
