/** The few figures and sentences that a mail may show: no subject is named in them. */
import type { Dataset, Headline } from '@rounds/contracts/dataset';
import { toldLate } from '../../model/parts/changes.ts';
import type { SafetyWeeklyContent } from '../dataset.ts';
import { SERIOUS_TO_DATE } from './compared.ts';

type Figure = Headline['figures'][number];

const said = (count: number, one: string, many: string): string =>
  `${String(count)} ${count === 1 ? one : many}`;

const figures = ({ events, deaths, liver, previous }: SafetyWeeklyContent): Figure[] => {
  const before = previous.events.inPeriod;
  return [
    {
      label: 'Serious adverse events',
      value: events.inPeriod.serious.events,
      previous: before.serious.events,
    },
    { label: 'Severe adverse events', value: events.inPeriod.severe.events, previous: before.severe.events },
    { label: 'Adverse events', value: events.inPeriod.all.events, previous: before.all.events },
    { label: 'Deaths', value: deaths.inPeriod, previous: previous.deaths.inPeriod },
    {
      label: 'New liver signals',
      value: liver.inPeriod.newSignals,
      previous: previous.liver.inPeriod.newSignals,
    },
    {
      label: "Hy's law candidates to date",
      value: liver.toDate.hysLawCandidates.length,
      previous: previous.liver.toDate.hysLawCandidates.length,
    },
  ];
};

const lateDeaths = (deaths: SafetyWeeklyContent['listings']['deaths']): number =>
  deaths.filter(({ isLate }) => isLate === true).length;

const sentences = (dataset: Dataset & SafetyWeeklyContent): string[] => {
  const { events, deaths, liver, listings } = dataset;
  const when = (count: number, one: string, many: string, end: string) =>
    count === 0 ? [] : [`${said(count, one, many)} ${end}.`];
  return [
    ...when(deaths.inPeriod, 'death', 'deaths', 'in the period'),
    ...when(lateDeaths(listings.deaths), 'death', 'deaths', 'of earlier days, not known to the last report'),
    ...when(
      events.inPeriod.serious.events,
      'serious adverse event',
      'serious adverse events',
      'in the period',
    ),
    ...when(
      toldLate(dataset, SERIOUS_TO_DATE).length,
      'serious adverse event',
      'serious adverse events',
      'of earlier days, not counted in the last report',
    ),
    ...when(
      liver.inPeriod.newCandidates,
      "new Hy's law candidate",
      "new Hy's law candidates",
      'in the period',
    ),
    ...when(liver.inPeriod.newSignals, 'new liver signal', 'new liver signals', 'in the laboratory'),
    ...when(liver.toDate.hysLawCandidates.length, "Hy's law candidate", "Hy's law candidates", 'to date'),
  ];
};

export const headline = (
  content: Dataset & SafetyWeeklyContent,
): Pick<Headline, 'figures' | 'attention'> => ({
  figures: figures(content),
  attention: sentences(content),
});
