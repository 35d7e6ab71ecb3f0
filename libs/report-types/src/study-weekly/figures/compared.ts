/** What a weekly report compares with the last one, the gravest first. */
import { isFatal, isSerious } from '../../folds/adverse-event.ts';
import type { ComparedFigure } from '../../compared.ts';

export const SERIOUS_TO_DATE = 'adverseEvents.toDate.serious';
export const FATAL_TO_DATE = 'adverseEvents.toDate.fatal';

export const COMPARED: readonly ComparedFigure[] = [
  {
    path: FATAL_TO_DATE,
    label: 'fatal-adverse-events-to-date',
    of: 'toDate',
    grave: true,
    rows: { domain: 'AE', counts: isFatal },
  },
  {
    path: SERIOUS_TO_DATE,
    label: 'serious-adverse-events-to-date',
    of: 'toDate',
    grave: true,
    rows: { domain: 'AE', counts: isSerious },
  },
  {
    path: 'laboratory.toDate.hysLawCandidates',
    label: 'hys-law-candidates-to-date',
    of: 'toDate',
    grave: true,
  },
  { path: 'enrolment.toDate.screened', label: 'subjects-screened-to-date', of: 'toDate' },
  { path: 'enrolment.toDate.randomised', label: 'subjects-randomised-to-date', of: 'toDate' },
  { path: 'enrolment.toDate.discontinued', label: 'subjects-discontinued-to-date', of: 'toDate' },
  { path: 'enrolment.toDate.completed', label: 'study-weekly.subjects-completed-to-date', of: 'toDate' },
  {
    path: 'adverseEvents.toDate.events',
    label: 'adverse-events-to-date',
    of: 'toDate',
    rows: { domain: 'AE', counts: () => true },
  },
  {
    path: 'laboratory.toDate.altOrAst3xUln',
    label: 'subjects-alt-ast-3x-uln-to-date',
    of: 'toDate',
  },
  {
    path: 'laboratory.toDate.bilirubin2xUln',
    label: 'subjects-bilirubin-2x-uln-to-date',
    of: 'toDate',
  },
  { path: 'enrolment.inPeriod.screened', label: 'subjects-screened', of: 'inPeriod' },
  { path: 'enrolment.inPeriod.randomised', label: 'subjects-randomised', of: 'inPeriod' },
  { path: 'enrolment.inPeriod.discontinued', label: 'study-weekly.subjects-discontinued', of: 'inPeriod' },
  { path: 'visits.inPeriod', label: 'visits', of: 'inPeriod' },
  { path: 'adverseEvents.inPeriod.events', label: 'adverse-events', of: 'inPeriod' },
  { path: 'adverseEvents.inPeriod.serious', label: 'serious-adverse-events', of: 'inPeriod' },
  { path: 'laboratory.inPeriod.results', label: 'study-weekly.laboratory-results', of: 'inPeriod' },
  {
    path: 'laboratory.inPeriod.outOfRange',
    label: 'study-weekly.laboratory-results-out-of-range',
    of: 'inPeriod',
  },
  { path: 'vitalSigns.inPeriod.results', label: 'study-weekly.vital-signs', of: 'inPeriod' },
];
