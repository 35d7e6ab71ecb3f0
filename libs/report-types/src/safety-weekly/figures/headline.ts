/** The few figures and sentences that a mail may show: no subject is named in them. */
import type { Dataset, Headline } from '@rounds/contracts/dataset';
import { toldLate } from '../../model/parts/changes.ts';
import type { Saying } from '@rounds/contracts/saying';
import { saying } from '../../model/words/message.ts';
import type { SafetyWeeklyContent } from '../dataset.ts';
import { SERIOUS_TO_DATE } from './compared.ts';

type Mailed = Dataset & SafetyWeeklyContent;

const figures = ({ events, deaths, liver, previous }: Mailed): Headline['figures'] => {
  const before = previous.events.inPeriod;
  return [
    {
      label: saying('serious-adverse-events'),
      value: events.inPeriod.serious.events,
      previous: before.serious.events,
    },
    {
      label: saying('safety-weekly.severe-adverse-events'),
      value: events.inPeriod.severe.events,
      previous: before.severe.events,
    },
    { label: saying('adverse-events'), value: events.inPeriod.all.events, previous: before.all.events },
    { label: saying('deaths'), value: deaths.inPeriod, previous: previous.deaths.inPeriod },
    {
      label: saying('new-liver-signals'),
      value: liver.inPeriod.newSignals,
      previous: previous.liver.inPeriod.newSignals,
    },
    {
      label: saying('safety-weekly.candidates-to-date'),
      value: liver.toDate.hysLawCandidates?.length ?? null,
      previous: previous.liver.toDate.hysLawCandidates?.length ?? null,
    },
  ];
};

const ifAny = (n: number | null | undefined, told: (n: number) => Saying): Saying[] =>
  n === 0 || n === null || n === undefined ? [] : [told(n)];

const sentences = (dataset: Mailed): Saying[] => {
  const { events, deaths, liver, listings } = dataset;
  const lateDeaths = listings.deaths.filter(({ isLate }) => isLate === true).length;
  return [
    ...ifAny(deaths.inPeriod, (n) => saying('mailed.deaths', { n })),
    ...ifAny(lateDeaths, (n) => saying('mailed.deaths-late', { n })),
    ...ifAny(events.inPeriod.serious.events, (n) => saying('mailed.serious', { n })),
    ...ifAny(events.inPeriod.seriousByCriterion.events, (n) =>
      saying('events-meet-criterion', {
        n,
      }),
    ),
    ...ifAny(events.inPeriod.possibleDeaths.events, (n) => saying('possible-deaths', { n })),
    ...ifAny(dataset.dataQuality.withoutDay.length, (n) => saying('rows-that-matter-without-day', { n })),
    ...ifAny(toldLate(dataset, SERIOUS_TO_DATE).length, (n) => saying('mailed.serious-late', { n })),
    ...ifAny(liver.inPeriod.newCandidates, (n) => saying('safety-weekly.mailed.new-candidates', { n })),
    ...ifAny(liver.inPeriod.newSignals, (n) => saying('mailed.liver-signals', { n })),
    ...ifAny(liver.toDate.hysLawCandidates?.length, (n) => saying('mailed.candidates', { n })),
  ];
};

export const headline = (dataset: Mailed): Pick<Headline, 'figures' | 'attention'> => ({
  figures: figures(dataset),
  attention: sentences(dataset),
});
