/** Adverse events by how grave they are: AE rows. */
import type { SdtmRow } from '@rounds/contracts/received';
import type { Period } from '@rounds/contracts/period';
import {
  isFatal,
  isPossibleDeath,
  isSerious,
  isSeriousByCriterion,
  knowsCriteria,
} from '../../folds/adverse-event.ts';
import { foldRandomised } from '../../folds/disposition.ts';
import type { Fold } from '../../folds/fold.ts';
import { keepAll, keepBy } from '../../folds/kept.ts';
import { isIn, keyOf, type Label } from '../../folds/study-row.ts';
import { labelled, sortedRecord, tallyEvents, type EventsAndSubjectsIfKnown } from '../../folds/tally.ts';
import type { Known } from '../../terms/known.ts';
import type { EventCounts, SafetyFigures, TermCounts } from '../dataset.ts';
import { SEVERITIES, type SafetyParameters } from '../safety-weekly.ts';

/** What an event is; each kind is counted apart. */
export interface Gravity {
  readonly serious: boolean;
  readonly seriousByCriterion: boolean;
  readonly severe: boolean;
  readonly fatal: boolean;
  readonly possibleDeaths: boolean;
  readonly notable: boolean;
}

type Kind = keyof Gravity;
type Minimum = SafetyParameters['minimumSeverity'];

/** How the report's events are judged. */
export interface Judging {
  readonly minimum: Minimum;
  readonly known: Known;
}

/** An event without AESEV, or with one that is no CDISC severity, is not severe. */
const isSevere = (row: SdtmRow, { minimum, known }: Judging): boolean => {
  const order: readonly string[] = SEVERITIES;
  return order.indexOf(known.term('AE.AESEV', row)) >= order.indexOf(minimum);
};

export const gravityOf = (row: SdtmRow, judging: Judging): Gravity => {
  const { known } = judging;
  const [serious, severe, fatal] = [isSerious(row, known), isSevere(row, judging), isFatal(row, known)];
  return {
    ...{ serious, severe, fatal, notable: serious || severe || fatal },
    seriousByCriterion: isSeriousByCriterion(row, known),
    possibleDeaths: isPossibleDeath(row, known),
  };
};

/** Without which a kind cannot be counted. */
const NEEDED: Readonly<Record<Exclude<Kind, 'seriousByCriterion'>, readonly string[]>> = {
  serious: ['AE.AESER'],
  severe: ['AE.AESEV'],
  fatal: ['AE.AEOUT'],
  possibleDeaths: [],
  notable: ['AE.AESER', 'AE.AESEV', 'AE.AEOUT'],
};

export const isKnown = (kind: Kind, known: Known): boolean =>
  kind === 'seriousByCriterion' ? knowsCriteria(known) : !NEEDED[kind].some(known.lacks);

const NOT_KNOWN: EventsAndSubjectsIfKnown = { events: null, subjects: null };

const KINDS = ['serious', 'seriousByCriterion', 'severe', 'fatal', 'possibleDeaths', 'notable'] as const;

const tallyGravity = (known: Known) => {
  const all = tallyEvents();
  const kinds = Object.fromEntries(KINDS.map((kind) => [kind, tallyEvents()])) as Record<
    Kind,
    ReturnType<typeof tallyEvents>
  >;
  const shown = (kind: Kind) => (isKnown(kind, known) ? kinds[kind].result() : NOT_KNOWN);
  return {
    ...keepAll({ all, ...kinds }),
    all,
    isNotable: () => kinds.notable.result().events > 0,
    add: (subject: string, gravity: Gravity) => {
      all.add(subject);
      for (const kind of KINDS) if (gravity[kind]) kinds[kind].add(subject);
    },
    result: (): EventCounts => ({
      all: all.result(),
      serious: shown('serious'),
      seriousByCriterion: shown('seriousByCriterion'),
      severe: shown('severe'),
      fatal: shown('fatal'),
      possibleDeaths: kinds.possibleDeaths.result(),
      notable: shown('notable'),
    }),
  };
};

const tallyTerms = (known: Known, label: Label) => {
  const tally = () => tallyGravity(known);
  const terms = keepBy(tally);
  return {
    add: (term: string, subject: string, gravity: Gravity): void => {
      terms.of(term).add(subject, gravity);
    },
    result: (randomised: ReadonlySet<string>): Record<string, TermCounts> => {
      const notable = [...labelled(terms.entries, label, tally)].filter(([, each]) => each.isNotable());
      return sortedRecord(new Map(notable), (each) => {
        const { all, serious, severe, notable: grave } = each.result();
        return { all, serious, severe, notable: grave, notRandomised: each.all.outside(randomised) };
      });
    },
    save: terms.save,
    absorb: terms.absorb,
  };
};

/** Reads rows to date only: the caller stops at the period's end. */
export const foldEvents = (period: Period, judging: Judging, label: Label): Fold<SafetyFigures['events']> => {
  const { known } = judging;
  const [inPeriod, toDate] = [tallyGravity(known), tallyGravity(known)];
  const [bySoc, byTerm] = [tallyTerms(known, label), tallyTerms(known, label)];
  const drawn = foldRandomised(known);
  return {
    ...keepAll({ toDate, bySoc, byTerm, drawn }),
    on: {
      ...drawn.on,
      AE: ({ subject, day, row }) => {
        const gravity = gravityOf(row, judging);
        toDate.add(subject, gravity);
        bySoc.add(keyOf(row, 'AESOC'), subject, gravity);
        byTerm.add(keyOf(row, 'AEDECOD'), subject, gravity);
        if (isIn(period, day)) inPeriod.add(subject, gravity);
      },
    },
    result: () => {
      const randomised = drawn.result();
      return {
        inPeriod: inPeriod.result(),
        toDate: {
          ...toDate.result(),
          bySoc: bySoc.result(randomised),
          byPreferredTerm: byTerm.result(randomised),
          notRandomised: toDate.all.outside(randomised),
        },
      };
    },
  };
};
