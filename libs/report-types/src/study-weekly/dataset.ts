/**
 * The dataset of a `study-weekly` run. Names and definitions: docs/study-weekly.md. Counts are of rows or of distinct
 * USUBJID as the name says; means have two decimals.
 */
import type { LocalDate, Period } from '@rounds/contracts/period';
import type { Dataset, Doubt } from '@rounds/contracts/dataset';
import type { FiguresOf } from '../figures/fold.ts';
import type { AdverseEventRow } from '../folds/adverse-event.ts';
import type { Death } from '../folds/deaths.ts';
import type { LabRow } from '../folds/laboratory-row.ts';
import type { LabSignal } from '../folds/liver.ts';
import type { SilentSite } from '../folds/silence.ts';
import type { FIGURES } from './figures/figures.ts';

export interface StudyWeeklyDataset extends Dataset, StudyWeeklyContent {
  readonly reportType: 'study-weekly';
}

export interface StudyWeeklyContent extends Figures {
  /** The same figures for the period before, from the same cut: what stands beside the headline. */
  readonly previous: { readonly period: Period } & Figures;
  /**
   * VISIT of every row to date, as visits follow each other: by the smallest VISITNUM of each, those without a number
   * last.
   */
  readonly visitOrder: readonly string[];
  readonly attention: Attention;
  readonly trends: Trends;
  readonly listings: Listings;
}

/** What the declarations fill. Null: the study has no variable for it; dataQuality.notComputed names it. */
export type Figures = FiguresOf<(typeof FIGURES)[number]>;

/** Page one: is anything wrong? Each entry is named in a sentence and has its rows in the listings. */
export interface Attention {
  /** Serious events that belong to the period. */
  readonly newSeriousEvents: number | null;
  /** Subjects of whose death a day of the period tells: by DM, DS and AE together. */
  readonly newDeaths: number;
  /** What could have changed the rest of this; empty where nothing could. */
  readonly doubts: readonly Doubt[];
  /** Subjects whose first ALT or AST ≥ 3 × ULN, or BILI ≥ 2 × ULN, falls in the period. */
  readonly newLabSignals: readonly LabSignal[];
  /**
   * Sites with an ongoing subject and no row of any domain in the last `days` whole days before the period's end,
   * 14 at least; the longest silent first.
   */
  readonly silentSites: readonly SilentSite[];
}

/** One point a week, oldest first, at most 26; `start` is the week's first day. The last is the period itself. */
export interface Trends {
  readonly weeks: readonly {
    readonly start: LocalDate;
    readonly end: LocalDate;
    readonly screenedToDate: number;
    readonly randomisedToDate: number | null;
    readonly adverseEvents: number;
    readonly seriousEvents: number | null;
    readonly labResults: number;
    readonly labOutOfRange: number | null;
    readonly systolicMean: number | null;
    readonly diastolicMean: number | null;
    readonly pulseMean: number | null;
  }[];
}

/**
 * Every row that the figures of the period count and a reader may want to see. Sorted by day, then by the row's
 * key (which begins with the subject). `siteId` is empty where DM does not know the subject.
 */
export interface Listings {
  readonly adverseEvents: readonly AdverseEventRow[];
  /** All serious events to date. */
  readonly seriousEvents: readonly AdverseEventRow[];
  /** Events to date that are not marked serious and yet fatal, serious by a criterion, or possibly a death. */
  readonly contradictions: readonly AdverseEventRow[];
  /** All fatal events to date. */
  readonly fatalEvents: readonly AdverseEventRow[];
  readonly deaths: readonly Death[];
  readonly outOfRange: readonly LabRow[];
  /** Randomisations and disposition events. */
  readonly dispositions: readonly DispositionRow[];
  /** Subjects first seen (DM) in the period. */
  readonly newSubjects: readonly {
    readonly subject: string;
    readonly siteId: string;
    readonly day: LocalDate;
    readonly sex: string;
    readonly age: number | null;
  }[];
}

export interface DispositionRow {
  readonly subject: string;
  readonly siteId: string;
  readonly day: LocalDate;
  readonly category: string;
  readonly term: string;
}
