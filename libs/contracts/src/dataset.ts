/**
 * The one dataset of a `study-weekly` run: PDF, XLSX, CSV and JSON are drawn from it alone.
 * Names and definitions: the report's figures are defined in docs/study-weekly.md, each so that two people
 * compute the same. Counts are of rows or of distinct USUBJID as the name says; means have two decimals.
 */
import type { LocalDate, Period } from './period.ts';
import type { Scope } from './scope.ts';
import type { CutDocument, CutFile } from './cut.ts';

export interface StudyWeeklyDataset extends Figures {
  readonly version: 1;
  readonly reportType: 'study-weekly';
  readonly study: { readonly studyId: string; readonly title: string };
  readonly period: Period;
  readonly timeZone: string;
  readonly scope: Scope;
  /** The same figures for the period before, from the same cut: what stands beside the headline. */
  readonly previous: { readonly period: Period } & Figures;
  readonly attention: Attention;
  readonly trends: Trends;
  readonly listings: Listings;
  readonly changes: Changes;
  readonly dataQuality: DataQuality;
  readonly documents: { readonly texts: readonly TextEntry[]; readonly images: readonly ImageEntry[] };
  readonly manifest: DatasetManifest;
}

export interface Figures {
  readonly enrolment: Enrolment;
  readonly visits: { readonly inPeriod: number; readonly byVisit: Counts };
  readonly adverseEvents: AdverseEvents;
  readonly laboratory: Laboratory;
  readonly vitalSigns: VitalSigns;
}

/** Sorted by key. */
export type Counts = Readonly<Record<string, number>>;

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

export interface EventsAndSubjects {
  readonly events: number;
  readonly subjects: number;
}

export interface AdverseEvents {
  readonly inPeriod: EventsAndSubjects & { readonly serious: number; readonly bySeverity: Counts };
  readonly toDate: EventsAndSubjects & {
    readonly serious: number;
    readonly fatal: number;
    readonly bySoc: Readonly<Record<string, EventsAndSubjects>>;
    readonly byPreferredTerm: Readonly<Record<string, EventsAndSubjects>>;
  };
  /** Only if the scope is unblinded; absent otherwise. */
  readonly byArm?: Readonly<
    Record<
      string,
      { readonly randomised: number; readonly subjectsWithEvents: number; readonly events: number }
    >
  >;
}

export interface Laboratory {
  readonly inPeriod: {
    readonly results: number;
    readonly outOfRange: number;
    readonly byTest: Readonly<
      Record<string, { readonly high: number; readonly low: number; readonly abnormal: number }>
    >;
  };
  readonly toDate: {
    readonly altOrAst3xUln: number;
    readonly bilirubin2xUln: number;
    /** USUBJIDs, sorted. */
    readonly hysLawCandidates: readonly string[];
  };
}

export interface VitalSigns {
  readonly inPeriod: {
    readonly results: number;
    readonly systolic: {
      readonly n: number;
      readonly mean: number | null;
      readonly atLeast160: number;
      readonly below90: number;
    };
    readonly diastolic: { readonly n: number; readonly mean: number | null; readonly atLeast100: number };
    readonly pulse: {
      readonly n: number;
      readonly mean: number | null;
      readonly atLeast120: number;
      readonly below50: number;
    };
  };
}

/** Page one: is anything wrong? Each entry is named in a sentence and has its rows in the listings. */
export interface Attention {
  /** Serious events that belong to the period. */
  readonly newSeriousEvents: number;
  /** Fatal events that belong to the period. */
  readonly newDeaths: number;
  /** Subjects whose first ALT or AST ≥ 3 × ULN, or BILI ≥ 2 × ULN, falls in the period. */
  readonly newLabSignals: readonly LabSignal[];
  /**
   * Sites with an ongoing subject and no row of any domain in the last `days` whole days before the period's end,
   * 14 at least; the longest silent first.
   */
  readonly silentSites: readonly {
    readonly siteId: string;
    readonly lastActivity: LocalDate;
    readonly days: number;
    readonly ongoing: number;
  }[];
}

export interface LabSignal {
  readonly subject: string;
  /** Empty where DM does not know the subject. */
  readonly siteId: string;
  /** LBTESTCD: ALT, AST or BILI. */
  readonly test: string;
  readonly day: LocalDate;
  readonly value: number;
  readonly unit: string;
  readonly upperLimit: number;
  /** value ÷ upper limit of normal, two decimals. */
  readonly ratio: number;
}

