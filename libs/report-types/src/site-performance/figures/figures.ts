/** Every figure of the report that has a name, in the order of the first page. */
import type { Figure } from '../../figures/figure.ts';
import { saying, type Label } from '../../model/words/message.ts';
import { enrolmentNeeds } from '../../quality/enrolment-needs.ts';
import type { SitePerformanceDataset } from '../dataset.ts';

const ENROLMENT = {
  term: 'site-performance.screened-randomised',
  meaning: 'site-performance.enrolment-meaning',
} as const;

/** Where no query was ever imported, the mail is silent of them. */
const ifAnyQuery =
  (label: Label) =>
  ({ all }: SitePerformanceDataset) =>
    all.queries === null ? undefined : saying(label);

export const FIGURES = [
  { path: 'sites', mail: 'site-performance.sites', alone: true },
  {
    path: 'all.enrolment',
    needs: ({ known }) => enrolmentNeeds('all.enrolment.toDate', known),
  },
  {
    path: 'all.enrolment.*.screened',
    compared: { toDate: 'subjects-screened-to-date', inPeriod: 'subjects-screened' },
    mail: 'subjects-screened',
    tile: {
      label: 'screened',
      section: 'enrolment',
      context: (at, { say }) =>
        say('site-performance.n-to-date-at-sites', {
          n: at('all.enrolment.toDate.screened'),
          sites: at('sites'),
        }),
    },
    define: ENROLMENT,
  },
  {
    path: 'all.enrolment.*.randomised',
    compared: { toDate: 'subjects-randomised-to-date', inPeriod: 'subjects-randomised' },
    mail: 'subjects-randomised',
    tile: {
      label: 'randomised',
      section: 'enrolment',
      context: (at, { say }) =>
        say('site-performance.n-to-date-recent', {
          n: at('all.enrolment.toDate.randomised'),
          recent: at('all.enrolment.randomisedIn28Days'),
        }),
      trend: 'randomised',
    },
    define: ENROLMENT,
  },
  { path: 'all.enrolment.*.discontinued', compared: { toDate: 'subjects-discontinued-to-date' } },
  {
    path: 'all.visits.*',
    rows: { domain: 'SV', counts: () => true },
    compared: { toDate: 'site-performance.visits-to-date', inPeriod: 'visits' },
    mail: 'visits',
    tile: {
      label: 'visits',
      section: 'visits',
      context: (at, { say }) =>
        say('site-performance.n-subjects-seen', { n: at('all.visits.subjectsInPeriod') }),
      trend: 'visits',
    },
    define: { term: 'visits', meaning: 'site-performance.visits-meaning' },
  },
  {
    path: 'all.events.*',
    rows: { domain: 'AE', counts: () => true },
    compared: { toDate: 'adverse-events-to-date', inPeriod: 'adverse-events' },
  },
  {
    path: 'silentSites',
    compared: { toDate: { name: 'silent-sites', rank: 1 }, grave: true },
    mail: 'silent-sites',
    tile: {
      label: 'silent-sites',
      section: 'silence',
      context: (at, { say }) =>
        say('site-performance.days-without-record', { n: at('parameters.silentAfterDays') }),
      urgent: true,
    },
    define: {
      term: 'site-performance.silent',
      meaning: ({ say }, { parameters: { silentAfterDays: n } }) =>
        say('site-performance.silent-meaning', { n }),
    },
  },
  {
    path: 'all.queries.open',
    compared: { toDate: { name: 'site-performance.open-data-queries', rank: 3 } },
    mail: ifAnyQuery('site-performance.open-data-queries'),
    tile: {
      label: 'site-performance.open-queries',
      section: 'queries',
      context: (_at, { say }, { all: { queries } }) =>
        queries === null
          ? say('site-performance.none-was-imported')
          : say('site-performance.opened-and-closed', { opened: queries.opened, closed: queries.closed }),
      trend: (weeks, { all }) => (all.queries === null ? [] : weeks.map(({ queriesOpen }) => queriesOpen)),
    },
    define: {
      term: 'site-performance.queries',
      meaning: ({ say }, { parameters: { overdueAfterDays: n } }) =>
        say('site-performance.queries-meaning', { n }),
    },
  },
  {
    path: 'all.queries.overdue',
    compared: { toDate: { name: 'site-performance.overdue-data-queries', rank: 2 } },
    mail: ifAnyQuery('site-performance.overdue-data-queries'),
    tile: {
      label: 'site-performance.overdue-queries',
      section: 'queries',
      context: (at, { say }) =>
        say('site-performance.open-longer-than', { n: at('parameters.overdueAfterDays') }),
      urgent: true,
    },
  },
  { path: 'all.queries.opened', compared: { inPeriod: 'site-performance.queries-opened' } },
  { path: 'all.queries.closed', compared: { inPeriod: 'site-performance.queries-closed' } },
  {
    path: 'all.entryLag.median',
    tile: {
      label: 'site-performance.data-entry-lag-days',
      section: 'entry-lag',
      context: (at, { say }) => say('site-performance.median-of-records', { n: at('all.entryLag.records') }),
    },
    define: {
      term: 'site-performance.data-entry-lag',
      meaning: ({ say }, { parameters: { lateAfterDays: n } }) =>
        say('site-performance.entry-lag-meaning', { n }),
    },
  },
  {
    path: 'all.entryLag.late',
    tile: {
      label: 'site-performance.late-records',
      section: 'entry-lag',
      context: (at, { say }) =>
        say('site-performance.days-after-collection', { n: at('parameters.lateAfterDays') }),
    },
    define: { term: 'site-performance.median-90th-percentile', meaning: 'site-performance.median-meaning' },
  },
] as const satisfies readonly Figure<SitePerformanceDataset>[];
