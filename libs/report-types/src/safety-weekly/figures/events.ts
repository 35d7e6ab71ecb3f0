/** Adverse events by how grave they are: AE rows. */
import type { SdtmRow } from '@rounds/contracts/collections';
import type { Period } from '@rounds/contracts/period';
import { isFatal, isSerious } from '../../folds/adverse-event.ts';
import type { Fold } from '../../folds/fold.ts';
import { coded, isIn, keyOf, type Label } from '../../folds/study-row.ts';
import { entryOf, sortedRecord, tallyEvents } from '../../folds/tally.ts';
import type { EventCounts, SafetyFigures, TermCounts } from '../dataset.ts';
import { SEVERITIES, type SafetyParameters } from '../safety-weekly.ts';

/** What an event is; each kind is counted apart. */
export interface Gravity {
  readonly serious: boolean;
  readonly severe: boolean;
  readonly fatal: boolean;
  readonly notable: boolean;
}

type Minimum = SafetyParameters['minimumSeverity'];

/** An event without AESEV, or with one that is no CDISC severity, is not severe. */
const isSevere = (row: SdtmRow, minimum: Minimum): boolean => {
  const order: readonly string[] = SEVERITIES;
  return order.indexOf(coded(row, 'AESEV')) >= order.indexOf(minimum);
};

export const gravityOf = (row: SdtmRow, minimum: Minimum): Gravity => {
  const [serious, severe, fatal] = [isSerious(row), isSevere(row, minimum), isFatal(row)];
  return { serious, severe, fatal, notable: serious || severe || fatal };
};

const tallyGravity = () => {
  const [all, serious, severe, fatal, notable] = [
    tallyEvents(),
    tallyEvents(),
    tallyEvents(),
    tallyEvents(),
    tallyEvents(),
  ];
  return {
    add: (subject: string, gravity: Gravity) => {
      all.add(subject);
      if (gravity.serious) serious.add(subject);
      if (gravity.severe) severe.add(subject);
      if (gravity.fatal) fatal.add(subject);
      if (gravity.notable) notable.add(subject);
    },
    result: (): EventCounts => ({
      all: all.result(),
      serious: serious.result(),
      severe: severe.result(),
      fatal: fatal.result(),
      notable: notable.result(),
    }),
  };
};

const tallyTerms = () => {
  const terms = new Map<string, ReturnType<typeof tallyGravity>>();
  return {
    add: (term: string, subject: string, gravity: Gravity) => {
      entryOf(terms, term, tallyGravity).add(subject, gravity);
    },
    result: (): Record<string, TermCounts> => {
      const counted = sortedRecord(terms, (tally) => {
        const { all, serious, severe, notable } = tally.result();
        return { all, serious, severe, notable };
      });
      return Object.fromEntries(Object.entries(counted).filter(([, { notable }]) => notable.events > 0));
    },
  };
};

/** Reads rows to date only: the caller stops at the period's end. */
export const foldEvents = (period: Period, minimum: Minimum, label: Label): Fold<SafetyFigures['events']> => {
  const [inPeriod, toDate, bySoc, byTerm] = [tallyGravity(), tallyGravity(), tallyTerms(), tallyTerms()];
  return {
    on: {
      AE: ({ subject, day, row }) => {
        const gravity = gravityOf(row, minimum);
        toDate.add(subject, gravity);
        bySoc.add(keyOf(row, 'AESOC', label), subject, gravity);
        byTerm.add(keyOf(row, 'AEDECOD', label), subject, gravity);
        if (isIn(period, day)) inPeriod.add(subject, gravity);
      },
    },
    result: () => ({
      inPeriod: inPeriod.result(),
      toDate: { ...toDate.result(), bySoc: bySoc.result(), byPreferredTerm: byTerm.result() },
    }),
  };
};
