/** Who entered the study and who left it: DM and DS, subjects counted once. */
import type { Period } from '@rounds/contracts/period';
import type { Counts } from '@rounds/contracts/dataset';
import type { Reading } from '../aggregator.ts';
import type { Known } from '../terms/known.ts';
import { foldDispositions, ongoingSubjects, type Dispositions, type Ending } from './disposition.ts';
import { isBefore, type Fold } from './fold.ts';
import { keepAll, keepList } from './kept.ts';
import { NOT_GIVEN, isIn, type Label, type StudyRow } from './study-row.ts';
import { entryOf, sortedRecord } from './tally.ts';

/** Null: the study lacks a variable that the figure needs. */
export interface EnrolmentCounts {
  readonly screened: number;
  readonly randomised: number | null;
  readonly screenFailures: number | null;
  readonly completed: number | null;
  readonly discontinued: number | null;
}

export interface SiteEnrolment extends EnrolmentCounts {
  readonly screenedInPeriod: number;
  readonly randomisedInPeriod: number | null;
}

export interface Enrolment {
  readonly toDate: EnrolmentCounts & { readonly ongoing: number | null; readonly planned: number | null };
  readonly inPeriod: EnrolmentCounts;
  readonly bySite: Readonly<Record<string, SiteEnrolment>>;
  readonly ongoingBySite: Readonly<Record<string, number | null>>;
  readonly discontinuationReasons: Counts;
  /**
   * Subjects to date who are counted in a state and not in the whole of which it is a part: screen failures who were not
   * screened, completed and discontinued ones who were not randomised. No percentage stands there.
   */
  readonly outside: Readonly<Record<'screenFailures' | 'completed' | 'discontinued', number>>;
}

export type State = keyof EnrolmentCounts;
export const STATES = ['screened', 'randomised', 'screenFailures', 'completed', 'discontinued'] as const;

/** Which figures the study's DS cannot give, and the variable that it lacks. */
export const lackingOf = ({ lacks, fills }: Known): Readonly<Partial<Record<State | 'ongoing', string>>> => {
  const needed = ['DS.DSCAT', 'DS.DSDECOD'].find(lacks);
  const left = needed ?? (lacks('DS.DSSCAT') && fills('DS.EPOCH') ? 'DS.DSSCAT' : undefined);
  return {
    ...(needed === undefined ? {} : { randomised: needed, screenFailures: needed }),
    ...(left === undefined ? {} : { completed: left, discontinued: left, ongoing: left }),
  };
};

const subjectsByState = () => {
  const subjects: Record<State, Set<string>> = {
    screened: new Set(),
    randomised: new Set(),
    screenFailures: new Set(),
    completed: new Set(),
    discontinued: new Set(),
  };
  return {
    add: (state: State, subject: string) => subjects[state].add(subject),
    counts: (lacking: ReturnType<typeof lackingOf>): EnrolmentCounts => {
      const count = (state: Exclude<State, 'screened'>) =>
        lacking[state] === undefined ? subjects[state].size : null;
      return {
        screened: subjects.screened.size,
        randomised: count('randomised'),
        screenFailures: count('screenFailures'),
        completed: count('completed'),
        discontinued: count('discontinued'),
      };
    },
  };
};

const windows = () => ({
  toDate: subjectsByState(),
  inPeriod: subjectsByState(),
  ongoing: new Set<string>(),
});
type Windows = ReturnType<typeof windows>;

export const foldScreened = (end: Period['end']): Fold<readonly StudyRow[]> => {
  const rows = keepList<StudyRow>();
  return {
    on: {
      DM: (row) => {
        if (isBefore(end, row)) rows.add(row);
      },
    },
    result: () => rows.values,
    save: rows.save,
    absorb: rows.absorb,
  };
};

/** Every subject in every state, by the row that says so. */
const states = (
  screened: readonly StudyRow[],
  { randomised, endings }: Dispositions,
): [State, StudyRow][] => [
  ...screened.map((row): [State, StudyRow] => ['screened', row]),
  ...randomised.map((row): [State, StudyRow] => ['randomised', row]),
  ...endings.map(({ state, from }): [State, StudyRow] => [state, from]),
];

