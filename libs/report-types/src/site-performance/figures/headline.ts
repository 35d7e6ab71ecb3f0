/** The few figures and sentences that a mail may show: no subject is named in them. */
import type { Headline } from '@rounds/contracts/dataset';
import { count } from '../../model/words/numbers.ts';
import type { SitePerformanceContent } from '../dataset.ts';

type Figure = Headline['figures'][number];

const queries = ({ all, previous }: SitePerformanceContent): Figure[] =>
  all.queries === null
    ? []
    : [
        {
          label: 'Open data queries',
          value: all.queries.open,
          previous: previous.all.queries?.open ?? null,
        },
        {
          label: 'Overdue data queries',
          value: all.queries.overdue,
          previous: previous.all.queries?.overdue ?? null,
        },
      ];

const figures = (content: SitePerformanceContent): Figure[] => {
  const { all, sites, silentSites, previous } = content;
  const before = previous.all;
  return [
    { label: 'Sites', value: Object.keys(sites).length, previous: null },
    {
      label: 'Subjects screened',
      value: all.enrolment.inPeriod.screened,
      previous: before.enrolment.inPeriod.screened,
    },
    {
      label: 'Subjects randomised',
      value: all.enrolment.inPeriod.randomised,
      previous: before.enrolment.inPeriod.randomised,
    },
    { label: 'Visits', value: all.visits.inPeriod, previous: before.visits.inPeriod },
    { label: 'Silent sites', value: silentSites.length, previous: null },
    ...queries(content),
  ];
};

const sentences = ({ silentSites, all }: SitePerformanceContent): string[] => [
  ...silentSites.map(
    ({ siteId, days, ongoing }) =>
      `Site ${siteId} has sent nothing for ${count(days, 'day')}, with ${count(ongoing, 'subject')} ongoing.`,
  ),
  ...(all.queries !== null && all.queries.overdue > 0
    ? [`${count(all.queries.overdue, 'data query', 'data queries')} overdue.`]
    : []),
];

export const headline = (content: SitePerformanceContent): Pick<Headline, 'figures' | 'attention'> => ({
  figures: figures(content),
  attention: sentences(content),
});
