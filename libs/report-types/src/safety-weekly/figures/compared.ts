/** What a safety report compares with the last one, the gravest first. */
import { isFatal, isSerious } from '../../folds/adverse-event.ts';
import type { ComparedFigure } from '../../compared.ts';

export const SERIOUS_TO_DATE = 'events.toDate.serious.events';

export const COMPARED: readonly ComparedFigure[] = [
  { path: 'deaths.toDate', label: 'safety-weekly.deaths-to-date', of: 'toDate', grave: true },
  {
    path: 'events.toDate.fatal.events',
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
  { path: 'liver.toDate.hysLawCandidates', label: 'hys-law-candidates-to-date', of: 'toDate', grave: true },
  {
    path: 'events.toDate.severe.events',
    label: 'safety-weekly.events-of-chosen-severity-to-date',
    of: 'toDate',
  },
  {
    path: 'events.toDate.all.events',
    label: 'adverse-events-to-date',
    of: 'toDate',
    rows: { domain: 'AE', counts: () => true },
  },
  { path: 'liver.toDate.altOrAst3xUln', label: 'subjects-alt-ast-3x-uln-to-date', of: 'toDate' },
  { path: 'liver.toDate.bilirubin2xUln', label: 'subjects-bilirubin-2x-uln-to-date', of: 'toDate' },
  { path: 'subjects.randomised', label: 'subjects-randomised-to-date', of: 'toDate' },
  { path: 'deaths.inPeriod', label: 'deaths', of: 'inPeriod' },
  { path: 'events.inPeriod.serious.events', label: 'serious-adverse-events', of: 'inPeriod' },
  { path: 'events.inPeriod.severe.events', label: 'safety-weekly.events-of-chosen-severity', of: 'inPeriod' },
  { path: 'events.inPeriod.all.events', label: 'adverse-events', of: 'inPeriod' },
  { path: 'liver.inPeriod.newSignals', label: 'new-liver-signals', of: 'inPeriod' },
];
