/** The few figures and sentences that a mail may show: no subject is named in them. */
import type { Headline } from '@rounds/contracts/dataset';
import type { Saying } from '@rounds/contracts/saying';
import { saying } from '../../model/words/message.ts';
import type { SitePerformanceContent } from '../dataset.ts';

type Figure = Headline['figures'][number];

const queries = ({ all, previous }: SitePerformanceContent): Figure[] =>
  all.queries === null
    ? []
    : [
        {
          label: saying('site-performance.open-data-queries'),
          value: all.queries.open,
          previous: previous.all.queries?.open ?? null,
        },
        {
          label: saying('site-performance.overdue-data-queries'),
          value: all.queries.overdue,
          previous: previous.all.queries?.overdue ?? null,
        },
      ];

const figures = (content: SitePerformanceContent): Figure[] => {
  const { all, sites, silentSites, previous } = content;
  const before = previous.all;
  return [
    { label: saying('site-performance.sites'), value: Object.keys(sites).length, previous: null },
    {
      label: saying('subjects-screened'),
      value: all.enrolment.inPeriod.screened,
      previous: before.enrolment.inPeriod.screened,
    },
    {
      label: saying('subjects-randomised'),
      value: all.enrolment.inPeriod.randomised,
      previous: before.enrolment.inPeriod.randomised,
    },
    { label: saying('visits'), value: all.visits.inPeriod, previous: before.visits.inPeriod },
    { label: saying('silent-sites'), value: silentSites.length, previous: null },
    ...queries(content),
  ];
};

const sentences = ({ silentSites, all }: SitePerformanceContent): Saying[] => [
  ...silentSites.map(({ siteId: site, days, ongoing }) =>
    saying('mailed.silent-site', { site, days, ongoing }),
  ),
  ...(all.queries !== null && all.queries.overdue > 0
    ? [saying('site-performance.mailed.queries-overdue', { n: all.queries.overdue })]
    : []),
];

export const headline = (content: SitePerformanceContent): Pick<Headline, 'figures' | 'attention'> => ({
  figures: figures(content),
  attention: sentences(content),
});
