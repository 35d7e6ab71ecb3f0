/** What a weekly report compares with the last one, the gravest first. */
import { isFatal, isSerious } from '../../folds/adverse-event.ts';
import type { ComparedFigure } from '../../compared.ts';

export const SERIOUS_TO_DATE = 'adverseEvents.toDate.serious';
export const FATAL_TO_DATE = 'adverseEvents.toDate.fatal';

export const COMPARED: readonly ComparedFigure[] = [
  {
    path: FATAL_TO_DATE,
    label: 'Fatal adverse events to date',
    of: 'toDate',
    grave: true,
    rows: { domain: 'AE', counts: isFatal },
  },
  {
    path: SERIOUS_TO_DATE,
    label: 'Serious adverse events to date',
    of: 'toDate',
    grave: true,
    rows: { domain: 'AE', counts: isSerious },
  },
  {
    path: 'laboratory.toDate.hysLawCandidates',
    label: 'Hy’s law candidates to date',
    of: 'toDate',
    grave: true,
  },
  { path: 'enrolment.toDate.screened', label: 'Subjects screened to date', of: 'toDate' },
  { path: 'enrolment.toDate.randomised', label: 'Subjects randomised to date', of: 'toDate' },
  { path: 'enrolment.toDate.discontinued', label: 'Subjects discontinued to date', of: 'toDate' },
  { path: 'enrolment.toDate.completed', label: 'Subjects completed to date', of: 'toDate' },
  {
    path: 'adverseEvents.toDate.events',
    label: 'Adverse events to date',
    of: 'toDate',
    rows: { domain: 'AE', counts: () => true },
  },
  {
    path: 'laboratory.toDate.altOrAst3xUln',
    label: 'Subjects with ALT or AST ≥ 3 × ULN to date',
    of: 'toDate',
  },
  {
    path: 'laboratory.toDate.bilirubin2xUln',
    label: 'Subjects with bilirubin ≥ 2 × ULN to date',
    of: 'toDate',
  },
  { path: 'enrolment.inPeriod.screened', label: 'Subjects screened', of: 'inPeriod' },
  { path: 'enrolment.inPeriod.randomised', label: 'Subjects randomised', of: 'inPeriod' },
  { path: 'enrolment.inPeriod.discontinued', label: 'Subjects discontinued', of: 'inPeriod' },
  { path: 'visits.inPeriod', label: 'Visits', of: 'inPeriod' },
  { path: 'adverseEvents.inPeriod.events', label: 'Adverse events', of: 'inPeriod' },
  { path: 'adverseEvents.inPeriod.serious', label: 'Serious adverse events', of: 'inPeriod' },
  { path: 'laboratory.inPeriod.results', label: 'Laboratory results', of: 'inPeriod' },
  { path: 'laboratory.inPeriod.outOfRange', label: 'Laboratory results out of range', of: 'inPeriod' },
  { path: 'vitalSigns.inPeriod.results', label: 'Vital signs', of: 'inPeriod' },
];
