/** Who entered the study and who left it: DM and DS, subjects counted once. */
import type { Period } from '@rounds/contracts/period';
import type { Counts } from '@rounds/contracts/dataset';
import { dispositionState } from './disposition.ts';
import type { Fold } from './fold.ts';
import { isIn, keyOf, type Label, type StudyRow } from './study-row.ts';
import { entryOf, sortedRecord } from './tally.ts';

export interface EnrolmentCounts {
  readonly screened: number;
  readonly randomised: number;
  readonly screenFailures: number;
  readonly completed: number;
  readonly discontinued: number;
}

export interface SiteEnrolment extends EnrolmentCounts {
  readonly screenedInPeriod: number;
  readonly randomisedInPeriod: number;
}

export interface Enrolment {
  readonly toDate: EnrolmentCounts & { readonly ongoing: number; readonly planned: number | null };
  readonly inPeriod: EnrolmentCounts;
  readonly bySite: Readonly<Record<string, SiteEnrolment>>;
  readonly discontinuationReasons: Counts;
}

type State = keyof EnrolmentCounts;

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
    counts: (): EnrolmentCounts => ({
      screened: subjects.screened.size,
      randomised: subjects.randomised.size,
      screenFailures: subjects.screenFailures.size,
      completed: subjects.completed.size,
      discontinued: subjects.discontinued.size,
    }),
  };
};

const windows = () => ({ toDate: subjectsByState(), inPeriod: subjectsByState() });
type Windows = ReturnType<typeof windows>;

const siteEnrolment = ({ toDate, inPeriod }: Windows): SiteEnrolment => {
  const { screened, randomised } = inPeriod.counts();
  return { ...toDate.counts(), screenedInPeriod: screened, randomisedInPeriod: randomised };
};

/** By the definition, so that the four figures always add up. */
export const ongoing = ({ randomised, completed, discontinued }: EnrolmentCounts): number =>
  randomised - completed - discontinued;

/** @param planned TS PLANSUB; null where unknown or where the scope is not all sites. */
export const foldEnrolment = (period: Period, planned: number | null, label: Label): Fold<Enrolment> => {
  const all = windows();
  const sites = new Map<string, Windows>();
  const reasons = new Map<string, Set<string>>();

  const record = (state: State, { subject, siteId, day }: StudyRow) => {
    const counted = siteId === null ? [all] : [all, entryOf(sites, siteId, windows)];
    for (const { toDate, inPeriod } of counted) {
      toDate.add(state, subject);
      if (isIn(period, day)) inPeriod.add(state, subject);
    }
  };

  return {
    on: {
      DM: (row) => {
        record('screened', row);
      },
      DS: (row) => {
        const state = dispositionState(row.row);
        if (state !== undefined) record(state, row);
        if (state === 'discontinued')
          entryOf(reasons, keyOf(row.row, 'DSDECOD', label), () => new Set()).add(row.subject);
      },
    },
    result: () => {
      const toDate = all.toDate.counts();
      return {
        toDate: { ...toDate, ongoing: ongoing(toDate), planned },
        inPeriod: all.inPeriod.counts(),
        bySite: sortedRecord(sites, siteEnrolment),
        discontinuationReasons: sortedRecord(reasons, (subjects) => subjects.size),
      };
    },
  };
};
