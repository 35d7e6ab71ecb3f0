/** The dataset of a `site-performance` run. Names and definitions: docs/site-performance.md. */
import type { Dataset, Doubt } from '@rounds/contracts/dataset';
import type { LocalDate, Period } from '@rounds/contracts/period';
import type { EnrolmentCounts } from '../folds/enrolment.ts';
import type { SilentSite } from '../folds/silence.ts';
import type { SiteParameters } from './site-performance.ts';

export interface SitePerformanceDataset extends Dataset, SitePerformanceContent {
  readonly reportType: 'site-performance';
}

export interface SitePerformanceContent extends SitesFigures {
  readonly parameters: SiteParameters;
  /** The same figures for the period before, from the same cut. */
  readonly previous: { readonly period: Period } & SitesFigures;
  readonly silentSites: readonly SilentSite[];
  /** What could have changed the first page's panel; empty where nothing could. */
  readonly attention: { readonly doubts: readonly Doubt[] };
  readonly trends: { readonly weeks: readonly SiteWeek[] };
  readonly listings: { readonly openQueries: readonly OpenQuery[] };
}

export interface SitesFigures {
  /** All sites of the scope together; also subjects whose site is not known. */
  readonly all: SiteFigures;
  /** By SITEID, each that has a row or a query to date. */
  readonly sites: Readonly<Record<string, SiteFigures>>;
}

export interface SiteFigures {
  readonly enrolment: SiteEnrolmentFigures;
  readonly visits: VisitFigures;
  readonly events: EventFigures;
  readonly silence: SilenceFigures;
  readonly entryLag: LagFigures;
  /** Null where no query of the scope was ever imported: nothing is known of them then. */
  readonly queries: QueryFigures | null;
}

/** Subjects. */
export interface SiteEnrolmentFigures {
  readonly toDate: EnrolmentCounts & { readonly ongoing: number | null };
  readonly inPeriod: EnrolmentCounts;
  /** In the 28 days before the end of the period. */
  readonly randomisedIn28Days: number | null;
}

export interface VisitFigures {
  /** SV rows. */
  readonly inPeriod: number;
  readonly toDate: number;
  /** Distinct subjects of the visits in the period. */
  readonly subjectsInPeriod: number;
}

export interface EventFigures {
  readonly inPeriod: number;
  readonly toDate: number;
  /** Adverse events to date a randomised subject, two decimals; null where none is randomised. */
  readonly perRandomised: number | null;
}

export interface SilenceFigures {
  /** The last day of any SDTM row before the end of the period; null where there is none. */
  readonly lastActivity: LocalDate | null;
  /** Whole days since then. */
  readonly days: number | null;
}

/** Of the SDTM rows that arrived in the period, in days from collection to arrival. */
export interface LagFigures {
  readonly records: number;
  /** Null where no record arrived, or where the lag tells of an import rather than of the site. */
  readonly median: number | null;
  readonly percentile90: number | null;
  readonly late: number | null;
}

export interface QueryFigures {
  readonly opened: number;
  readonly answered: number;
  readonly closed: number;
  /** At the end of the period. */
  readonly open: number;
  readonly overdue: number;
  readonly oldestDays: number | null;
  /** Of the queries answered to date. */
  readonly medianDaysToAnswer: number | null;
}

/** One point a week, oldest first, at most 26; the last is the period itself. */
export interface SiteWeek {
  readonly start: LocalDate;
  readonly end: LocalDate;
  readonly randomised: number | null;
  readonly visits: number;
  readonly queriesOpened: number;
  readonly queriesClosed: number;
  /** At the end of the week. */
  readonly queriesOpen: number;
}

/** Sorted by the day of opening, then by key. */
export interface OpenQuery {
  readonly queryId: string;
  readonly siteId: string;
  /** Empty where the query is about no subject. */
  readonly subject: string;
  readonly domain: string;
  readonly variable: string;
  readonly opened: LocalDate;
  readonly days: number;
  /** Null while the site has not answered. */
  readonly answered: LocalDate | null;
  readonly isOverdue: boolean;
}
