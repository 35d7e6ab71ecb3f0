/** What a site report compares with the last one. */
import type { ComparedFigure } from '../../compared.ts';

export const COMPARED: readonly ComparedFigure[] = [
  { path: 'silentSites', label: 'Silent sites', of: 'toDate', grave: true },
  { path: 'all.queries.overdue', label: 'Overdue data queries', of: 'toDate' },
  { path: 'all.queries.open', label: 'Open data queries', of: 'toDate' },
  { path: 'all.enrolment.toDate.screened', label: 'Subjects screened to date', of: 'toDate' },
  { path: 'all.enrolment.toDate.randomised', label: 'Subjects randomised to date', of: 'toDate' },
  { path: 'all.enrolment.toDate.discontinued', label: 'Subjects discontinued to date', of: 'toDate' },
  {
    path: 'all.visits.toDate',
    label: 'Visits to date',
    of: 'toDate',
    rows: { domain: 'SV', counts: () => true },
  },
  {
    path: 'all.events.toDate',
    label: 'Adverse events to date',
    of: 'toDate',
    rows: { domain: 'AE', counts: () => true },
  },
  { path: 'all.enrolment.inPeriod.screened', label: 'Subjects screened', of: 'inPeriod' },
  { path: 'all.enrolment.inPeriod.randomised', label: 'Subjects randomised', of: 'inPeriod' },
  { path: 'all.visits.inPeriod', label: 'Visits', of: 'inPeriod' },
  { path: 'all.events.inPeriod', label: 'Adverse events', of: 'inPeriod' },
  { path: 'all.queries.opened', label: 'Queries opened', of: 'inPeriod' },
  { path: 'all.queries.closed', label: 'Queries closed', of: 'inPeriod' },
];
