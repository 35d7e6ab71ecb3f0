/** The dataset of a `safety-weekly` run. Names and definitions: docs/safety-weekly.md. */
import type { Dataset } from '@rounds/contracts/dataset';
import type { LocalDate, Period } from '@rounds/contracts/period';
import type { AdverseEventRow } from '../folds/adverse-event.ts';
import type { LabSignal, LiverCriterion } from '../folds/liver.ts';
import type { EventsAndSubjects } from '../folds/tally.ts';
import type { SafetyParameters } from './safety-weekly.ts';

export interface SafetyWeeklyDataset extends Dataset, SafetyWeeklyContent {
  readonly reportType: 'safety-weekly';
}

export interface SafetyWeeklyContent extends SafetyFigures {
  readonly parameters: SafetyParameters;
  /** The same figures for the period before, from the same cut. */
  readonly previous: { readonly period: Period } & SafetyFigures;
  readonly trends: { readonly weeks: readonly SafetyWeek[] };
  readonly listings: SafetyListings;
}

export interface SafetyFigures {
  /** To date: what percentages are of. */
  readonly subjects: { readonly screened: number; readonly randomised: number };
  readonly events: { readonly inPeriod: EventCounts; readonly toDate: EventsToDate };
  /** Subjects. */
  readonly deaths: { readonly inPeriod: number; readonly toDate: number };
  readonly liver: LiverFigures;
}

/** `severe`: of the minimum severity or above. `notable`: serious, severe or fatal. */
export interface EventCounts {
  readonly all: EventsAndSubjects;
  readonly serious: EventsAndSubjects;
  readonly severe: EventsAndSubjects;
  readonly fatal: EventsAndSubjects;
  readonly notable: EventsAndSubjects;
}

export interface EventsToDate extends EventCounts {
  /** Of AESOC and AEDECOD, those with a notable event. */
  readonly bySoc: Readonly<Record<string, TermCounts>>;
  readonly byPreferredTerm: Readonly<Record<string, TermCounts>>;
}

export type TermCounts = Omit<EventCounts, 'fatal'>;

export interface LiverFigures {
  readonly inPeriod: {
    /** Results that meet a criterion. */
    readonly results: number;
    /** Subjects and criteria met for the first time. */
    readonly newSignals: number;
    /** Subjects who have met both criteria since a day of the period. */
    readonly newCandidates: number;
  };
  readonly toDate: {
    readonly altOrAst3xUln: number;
    readonly bilirubin2xUln: number;
    /** USUBJIDs, sorted. */
    readonly hysLawCandidates: readonly string[];
  };
}

/** One point a week, oldest first, at most 26; the last is the period itself. */
export interface SafetyWeek {
  readonly start: LocalDate;
  readonly end: LocalDate;
  readonly events: number;
  readonly serious: number;
  readonly severe: number;
  readonly notable: number;
  readonly deaths: number;
  /** Results that meet a liver criterion. */
  readonly liverResults: number;
}

/** Sorted by day, then by the row's key; what is of a subject by USUBJID. */
export interface SafetyListings {
  /** All to date. */
  readonly serious: readonly SafetyEventRow[];
  /** Severe or fatal ones that are not marked serious, to date. */
  readonly severe: readonly SafetyEventRow[];
  readonly deaths: readonly Death[];
  readonly candidates: readonly HysLawCandidate[];
  /** For each subject and criterion the first result that meets it, to date. */
  readonly signals: readonly (LabSignal & { readonly isNew: boolean })[];
  /** Every result of a candidate that meets a criterion, and every other such result of the period. */
  readonly liverResults: readonly LiverResultRow[];
}

export interface SafetyEventRow extends AdverseEventRow {
  /** Whether the event is of the period. */
  readonly isNew: boolean;
  /** AEENDTC as collected; empty when not given. */
  readonly end: string;
  /** AEACN. */
  readonly action: string;
  /** What makes the event serious, from AESDTH, AESLIFE, …: `Death, hospitalisation`. */
  readonly criteria: string;
  readonly fatal: boolean;
  /** Of DM; empty and null where it is not known. */
  readonly sex: string;
  readonly age: number | null;
}

export interface Death {
  readonly subject: string;
  /** Empty where DM does not know the subject. */
  readonly siteId: string;
  /** DM.DTHDTC, else that of DS, else that of AE; null where only DTHFL tells of the death. */
  readonly day: LocalDate | null;
  /** Whether the day of death, or that of a row that tells of it, is of the period. */
  readonly isNew: boolean;
  /** True where the last report did not know of the death, and no day of the period tells of it. */
  readonly isLate?: boolean;
  /** Which domains tell of the death: DTHDTC of DM, the earliest day of the rows of DS and AE. */
  readonly sources: readonly { readonly domain: 'AE' | 'DM' | 'DS'; readonly day: LocalDate | null }[];
  /** Preferred terms of the subject's fatal events, sorted. */
  readonly terms: readonly string[];
  /** Whether a fatal event of the subject is not marked serious. */
  readonly notMarkedSerious: boolean;
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
