/** What a site report compares with the last one. */
import type { ComparedFigure } from '../../compared.ts';

export const COMPARED: readonly ComparedFigure[] = [
  { path: 'silentSites', label: 'silent-sites', of: 'toDate', grave: true },
  { path: 'all.queries.overdue', label: 'site-performance.overdue-data-queries', of: 'toDate' },
  { path: 'all.queries.open', label: 'site-performance.open-data-queries', of: 'toDate' },
  { path: 'all.enrolment.toDate.screened', label: 'subjects-screened-to-date', of: 'toDate' },
  { path: 'all.enrolment.toDate.randomised', label: 'subjects-randomised-to-date', of: 'toDate' },
  { path: 'all.enrolment.toDate.discontinued', label: 'subjects-discontinued-to-date', of: 'toDate' },
  {
    path: 'all.visits.toDate',
    label: 'site-performance.visits-to-date',
    of: 'toDate',
    rows: { domain: 'SV', counts: () => true },
  },
  {
    path: 'all.events.toDate',
    label: 'adverse-events-to-date',
    of: 'toDate',
    rows: { domain: 'AE', counts: () => true },
  },
  { path: 'all.enrolment.inPeriod.screened', label: 'subjects-screened', of: 'inPeriod' },
  { path: 'all.enrolment.inPeriod.randomised', label: 'subjects-randomised', of: 'inPeriod' },
  { path: 'all.visits.inPeriod', label: 'visits', of: 'inPeriod' },
  { path: 'all.events.inPeriod', label: 'adverse-events', of: 'inPeriod' },
  { path: 'all.queries.opened', label: 'site-performance.queries-opened', of: 'inPeriod' },
  { path: 'all.queries.closed', label: 'site-performance.queries-closed', of: 'inPeriod' },
];
