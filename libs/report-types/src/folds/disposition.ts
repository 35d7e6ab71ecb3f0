/** How every report reads a row of DS. */
import type { SdtmRow } from '@rounds/contracts/received';
import type { Known } from '../terms/known.ts';
import type { Fold } from './fold.ts';
import { keepAll, keepBest, keepList, keepSet } from './kept.ts';
import { numeric, text, type StudyRow } from './study-row.ts';

export type Ended = 'screenFailures' | 'completed' | 'discontinued';
export type Disposition = 'randomised' | Ended;

/** What a row says of its subject, of whatever epoch; undefined where it is no figure's (DSCAT OTHER EVENT). */
export const dispositionState = (row: SdtmRow, { term }: Known): Disposition | undefined => {
  const [category, what] = [term('DS.DSCAT', row), term('DS.DSDECOD', row)];
  if (category === 'PROTOCOL MILESTONE') return what === 'RANDOMIZED' ? 'randomised' : undefined;
  if (category !== 'DISPOSITION EVENT') return undefined;
  if (what === 'SCREEN FAILURE') return 'screenFailures';
  return what === 'COMPLETED' ? 'completed' : 'discontinued';
};

/** Subjects of whom a row says that they were randomised. Reads rows to date only. */
export const foldRandomised = (known: Known): Fold<ReadonlySet<string>> => {
  const randomised = keepSet();
  return {
    save: randomised.save,
    absorb: randomised.absorb,
    on: {
      DS: ({ subject, row }) => {
        if (dispositionState(row, known) === 'randomised') randomised.add(subject);
      },
    },
    result: () => randomised.values,
  };
};

/** Whether a disposition event is of the participation in the study, not of the treatment or of another epoch. */
export const isOfStudy = (row: SdtmRow, { term }: Known): boolean =>
  term('DS.DSSCAT', row) === 'STUDY PARTICIPATION' ||
  (term('DS.DSDECOD', row) === 'SCREEN FAILURE' && term('DS.EPOCH', row) === 'SCREENING');

/** How a subject left the study. */
export interface Ending {
  readonly state: Ended;
  readonly from: StudyRow;
}

export interface Dispositions {
  /** Rows that say that their subject was randomised. */
  readonly randomised: readonly StudyRow[];
  /** One for each subject who has left the study. */
  readonly endings: readonly Ending[];
}

const comesLater = (a: StudyRow, b: StudyRow): boolean => {
  if (a.day !== b.day) return a.day > b.day;
  const [left, right] = [numeric(a.row, 'DSSEQ') ?? 0, numeric(b.row, 'DSSEQ') ?? 0];
  if (left !== right) return left > right;
  const [what, other] = [text(a.row, 'DSDECOD'), text(b.row, 'DSDECOD')];
  return what === other ? a.key > b.key : what > other;
};

const tallyLast = () => {
  const last = keepBest<Ending>(({ from }, over) => comesLater(from, over.from));
  return {
    add: (state: Ended, from: StudyRow): void => {
      last.add(from.subject, { state, from });
    },
    result: (): readonly Ending[] => [...last.best.values()],
    save: last.save,
    absorb: last.absorb,
  };
};

/** Whether the study tells of which part of it a disposition is. */
export const tellsParts = ({ fills }: Known): boolean => ['DS.DSSCAT', 'DS.EPOCH'].some(fills);

/**
 * One study-level disposition for each subject: its last with DSSCAT STUDY PARTICIPATION, a screen failure of the
 * screening epoch among them; where the study has neither DSSCAT nor EPOCH, its last. Of one day the one of the higher
 * DSSEQ is the last. Reads rows to date only.
 */
export const foldDispositions = (known: Known): Fold<Dispositions> => {
  const randomised = keepList<StudyRow>();
  const [ofStudy, ofAny] = [tallyLast(), tallyLast()];
  return {
    ...keepAll({ randomised, ofStudy, ofAny }),
    on: {
      DS: (from) => {
        const { row } = from;
        const state = dispositionState(row, known);
        if (state === undefined) return;
        if (state === 'randomised') {
          randomised.add(from);
          return;
        }
        ofAny.add(state, from);
        if (isOfStudy(row, known)) ofStudy.add(state, from);
      },
    },
    result: () => ({
      randomised: randomised.values,
      endings: (tellsParts(known) ? ofStudy : ofAny).result(),
    }),
  };
};

/** Subjects randomised before `end` of whom no study-level disposition tells: as a set. */
export const ongoingSubjects = ({ randomised, endings }: Dispositions): ReadonlySet<string> => {
  const ended = new Set(endings.map(({ from }) => from.subject));
  return new Set(randomised.map(({ subject }) => subject).filter((subject) => !ended.has(subject)));
};