/** One point a week, oldest first, at most 26; `start` is the week's first day. The last is the period itself. */
export interface Trends {
  readonly weeks: readonly {
    readonly start: LocalDate;
    readonly end: LocalDate;
    readonly screenedToDate: number;
    readonly randomisedToDate: number;
    readonly adverseEvents: number;
    readonly seriousEvents: number;
    readonly labResults: number;
    readonly labOutOfRange: number;
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

export interface AdverseEventRow {
  readonly subject: string;
  readonly siteId: string;
  readonly day: LocalDate;
  /** AESTDTC as collected, perhaps partial; empty when not given. */
  readonly start: string;
  readonly preferredTerm: string;
  readonly reportedTerm: string;
  readonly soc: string;
  readonly severity: string;
  readonly serious: boolean;
  readonly outcome: string;
  readonly relationship: string;
}

export interface LabRow {
  readonly subject: string;
  readonly siteId: string;
  readonly day: LocalDate;
  readonly visit: string;
  readonly testCode: string;
  readonly test: string;
  /** LBSTRESN, else LBSTRESC as text. */
  readonly result: number | string;
  readonly unit: string;
  readonly lowerLimit: number | null;
  readonly upperLimit: number | null;
  /** LBNRIND: HIGH, LOW or ABNORMAL. */
  readonly indicator: string;
}

export interface DispositionRow {
  readonly subject: string;
  readonly siteId: string;
  readonly day: LocalDate;
  readonly category: string;
  readonly term: string;
}

/** Against the cut last delivered to this subscription. */
export interface Changes {
  /** True when nothing was delivered to this subscription before, and for a run on demand. */
  readonly first: boolean;
  /** Absent where nothing could be compared: the first report, or one whose predecessor's cut is no longer kept. */
  readonly comparedWith?: { readonly cut: string; readonly period: Period };
  readonly byDomain: Readonly<
    Record<string, { readonly added: number; readonly changed: number; readonly removed: number }>
  >;
  /** In words, the most important first; never empty: also says why nothing was compared. */
  readonly headline: readonly string[];
}

export interface DataQuality {
  /** Rows to date whose date is partial, by `DOMAIN.VARIABLE`. */
  readonly partialDates: Counts;
  /** Rows without any date, by domain: in no period and in no cut. */
  readonly undatedRows: Counts;
  /** Of the whole study; empty where the scope is some sites, as a refused row has no certain one. */
  readonly refusedAtImport: Counts;
  /** Figures that could not be computed, or not from every row, and why. */
  readonly notComputed: readonly { readonly figure: string; readonly reason: string }[];
}

export interface TextEntry {
  readonly documentId: string;
  readonly title: string;
  readonly siteId: string | null;
  readonly subject: string | null;
  readonly receivedOn: LocalDate;
  /** Of the bytes as received; of the text as shown where a blinded reader does not see all of it. */
  readonly sha256: string;
  /** As received. `text/markdown` is typeset; anything else, or none, is plain text. */
  readonly mediaType?: string;
  /** The text, or its opening when `truncated`. */
  readonly text: string;
  readonly truncated: boolean;
  /** Of the whole text, as code points. */
  readonly characters: number;
}

export interface ImageEntry {
  readonly documentId: string;
  readonly title: string;
  readonly caption: string | null;
  readonly siteId: string | null;
  readonly subject: string | null;
  readonly receivedOn: LocalDate;
  readonly fileName: string;
  /** Object key of the bytes as received. */
  readonly key: string;
  readonly sha256: string;
  /**
   * Pixels of the picture as shown; filled by render. `pages` counts the pages or frames of an original with
   * more than one, of which the first is shown.
   */
  readonly derived?: { readonly width: number; readonly height: number; readonly pages?: number };
  /** Why it cannot be shown; filled by render. */
  readonly refused?: string;
}

export interface DatasetManifest {
  readonly runId: string;
  /** SHA-256 of the cut's manifest: printed on every page. */
  readonly cut: string;
  readonly cutAt: string;
  readonly files: readonly CutFile[];
  readonly documents: readonly Pick<CutDocument, 'documentId' | 'title' | 'sha256' | 'bytes'>[];
  /** Report type and its version, e.g. `study-weekly@1`. */
  readonly template: string;
  readonly codeVersion: string;
  /** User id of who asked. */
  readonly requestedBy: string;
}

/** What the mail shows: stored beside the dataset so that notify needs no more than this. */
export interface Headline {
  readonly studyId: string;
  readonly studyTitle: string;
  readonly period: Period;
  readonly timeZone: string;
  readonly siteCount: number | 'all';
  /** Label, this period's figure, the last period's (null where it makes no sense). */
  readonly figures: readonly {
    readonly label: string;
    readonly value: number;
    readonly previous: number | null;
  }[];
  /** Sentences: what is wrong. Empty when nothing is. No subject ids. */
  readonly attention: readonly string[];
  /** Sentences: what changed since the last report. */
  readonly changes: readonly string[];
  /** SHA-256 of the cut, hex. */
  readonly cut: string;
}
