/** Adverse events: AE rows, and by arm where the scope is unblinded. */
import type { SdtmRow } from '@rounds/contracts/collections';
import type { Period } from '@rounds/contracts/period';
import {
  isFatal,
  isPossibleDeath,
  isSerious,
  isSeriousByCriterion,
  knowsCriteria,
} from '../../folds/adverse-event.ts';
import { dispositionState } from '../../folds/disposition.ts';
import { lackingOf } from '../../folds/enrolment.ts';
import type { Fold } from '../../folds/fold.ts';
import { NOT_GIVEN, asIs, isIn, keyOf, type Label } from '../../folds/study-row.ts';
import { entryOf, sortedRecord, tallyCounts, tallyEvents, tallyEventsBy } from '../../folds/tally.ts';
import type { Known } from '../../terms/known.ts';
import type { AdverseEvents } from '../dataset.ts';

type Grave = Pick<AdverseEvents['toDate'], 'serious' | 'seriousByCriterion' | 'fatal' | 'possibleDeaths'>;

/** How many events are what; null what the study has no variable for. */
const tallyGrave = (known: Known) => {
  const counts = { serious: 0, seriousByCriterion: 0, fatal: 0, possibleDeaths: 0 };
  const [withoutAeser, withoutAeout] = ['AE.AESER', 'AE.AEOUT'].map(known.lacks);
  return {
    add: (row: SdtmRow) => {
      if (isSerious(row, known)) counts.serious += 1;
      if (isSeriousByCriterion(row, known)) counts.seriousByCriterion += 1;
      if (isFatal(row, known)) counts.fatal += 1;
      if (isPossibleDeath(row, known)) counts.possibleDeaths += 1;
    },
    result: (): Grave => ({
      ...counts,
      ...(withoutAeser === true ? { serious: null } : {}),
      ...(knowsCriteria(known) ? {} : { seriousByCriterion: null }),
      ...(withoutAeout === true ? { fatal: null } : {}),
    }),
  };
};

/** AESEV under the term that it is taken for; what is none stays as collected. */
const severityOf = (row: SdtmRow, { term }: Known, label: Label): string =>
  term('AE.AESEV', row) || keyOf(row, 'AESEV', label);

const foldInPeriod = (label: Label, known: Known) => {
  const [events, grave, bySeverity] = [tallyEvents(), tallyGrave(known), tallyCounts()];
  return {
    add: (subject: string, row: SdtmRow) => {
      events.add(subject);
      grave.add(row);
      bySeverity.add(severityOf(row, known, label));
    },
    result: () => ({ ...events.result(), ...grave.result(), bySeverity: bySeverity.result() }),
  };
};

const foldToDate = (label: Label, known: Known) => {
  const [events, grave] = [tallyEvents(), tallyGrave(known)];
  const [bySoc, byPreferredTerm] = [tallyEventsBy(), tallyEventsBy()];
  return {
    add: (subject: string, row: SdtmRow) => {
      events.add(subject);
      grave.add(row);
      bySoc.add(keyOf(row, 'AESOC', label), subject);
      byPreferredTerm.add(keyOf(row, 'AEDECOD', label), subject);
    },
    result: (randomised: ReadonlySet<string>) => ({
      ...events.result(),
      ...grave.result(),
      bySoc: bySoc.result(),
      byPreferredTerm: byPreferredTerm.result(),
      notRandomised: {
        bySoc: bySoc.outside(randomised),
        byPreferredTerm: byPreferredTerm.outside(randomised),
      },
    }),
  };
};

export const foldAdverseEvents = (period: Period, label: Label, known: Known): Fold<AdverseEvents> => {
  const [inPeriod, toDate] = [foldInPeriod(label, known), foldToDate(label, known)];
  const randomised = new Set<string>();
  return {
    on: {
      DS: ({ subject, row }) => {
        if (dispositionState(row, known) === 'randomised') randomised.add(subject);
      },
      AE: ({ subject, day, row }) => {
        toDate.add(subject, row);
        if (isIn(period, day)) inPeriod.add(subject, row);
      },
    },
    result: () => ({ inPeriod: inPeriod.result(), toDate: toDate.result(randomised) }),
  };
};

type ByArm = NonNullable<AdverseEvents['byArm']>;

export interface Arms {
  /** DM.ARM; `NOT GIVEN` where no row names one, or where rows name several. */
  readonly arms: ReadonlyMap<string, string>;
  /** Subjects whose rows name several. */
  readonly several: ReadonlySet<string>;
}

/** The same whatever the order of the rows. */
export const foldArms = (): Fold<Arms> => {
  const named = new Map<string, Set<string>>();
  return {
    on: {
      DM: ({ subject, row }) => {
        const arms = entryOf(named, subject, () => new Set());
        const arm = keyOf(row, 'ARM', asIs);
        if (arm !== NOT_GIVEN) arms.add(arm);
      },
    },
    result: () => ({
      arms: new Map([...named].map(([subject, names]) => [subject, onlyOne(names)])),
      several: new Set([...named].filter(([, names]) => names.size > 1).map(([subject]) => subject)),
    }),
  };
};

const onlyOne = (names: ReadonlySet<string>): string => {
  const [name, ...others] = names;
  return name === undefined || others.length > 0 ? NOT_GIVEN : name;
};

const countsByArm = (
  randomised: ReadonlySet<string>,
  arms: ReadonlyMap<string, string>,
  events: ReadonlyMap<string, number>,
): ByArm => {
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
};

/**
 * Events to date of the randomised subjects, by the arm they were randomised to (DM ARM, not ACTARM). An event
 * before randomisation counts once its subject is randomised, so that no arm has more subjects with events
 * than subjects. Null where the study tells no arm, or not who is randomised.
 */
export const foldByArm = (known: Known): Fold<ByArm | null> => {
  const arms = foldArms();
  const randomised = new Set<string>();
  const events = new Map<string, number>();
  return {
    on: {
      ...arms.on,
      DS: ({ subject, row }) => {
        if (dispositionState(row, known) === 'randomised') randomised.add(subject);
      },
      AE: ({ subject }) => events.set(subject, (events.get(subject) ?? 0) + 1),
    },
    result: () =>
      known.lacks('DM.ARM') || lackingOf(known).randomised !== undefined
        ? null
        : countsByArm(randomised, arms.result().arms, events),
  };
};
