/** The few figures and sentences that a mail may show: no subject is named in them. */
import type { Dataset, Headline } from '@rounds/contracts/dataset';
import { toldLate } from '../../model/parts/changes.ts';
import type { Attention, StudyWeeklyContent } from '../dataset.ts';
import { FATAL_TO_DATE, SERIOUS_TO_DATE } from './compared.ts';

const said = (count: number, one: string, many: string): string =>
  `${String(count)} ${count === 1 ? one : many}`;

const figures = ({ enrolment, visits, adverseEvents, laboratory, previous }: StudyWeeklyContent) => [
  {
    label: 'Subjects screened',
    value: enrolment.inPeriod.screened,
    previous: previous.enrolment.inPeriod.screened,
  },
  {
    label: 'Subjects randomised',
    value: enrolment.inPeriod.randomised,
    previous: previous.enrolment.inPeriod.randomised,
  },
  {
    label: 'Subjects ongoing',
    value: enrolment.toDate.ongoing,
    previous: previous.enrolment.toDate.ongoing,
  },
  { label: 'Visits', value: visits.inPeriod, previous: previous.visits.inPeriod },
  {
    label: 'Adverse events',
    value: adverseEvents.inPeriod.events,
    previous: previous.adverseEvents.inPeriod.events,
  },
  {
    label: 'Serious adverse events',
    value: adverseEvents.inPeriod.serious,
    previous: previous.adverseEvents.inPeriod.serious,
  },
  {
    label: 'Laboratory results out of range',
    value: laboratory.inPeriod.outOfRange,
    previous: previous.laboratory.inPeriod.outOfRange,
  },
];

const silence = ({ siteId, days, ongoing }: Attention['silentSites'][number]): string =>
  `Site ${siteId} has sent nothing for ${String(days)} days, with ${said(ongoing, 'subject', 'subjects')} ongoing.`;

const late = (dataset: Dataset, path: string, one: string, many: string): string[] => {
  const { length } = toldLate(dataset, path);
  return length === 0 ? [] : [`${said(length, one, many)} of earlier days, not counted in the last report.`];
};

const attentionSentences = (dataset: Dataset & StudyWeeklyContent): string[] => {
  const { attention, laboratory } = dataset;
  const { newDeaths, newSeriousEvents, newLabSignals, silentSites } = attention;
  const candidates = laboratory.toDate.hysLawCandidates.length;
  return [
    ...(newDeaths > 0
      ? [`${said(newDeaths, 'fatal adverse event', 'fatal adverse events')} in the period.`]
      : []),
    ...(newSeriousEvents > 0
      ? [`${said(newSeriousEvents, 'serious adverse event', 'serious adverse events')} in the period.`]
      : []),
    ...late(dataset, FATAL_TO_DATE, 'fatal adverse event', 'fatal adverse events'),
    ...late(dataset, SERIOUS_TO_DATE, 'serious adverse event', 'serious adverse events'),
    ...(newLabSignals.length > 0
      ? [`${said(newLabSignals.length, 'new liver signal', 'new liver signals')} in the laboratory.`]
      : []),
    ...(candidates > 0 ? [`${said(candidates, "Hy's law candidate", "Hy's law candidates")} to date.`] : []),
    ...silentSites.map(silence),
  ];
};

export const headline = (dataset: Dataset & StudyWeeklyContent): Pick<Headline, 'figures' | 'attention'> => ({
  figures: figures(dataset),
  attention: attentionSentences(dataset),
});
