/** The dataset of a `safety-weekly` run. Names and definitions: docs/safety-weekly.md. */
import type { Dataset, Doubt } from '@rounds/contracts/dataset';
import type { LocalDate, Period } from '@rounds/contracts/period';
import type { AdverseEventRow } from '../folds/adverse-event.ts';
import type { Death } from '../folds/deaths.ts';
import type { LabSignal, LiverCriterion } from '../folds/liver.ts';
import type { EventsAndSubjects, EventsAndSubjectsIfKnown } from '../folds/tally.ts';
import type { SafetyParameters } from './safety-weekly.ts';

export interface SafetyWeeklyDataset extends Dataset, SafetyWeeklyContent {
  readonly reportType: 'safety-weekly';
}

export interface SafetyWeeklyContent extends SafetyFigures {
  readonly parameters: SafetyParameters;
  /** The same figures for the period before, from the same cut. */
  readonly previous: { readonly period: Period } & SafetyFigures;
  /** What could have changed the first page's panel; empty where nothing could. */
  readonly attention: { readonly doubts: readonly Doubt[] };
  readonly trends: { readonly weeks: readonly SafetyWeek[] };
  readonly listings: SafetyListings;
}

export interface SafetyFigures {
  /** To date: what percentages are of. */
  readonly subjects: { readonly screened: number; readonly randomised: number | null };
  readonly events: { readonly inPeriod: EventCounts; readonly toDate: EventsToDate };
  /** Subjects. */
  readonly deaths: { readonly inPeriod: number; readonly toDate: number };
  readonly liver: LiverFigures;
}

/**
 * `severe`: of the minimum severity or above. `notable`: serious, severe or fatal. `seriousByCriterion`: AESER N, and yet
 * a criterion of seriousness is Y. `possibleDeaths`: AETOXGR 5 or AEDTHDTC, and yet not fatal. Null, here and below: the
 * study has no variable for it; dataQuality.notComputed names it.
 */
export interface EventCounts {
  readonly all: EventsAndSubjects;
  readonly serious: EventsAndSubjectsIfKnown;
  readonly seriousByCriterion: EventsAndSubjectsIfKnown;
  readonly severe: EventsAndSubjectsIfKnown;
  readonly fatal: EventsAndSubjectsIfKnown;
  readonly possibleDeaths: EventsAndSubjects;
  readonly notable: EventsAndSubjectsIfKnown;
}

export interface EventsToDate extends EventCounts {
  /** Of AESOC and AEDECOD, those with a notable event. */
  readonly bySoc: Readonly<Record<string, TermCounts>>;
  readonly byPreferredTerm: Readonly<Record<string, TermCounts>>;
  /** Subjects with an event who are not randomised: where there are any, no percentage of the randomised stands. */
  readonly notRandomised: number;
}

export type TermCounts = Pick<EventCounts, 'all' | 'serious' | 'severe' | 'notable'> & {
  /** Of the subjects of `all`, those who are not randomised. */
  readonly notRandomised: number;
};

export interface LiverFigures {
  readonly inPeriod: {
    /** Results that meet a criterion. */
    readonly results: number | null;
    /** Subjects and criteria met for the first time. */
    readonly newSignals: number | null;
    /** Subjects who have met both criteria since a day of the period. */
    readonly newCandidates: number | null;
  };
  readonly toDate: {
    readonly altOrAst3xUln: number | null;
    readonly bilirubin2xUln: number | null;
    /** USUBJIDs, sorted. */
    readonly hysLawCandidates: readonly string[] | null;
  };
}

/** One point a week, oldest first, at most 26; the last is the period itself. */
export interface SafetyWeek {
  readonly start: LocalDate;
  readonly end: LocalDate;
  readonly events: number;
  readonly serious: number | null;
  readonly severe: number | null;
  readonly notable: number | null;
  readonly deaths: number;
  /** Results that meet a liver criterion. */
  readonly liverResults: number | null;
}

/** Sorted by day, then by the row's key; what is of a subject by USUBJID. */
export interface SafetyListings {
  /** All to date. */
  readonly serious: readonly SafetyEventRow[];
  /** Severe or fatal ones that are not marked serious, to date. */
  readonly severe: readonly SafetyEventRow[];
  /** Serious by a criterion alone, or possibly a death, to date. */
  readonly contradictions: readonly SafetyEventRow[];
  readonly deaths: readonly Death[];
  readonly candidates: readonly HysLawCandidate[];
  /** For each subject and criterion the first result that meets it, to date. */
  readonly signals: readonly (LabSignal & { readonly isNew: boolean })[];
  /** Every result of a candidate that meets a criterion, and every other such result of the period. */
  readonly liverResults: readonly LiverResultRow[];
}

/** The variables of AE by any of which an event is serious, in the order of SDTM's questions. */
export const CRITERIA = [
  ...(['AESDTH', 'AESLIFE', 'AESHOSP', 'AESDISAB', 'AESCONG', 'AESCAN', 'AESOD', 'AESMIE'] as const),
] as const;
export type Criterion = (typeof CRITERIA)[number];

export interface SafetyEventRow extends AdverseEventRow {
  /** Whether the event is of the period. */
  readonly isNew: boolean;
  /** AEENDTC as collected; empty when not given. */
  readonly end: string;
  /** AEACN. */
  readonly action: string;
  /** What makes the event serious: those that are Y. */
  readonly criteria: readonly Criterion[];
  /** Of DM; empty and null where it is not known. */
  readonly sex: string;
  readonly age: number | null;
}

export interface HysLawCandidate {
  readonly subject: string;
  readonly siteId: string;
  /** The day by which both criteria had been met. */
  readonly since: LocalDate;
  readonly isNew: boolean;
  /** The first results that met the criteria, by day; of one day the highest. */
  readonly transaminase: LabSignal;
  readonly bilirubin: LabSignal;
  /** Days between the two. */
  readonly daysApart: number;
  /** Highest × ULN to date. */
  readonly highestTransaminase: number;
  readonly highestBilirubin: number;
}

export interface LiverResultRow extends LabSignal {
  readonly visit: string;
  readonly criterion: LiverCriterion;
  readonly isCandidate: boolean;
}
