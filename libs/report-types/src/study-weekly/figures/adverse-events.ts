/** Adverse events: AE rows, and by arm where the scope is unblinded. */
import type { Period } from '@rounds/contracts/period';
import type { SdtmRow } from '@rounds/contracts/collections';
import { isFatal, isSerious } from '../../folds/adverse-event.ts';
import { dispositionState } from '../../folds/disposition.ts';
import type { Fold } from '../../folds/fold.ts';
import { NOT_GIVEN, asIs, isIn, keyOf, type Label } from '../../folds/study-row.ts';
import { entryOf, sortedRecord, tallyCounts, tallyEvents, tallyEventsBy } from '../../folds/tally.ts';
import type { AdverseEvents } from '../dataset.ts';

const foldInPeriod = (label: Label) => {
  const events = tallyEvents();
  const bySeverity = tallyCounts();
  let serious = 0;
  return {
    add: (subject: string, row: SdtmRow) => {
      events.add(subject);
      bySeverity.add(keyOf(row, 'AESEV', label));
      if (isSerious(row)) serious += 1;
    },
    result: () => ({ ...events.result(), serious, bySeverity: bySeverity.result() }),
  };
};

const foldToDate = (label: Label) => {
  const [events, bySoc, byPreferredTerm] = [tallyEvents(), tallyEventsBy(), tallyEventsBy()];
  let serious = 0;
  let fatal = 0;
  return {
    add: (subject: string, row: SdtmRow) => {
      events.add(subject);
      bySoc.add(keyOf(row, 'AESOC', label), subject);
      byPreferredTerm.add(keyOf(row, 'AEDECOD', label), subject);
      if (isSerious(row)) serious += 1;
      if (isFatal(row)) fatal += 1;
    },
    result: () => ({
      ...events.result(),
      serious,
      fatal,
      bySoc: bySoc.result(),
      byPreferredTerm: byPreferredTerm.result(),
    }),
  };
};

export const foldAdverseEvents = (period: Period, label: Label): Fold<AdverseEvents> => {
  const [inPeriod, toDate] = [foldInPeriod(label), foldToDate(label)];
  return {
    on: {
      AE: ({ subject, day, row }) => {
        toDate.add(subject, row);
        if (isIn(period, day)) inPeriod.add(subject, row);
      },
    },
    result: () => ({ inPeriod: inPeriod.result(), toDate: toDate.result() }),
  };
};

type ByArm = NonNullable<AdverseEvents['byArm']>;

/**
 * Events to date of the randomised subjects, by the arm they were randomised to (DM ARM, not ACTARM). An event
 * before randomisation counts once its subject is randomised, so that no arm has more subjects with events
 * than subjects.
 */
export const foldByArm = (): Fold<ByArm> => {
  const arms = new Map<string, string>();
  const randomised = new Set<string>();
  const events = new Map<string, number>();
  return {
    on: {
      DM: ({ subject, row }) => arms.set(subject, keyOf(row, 'ARM', asIs)),
      DS: ({ subject, row }) => {
        if (dispositionState(row) === 'randomised') randomised.add(subject);
      },
      AE: ({ subject }) => events.set(subject, (events.get(subject) ?? 0) + 1),
    },
    result: () => {
      const byArm = new Map<string, ByArm[string]>();
      for (const subject of randomised) {
        const arm = arms.get(subject) ?? NOT_GIVEN;
        const count = events.get(subject) ?? 0;
        const before = entryOf(byArm, arm, () => ({ randomised: 0, subjectsWithEvents: 0, events: 0 }));
        byArm.set(arm, {
          randomised: before.randomised + 1,
          subjectsWithEvents: before.subjectsWithEvents + (count > 0 ? 1 : 0),
          events: before.events + count,
        });
      }
      return sortedRecord(byArm, (counts) => counts);
    },
  };
};