const tallied = (period: Period, screened: readonly StudyRow[], dispositions: Dispositions) => {
  const all = windows();
  const sites = new Map<string, Windows>();
  const of = (siteId: string | null) => (siteId === null ? [all] : [all, entryOf(sites, siteId, windows)]);
  for (const [state, { subject, siteId, day }] of states(screened, dispositions))
    for (const { toDate, inPeriod } of of(siteId)) {
      toDate.add(state, subject);
      if (isIn(period, day)) inPeriod.add(state, subject);
    }
  const ongoing = ongoingSubjects(dispositions);
  for (const { subject, siteId } of dispositions.randomised)
    if (ongoing.has(subject)) for (const window of of(siteId)) window.ongoing.add(subject);
  return { all, sites };
};

/** DSDECOD under the term that it is taken for: in whatever case it was collected, it is one reason. */
const reasonsOf = ({ endings }: Dispositions, label: Label, { term }: Known): Counts => {
  const reasons = new Map<string, Set<string>>();
  for (const { state, from } of endings)
    if (state === 'discontinued')
      entryOf(reasons, label(term('DS.DSDECOD', from.row) || NOT_GIVEN), () => new Set()).add(from.subject);
  return sortedRecord(reasons, (subjects) => subjects.size);
};

const outsideOf = (
  screened: readonly StudyRow[],
  { randomised, endings }: Dispositions,
): Enrolment['outside'] => {
  const setOf = (rows: readonly StudyRow[]) => new Set(rows.map(({ subject }) => subject));
  const [seen, drawn] = [setOf(screened), setOf(randomised)];
  const count = (state: Ending['state'], whole: ReadonlySet<string>) =>
    endings.filter(({ state: each, from }) => each === state && !whole.has(from.subject)).length;
  return {
    screenFailures: count('screenFailures', seen),
    completed: count('completed', drawn),
    discontinued: count('discontinued', drawn),
  };
};

/** What enrolment is of: of the scope, or of one site. */
export interface EnrolmentOf {
  readonly toDate: EnrolmentCounts & { readonly ongoing: number | null };
  readonly inPeriod: EnrolmentCounts;
}

/** Of all subjects and of each site. Reads rows to date only. */
export const foldEnrolmentBySite = (
  period: Period,
  known: Known,
): Fold<{
  readonly all: EnrolmentOf;
  readonly sites: Readonly<Record<string, EnrolmentOf>>;
  readonly dispositions: Dispositions;
  readonly screened: readonly StudyRow[];
}> => {
  const [screened, dispositions] = [foldScreened(period.end), foldDispositions(known)];
  const lacking = lackingOf(known);
  const show = ({ toDate, inPeriod, ongoing }: Windows): EnrolmentOf => ({
    toDate: { ...toDate.counts(lacking), ongoing: lacking.ongoing === undefined ? ongoing.size : null },
    inPeriod: inPeriod.counts(lacking),
  });
  return {
    ...keepAll({ screened, dispositions }),
    on: { ...screened.on, ...dispositions.on },
    result: () => {
      const read = dispositions.result();
      const seen = screened.result();
      const { all, sites } = tallied(period, seen, read);
      return { all: show(all), sites: sortedRecord(sites, show), dispositions: read, screened: seen };
    },
  };
};

const siteEnrolment = ({ toDate, inPeriod }: EnrolmentOf): SiteEnrolment => ({
  screened: toDate.screened,
  randomised: toDate.randomised,
  screenFailures: toDate.screenFailures,
  completed: toDate.completed,
  discontinued: toDate.discontinued,
  screenedInPeriod: inPeriod.screened,
  randomisedInPeriod: inPeriod.randomised,
});

const bySiteOf = <Shown>(
  sites: Readonly<Record<string, EnrolmentOf>>,
  show: (site: EnrolmentOf) => Shown,
): Record<string, Shown> =>
  Object.fromEntries(Object.entries(sites).map(([siteId, site]) => [siteId, show(site)]));

export const foldEnrolment = ({
  period,
  planned,
  label,
  known,
}: Pick<Reading, 'period' | 'planned' | 'label' | 'known'>): Fold<Enrolment> => {
  const bySite = foldEnrolmentBySite(period, known);
  return {
    ...bySite,
    result: () => {
      const { all, sites, dispositions, screened } = bySite.result();
      return {
        toDate: { ...all.toDate, planned },
        inPeriod: all.inPeriod,
        bySite: bySiteOf(sites, siteEnrolment),
        ongoingBySite: bySiteOf(sites, ({ toDate }) => toDate.ongoing),
        discontinuationReasons: all.toDate.discontinued === null ? {} : reasonsOf(dispositions, label, known),
        outside: outsideOf(screened, dispositions),
      };
    },
  };
};
