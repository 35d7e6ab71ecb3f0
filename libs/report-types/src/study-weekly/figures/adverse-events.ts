/** Adverse events: AE rows. */
import type { SdtmRow } from '@rounds/contracts/received';
import type { Counts } from '@rounds/contracts/dataset';
import type { Reading } from '../../aggregator.ts';
import { figure } from '../../figures/figure.ts';
import { countBy, countRows, countRowsIfKnown, countSubjects } from '../../figures/fold.ts';
import {
  SERIOUS_CRITERIA,
  isFatal,
  isPossibleDeath,
  isSerious,
  isSeriousByCriterion,
} from '../../folds/adverse-event.ts';
import { foldRandomised } from '../../folds/disposition.ts';
import type { Fold } from '../../folds/fold.ts';
import { keepAll } from '../../folds/kept.ts';
import { keyOf } from '../../folds/study-row.ts';
import { tallyEventsBy, type EventsAndSubjects } from '../../folds/tally.ts';
import { MILESTONES } from '../../quality/enrolment-needs.ts';
import type { Known } from '../../terms/known.ts';
import { foldByArm } from './by-arm.ts';

export const SERIOUS_TO_DATE = 'adverseEvents.toDate.serious';
export const FATAL_TO_DATE = 'adverseEvents.toDate.fatal';

const GRAVE = { term: 'study-weekly.serious-fatal', meaning: 'study-weekly.grave-meaning' } as const;

/** AESEV under the term that it is taken for; what is none stays as collected. */
const severityOf = (row: SdtmRow, known: Known): string => known.term('AE.AESEV', row) || keyOf(row, 'AESEV');

interface ByTerm {
  readonly bySoc: Readonly<Record<string, EventsAndSubjects>>;
  readonly byPreferredTerm: Readonly<Record<string, EventsAndSubjects>>;
  /** Subjects counted there who are not randomised: of these lines no percentage of the randomised stands. */
  readonly notRandomised: { readonly bySoc: Counts; readonly byPreferredTerm: Counts };
}

const foldByTerm = ({ label, known }: Reading): Fold<ByTerm> => {
  const [bySoc, byPreferredTerm] = [tallyEventsBy(label), tallyEventsBy(label)];
  const randomised = foldRandomised(known);
  return {
    on: {
      ...randomised.on,
      AE: ({ subject, row }) => {
        bySoc.add(keyOf(row, 'AESOC'), subject);
        byPreferredTerm.add(keyOf(row, 'AEDECOD'), subject);
      },
    },
    result: () => ({
      bySoc: bySoc.result(),
      byPreferredTerm: byPreferredTerm.result(),
      notRandomised: {
        bySoc: bySoc.outside(randomised.result()),
        byPreferredTerm: byPreferredTerm.outside(randomised.result()),
      },
    }),
    ...keepAll({ bySoc, byPreferredTerm, randomised }),
  };
};

export const ADVERSE_EVENTS = [
  figure({
    path: 'adverseEvents.*.events',
    ...countRows('AE'),
    line: 'events',
    compared: { toDate: 'adverse-events-to-date', inPeriod: 'adverse-events' },
    mail: 'adverse-events',
    tile: { label: 'adverse-events', section: 'adverse-events', trend: 'adverseEvents' },
  }),
  figure({ path: 'adverseEvents.*.subjects', ...countSubjects('AE'), line: 'subjects-with-an-event' }),
  figure({
    path: 'adverseEvents.*.serious',
    ...countRowsIfKnown('AE', isSerious, { all: ['AE.AESER'], inEveryRow: true, doubt: 'any' }),
    line: 'serious-events',
    compared: {
      toDate: { name: 'serious-adverse-events-to-date', rank: 2 },
      inPeriod: 'serious-adverse-events',
      grave: true,
    },
    mail: 'serious-adverse-events',
    tile: { label: 'serious-events', section: 'adverse-events', urgent: true, trend: 'seriousEvents' },
    define: GRAVE,
  }),
  figure({
    path: 'adverseEvents.*.seriousByCriterion',
    ...countRowsIfKnown(
      'AE',
      isSeriousByCriterion,
      { all: ['AE.AESER'], reads: SERIOUS_CRITERIA, doubt: 'any' },
      // That none is collected leaves nothing in doubt: AESER alone says what is serious.
      { oneOf: SERIOUS_CRITERIA },
    ),
    line: 'serious-by-criterion',
  }),
  figure({
    path: 'adverseEvents.*.fatal',
    ...countRowsIfKnown('AE', isFatal, { all: ['AE.AEOUT'], reads: ['AE.AESDTH'], doubt: 'any' }),
    line: 'fatal-events',
    compared: { toDate: { name: 'fatal-adverse-events-to-date', rank: 1 }, grave: true },
    tile: { label: 'fatal-events', section: 'adverse-events', urgent: true },
    define: GRAVE,
  }),
  figure({
    path: 'adverseEvents.*.possibleDeaths',
    ...countRows('AE', isPossibleDeath),
    needs: { reads: ['AE.AETOXGR', 'AE.AEDTHDTC'], doubt: 'any' },
    line: 'possible-deaths-label',
  }),
  figure({
    path: 'adverseEvents.inPeriod.bySeverity',
    ...countBy('AE', severityOf),
    needs: { all: ['AE.AESEV'] },
  }),
  figure({ path: 'adverseEvents.toDate', fold: foldByTerm }),
  figure({ path: 'adverseEvents.toDate.bySoc', needs: { all: ['AE.AESOC'] } }),
  figure({ path: 'adverseEvents.toDate.byPreferredTerm', needs: { all: ['AE.AEDECOD'] } }),
  figure({
    path: 'adverseEvents',
    fold: foldByArm,
    needs: ({ scope }) =>
      // Each entry is of one domain.
      [['DM.ARM'], MILESTONES].flatMap((all) =>
        scope.unblinded ? [{ figure: 'adverseEvents.byArm', of: 'toDate', all }] : [],
      ),
  }),
  /** Of DM, DS and AE together. */
  figure({ path: 'attention.newDeaths', needs: { reads: ['DM.DTHFL', 'DM.DTHDTC'], doubt: 'any' } }),
];
