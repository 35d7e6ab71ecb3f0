/** What a safety report compares with the last one, the gravest first. */
import { isFatal, isSerious } from '../../folds/adverse-event.ts';
import type { ComparedFigure } from '../../compared.ts';

export const SERIOUS_TO_DATE = 'events.toDate.serious.events';

export const COMPARED: readonly ComparedFigure[] = [
  { path: 'deaths.toDate', label: 'Deaths to date', of: 'toDate', grave: true },
  {
    path: 'events.toDate.fatal.events',
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
  { path: 'liver.toDate.hysLawCandidates', label: 'Hy’s law candidates to date', of: 'toDate', grave: true },
  {
    path: 'events.toDate.severe.events',
    label: 'Adverse events of the chosen severity to date',
    of: 'toDate',
  },
  {
    path: 'events.toDate.all.events',
    label: 'Adverse events to date',
    of: 'toDate',
    rows: { domain: 'AE', counts: () => true },
  },
  { path: 'liver.toDate.altOrAst3xUln', label: 'Subjects with ALT or AST ≥ 3 × ULN to date', of: 'toDate' },
  { path: 'liver.toDate.bilirubin2xUln', label: 'Subjects with bilirubin ≥ 2 × ULN to date', of: 'toDate' },
  { path: 'subjects.randomised', label: 'Subjects randomised to date', of: 'toDate' },
  { path: 'deaths.inPeriod', label: 'Deaths', of: 'inPeriod' },
  { path: 'events.inPeriod.serious.events', label: 'Serious adverse events', of: 'inPeriod' },
  { path: 'events.inPeriod.severe.events', label: 'Adverse events of the chosen severity', of: 'inPeriod' },
  { path: 'events.inPeriod.all.events', label: 'Adverse events', of: 'inPeriod' },
  { path: 'liver.inPeriod.newSignals', label: 'New liver signals', of: 'inPeriod' },
];
