/** The few figures and sentences that a mail may show: no subject is named in them. */
import type { Headline } from '@rounds/contracts/dataset';
import type { Voice } from '../../model/words/voice.ts';
import type { SitePerformanceContent } from '../dataset.ts';

type Figure = Headline['figures'][number];

const queries = ({ all, previous }: SitePerformanceContent, { say }: Voice): Figure[] =>
  all.queries === null
    ? []
    : [
        {
          label: say('Open data queries'),
          value: all.queries.open,
          previous: previous.all.queries?.open ?? null,
        },
        {
          label: say('Overdue data queries'),
          value: all.queries.overdue,
          previous: previous.all.queries?.overdue ?? null,
        },
      ];

const figures = (content: SitePerformanceContent, voice: Voice): Figure[] => {
  const { say } = voice;
  const { all, sites, silentSites, previous } = content;
  const before = previous.all;
  return [
    { label: say('Sites'), value: Object.keys(sites).length, previous: null },
    {
      label: say('Subjects screened'),
      value: all.enrolment.inPeriod.screened,
      previous: before.enrolment.inPeriod.screened,
    },
    {
      label: say('Subjects randomised'),
      value: all.enrolment.inPeriod.randomised,
      previous: before.enrolment.inPeriod.randomised,
    },
    { label: say('Visits'), value: all.visits.inPeriod, previous: before.visits.inPeriod },
    { label: say('Silent sites'), value: silentSites.length, previous: null },
    ...queries(content, voice),
  ];
};

const sentences = ({ silentSites, all }: SitePerformanceContent, { say }: Voice): string[] => [
  ...silentSites.map(({ siteId: site, days, ongoing }) =>
    say(
      'Site {site} has sent nothing for {days## day|# days}, with {ongoing#no subject|# subject|# subjects} ongoing.',
      { site, days, ongoing },
    ),
  ),
  ...(all.queries !== null && all.queries.overdue > 0
    ? [say('{n## data query|# data queries} overdue.', { n: all.queries.overdue })]
    : []),
];

export const headline = (
  content: SitePerformanceContent,
  voice: Voice,
): Pick<Headline, 'figures' | 'attention'> => ({
  figures: figures(content, voice),
  attention: sentences(content, voice),
});
