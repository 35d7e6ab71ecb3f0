/**
 * What every report type's dataset has in common: PDF, XLSX, CSV and JSON of a run are drawn from its dataset alone.
 * A type adds its own content (libs/report-types/src/<type>/dataset.ts), each figure defined in docs/<type>.md so
 * that two people compute the same.
 */
import type { LocalDate, Period } from './period.ts';
import type { CodeValues, Saying } from './saying.ts';
import type { Scope } from './scope.ts';
import type { CutDocument, CutFile, CutRefusedDocument, LackingDocument } from './cut.ts';

export interface Dataset {
  readonly version: 1;
  /** Id of the report type. */
  readonly reportType: string;
  readonly study: { readonly studyId: string; readonly title: string };
  readonly period: Period;
  readonly timeZone: string;
  readonly scope: Scope;
  readonly changes: Changes;
  readonly dataQuality: DataQuality;
  /** Those that the report shows; none where its type shows none. */
  readonly documents: Documents;
  readonly manifest: DatasetManifest;
}

export interface Documents {
  readonly texts: readonly TextEntry[];
  readonly images: readonly ImageEntry[];
}

/** Sorted by key. */
export type Counts = Readonly<Record<string, number>>;

/** Against the cut last delivered to this subscription. */
export interface Changes {
  /** True when nothing was delivered to this subscription before, and for a run on demand. */
  readonly first: boolean;
  /** Absent where nothing could be compared: the first report, or one whose predecessor's cut is no longer kept. */
  readonly comparedWith?: { readonly cut: string; readonly period: Period };
  /** Why nothing was compared; absent where something was. */
  readonly notCompared?: 'firstReport' | 'onDemand' | 'noLongerKept' | 'damaged';
  /** Sites of the scope that the last cut did not hold, so that all their rows count as added. */
  readonly sitesNotHeld?: readonly string[];
  readonly byDomain: Readonly<Record<string, DomainChanges>>;
  /** Figures to date that moved, or whose rows did, in the report type's order; absent where nothing was compared. */
  readonly figures?: readonly FigureChange[];
  /** Figures of the last report's period that are known otherwise now: `before` as it told them. */
  readonly restated?: readonly FigureChange[];
  /** Row by row, removed and changed ones first; absent where nothing was compared. */
  readonly rows?: readonly RowChange[];
  /** Rows of `byDomain` that are not in `rows` because there are too many, by domain. */
  readonly rowsLeftOut?: Counts;
  /** In words, the most important first; never empty: also says why nothing was compared. */
  readonly headline: readonly string[];
}

export interface DomainChanges {
  readonly added: number;
  /** Those of `added` that are late: of a day before the period, and of a site and domain that the last cut held. */
  readonly late: number;
  readonly changed: number;
  readonly removed: number;
}

export interface FigureChange {
  /** Path in the dataset: `adverseEvents.toDate.serious`. */
  readonly figure: string;
  readonly before: number | null;
  readonly now: number | null;
  /** Of a figure that counts rows: those that it counts now and did not in the last report, by kind of their change. */
  readonly came?: Counts;
  /** Those that it counted in the last report and does not now, likewise. */
  readonly went?: Counts;
}

export const ROW_CHANGES = ['removed', 'changed', 'late', 'added'] as const;

export interface RowChange {
  readonly domain: string;
  /** `added`: of a day of the period, or of a site that the last cut did not hold; `late`: of an earlier day. */
  readonly kind: (typeof ROW_CHANGES)[number];
  /** Empty in a row about no subject. */
  readonly subject: string;
  /** Empty where it is not known. */
  readonly siteId: string;
  /** Of a removed row, the one it had. Null in a row of DM that has none of its own. */
  readonly day: LocalDate | null;
  /** Which row it is, in words: `HEADACHE, AESEQ 3`. */
  readonly what: string;
  /** Of a changed row: each variable that differs, as text, empty where it was or is not given. */
  readonly variables?: readonly { readonly name: string; readonly before: string; readonly now: string }[];
  /** Figures (paths) that count the row now and did not in the last report. */
  readonly came?: readonly string[];
  /** Figures (paths) that counted it in the last report and do not now. */
  readonly went?: readonly string[];
}

export interface DataQuality {
  /** Rows to date whose date is partial, by `DOMAIN.VARIABLE`. */
  readonly partialDates: Counts;
  /** Rows without any date, by domain: in no period and, but for those of DM, in no cut. */
  readonly undatedRows: Counts;
  /** Of the whole study; empty where the scope is some sites, as a refused row has no certain one. */
  readonly refusedAtImport: Counts;
  /** Figures that could not be computed, or not from every row, and why. */
  readonly notComputed: readonly NotComputed[];
  /** Rows of a day after that of their import, or before 1900: in no figure. By domain. */
  readonly implausibleDates: Counts;
  /** Values that are no terms of CDISC and whose meaning is certain all the same, over the rows to date. */
  readonly mapped: readonly MappedValue[];
  /** Values that are neither: no figure counts them. Over the rows to date. */
  readonly notUnderstood: readonly CodedValue[];
  /** Cells that were left out at import, of the rows to date, by `DOMAIN.VARIABLE`. */
  readonly unreadableCells: Counts;
  /** By dataset that the report reads. */
  readonly lastDelivery: Readonly<Record<string, LastDelivery>>;
  /** Subjects whose rows of DM name several sites; `listed` in reports of all sites only. */
  readonly uncertainSites: {
    readonly subjects: number;
    readonly listed?: readonly { readonly subject: string; readonly sites: readonly string[] }[];
  };
  /** Results that were converted into the unit of a figure, and those that could not be and were left out. */
  readonly converted: readonly Conversion[];
  /**
   * What the last wall found that the mask had let through, and hid: a fault of the product. Of blinded readers' datasets
   * alone; empty where it found nothing.
   */
  readonly blindingFaults?: readonly BlindingFault[];
  /** Files that the newest import of documents refused; absent where the report shows no document. */
  readonly refusedDocuments?: readonly CutRefusedDocument[];
  /** Rows that the first page would have shown, had they a day: undated ones, and those of a day that cannot be. */
  readonly withoutDay: readonly WithoutDay[];
}

export interface WithoutDay {
  readonly domain: string;
  readonly subject: string;
  /** Empty where it is not known. */
  readonly siteId: string;
  /** As stored, where that cannot be; null where there is none. */
  readonly day: LocalDate | null;
  /** Which row it is, in words: `HEADACHE, AESEQ 3`. */
  readonly what: string;
}

/** Why a figure is null, or not of every row, with what it is about. */
export const NOT_COMPUTED_CODES = [
  /** {variable}: no row of the study fills it, and the figure is null. */
  'variable-lacking',
  /** {parameter} of TS. */
  'parameter-lacking',
  /** {variable, rows} */
  'values-not-understood',
  /** {variable, rows}: not given, where a figure counts by it. */
  'values-missing',
  /** {variable, rows}: left out at import. */
  'cells-unreadable',
  /** {tests, rows}: without a numeric result or a positive upper limit. */
  'results-not-comparable',
  /** {rows} */
  'results-without-number',
  /** {rows}: disposition events that tell neither of the study nor of which part of it they are. */
  'dispositions-of-no-part',
  /** {subjects} */
  'subjects-without-site',
  'subjects-without-arm',
  'subjects-of-several-arms',
  'deaths-undated',
  'queries-lacking',
  /** {records, all} */
  'lag-of-import',
  /** {to, end} */
  'range-cut-short',
  /** {courses, all} */
  'times-missing',
  'refused-of-no-site',
] as const;
export type NotComputedCode = (typeof NOT_COMPUTED_CODES)[number];

export interface NotComputed {
  /** Path in the dataset. */
  readonly figure: string;
  readonly code: NotComputedCode;
  readonly values: CodeValues;
}

/** Why nobody can say that nothing is urgent: what could have changed the first page, and is not known. */
export const DOUBT_CODES = [
  ...(['variable-lacking', 'values-not-understood', 'values-missing', 'cells-unreadable'] as const),
  ...(['results-not-comparable', 'deaths-undated'] as const),
  /** {domain, rows} */
  'rows-refused',
  /** {domain}: it is not told how many, as their site is not certain. */
  'rows-refused-somewhere',
  /** {domain, rows}: rows that matter, without a day; of a day that cannot be. */
  'rows-undated',
  'rows-implausible',
  /** {domain} */
  'never-delivered',
  /** {domain, day, why}: its local day; `why` as in LastDelivery. */
  'delivery-stale',
  /** {subjects}: not shown, as their site is not certain. */
  'sites-uncertain',
  /** {why}: as in Changes; what came late is not known. */
  'not-compared',
] as const;
export type DoubtCode = (typeof DOUBT_CODES)[number];

export interface Doubt {
  readonly code: DoubtCode;
  readonly values: CodeValues;
}

/** Where something was hidden late; never what. */
export interface BlindingFault {
  /** Path in the dataset or headline, with `*` for what is no name of its own: `documents.texts.text`. */
  readonly where: string;
  /** Of the document, where it is in one. */
  readonly documentId?: string;
}

/** A value of a coded variable as collected. */
export interface CodedValue {
  /** `AE.AESER` */
  readonly variable: string;
  readonly value: string;
  readonly rows: number;
}

export interface MappedValue extends CodedValue {
  /** The term of CDISC that it was taken for. */
  readonly as: string;
}

export interface Conversion {
  /** Path in the dataset. */
  readonly figure: string;
  /** As collected; empty where none is given. */
  readonly unit: string;
  /** Of the figure; null where the rows were left out of it. */
  readonly as: string | null;
  readonly rows: number;
}

export interface LastDelivery {
  /** ISO instant. */
  readonly at: string;
  readonly rows: number;
  readonly by: string;
  /**
   * `leftOut`: a later import brought other domains and not this one; `beforePeriod`: it is older than the period's
   * start; `tooOld`: older than the study's maximum age. Absent: it is current.
   */
  readonly stale?: 'leftOut' | 'beforePeriod' | 'tooOld';
}

/** Why a document is not shown, with what that is about. */
export const NOT_SHOWN_CODES = [
  // Texts
  ...(['text-is-pdf', 'text-is-rtf', 'text-is-archive', 'text-is-office', 'text-is-picture'] as const),
  ...(['text-is-compressed', 'text-is-binary', 'left-out-for-blinded'] as const),
  // Pictures
  ...(['empty', 'unknown-kind', 'pdf', 'compressed', 'archive', 'incomplete', 'altered', 'damaged'] as const),
  /** {kind} */
  ...(['kind-of-picture', 'kind-of-file'] as const),
  ...(['too-many-pixels', 'too-much-memory', 'too-much-to-unpack', 'too-many-bits'] as const),
  /** {width, height}, in pixels */
  'too-narrow',
  ...(['not-numbers', 'complex-numbers', 'entity', 'refers-outside', 'web-page'] as const),
  /** {seconds} */
  'takes-too-long',
  /** {name} */
  ...(['variable-unset', 'variable-of-part', 'style-function'] as const),
  /** {encoding} */
  ...(['unknown-encoding', 'wrong-encoding'] as const),
] as const;
export type NotShownCode = (typeof NOT_SHOWN_CODES)[number];

export interface NotShown {
  readonly code: NotShownCode;
  readonly values?: CodeValues;
}

export interface TextEntry {
  readonly documentId: string;
  readonly title: string;
  readonly siteId: string | null;
  readonly subject: string | null;
  readonly receivedOn: LocalDate;
  /** Of the bytes as received; of the text as shown where a blinded reader does not see all of it. */
  readonly sha256: string;
  /** As received. `text/markdown` is typeset; anything else is plain text. */
  readonly mediaType: string;
  /** The text, or its opening when `truncated`. */
  readonly text: string;
  readonly truncated: boolean;
  /** Of the whole text, as code points. */
  readonly characters: number;
  /** The encoding that was taken for granted, where the bytes did not say it and are not UTF-8. */
  readonly assumedEncoding?: string;
  /** Why it cannot be shown. Then `text` is empty. */
  readonly refused?: NotShown;
}

/** Of a picture: pixels as shown. */
export interface ShownPage {
  readonly width: number;
  readonly height: number;
  /** It is of one colour throughout, as the original is. */
  readonly flat?: true;
  /** Its darkest value is shown black and its brightest white: as they are, next to nothing would be seen of them. */
  readonly stretched?: true;
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
   * The picture as shown; filled by render. `pages` counts the pages or frames of an original with more than one; of
   * those of a TIFF, `further` are the ones shown after the first, in their order.
   */
  readonly derived?: ShownPage & { readonly pages?: number; readonly further?: readonly ShownPage[] };
  /** Why it cannot be shown; filled by render. */
  readonly refused?: NotShown;
}

/**
 * A part of the cut, and how many rows of it are within the scope. Datasets of earlier versions have hash and key where
 * their readers were not blinded: whoever knows the other values of a row could try each arm until the hash fits.
 */
export type DatasetFile = Pick<CutFile, 'name' | 'rows' | 'expected'> &
  Partial<Pick<CutFile, 'key' | 'sha256'>>;

/** What was read and by what it was made; nothing of who asked for it or when, so that all who ask get the same bytes. */
export interface DatasetManifest {
  /** SHA-256 of the cut's manifest: printed on every page. */
  readonly cut: string;
  readonly cutAt: string;
  readonly files: readonly DatasetFile[];
  readonly documents: readonly Pick<CutDocument, 'documentId' | 'title' | 'sha256' | 'bytes'>[];
  /** Those that the report would show, had their bytes been there; absent where none is lacking. */
  readonly lacking?: readonly LackingDocument[];
  /** Report type and its version, e.g. `study-weekly@1`. */
  readonly template: string;
  readonly codeVersion: string;
}

/** What the mail shows, in no language: stored beside the dataset so that notify needs no more than this. */
export interface Headline {
  readonly studyId: string;
  readonly studyTitle: string;
  readonly period: Period;
  readonly timeZone: string;
  readonly siteCount: number | 'all';
  /** This period's figure, and the last period's (null where it makes no sense). */
  readonly figures: readonly {
    readonly label: Saying;
    /** Null where it could not be computed. */
    readonly value: number | null;
    readonly previous: number | null;
  }[];
  /** What could have changed the rest of this. */
  readonly doubts: readonly Doubt[];
  /** What is wrong. Empty when nothing is. No subject ids. */
  readonly attention: readonly Saying[];
  /** What changed since the last report. */
  readonly changes: ChangesInBrief;
  /** SHA-256 of the cut, hex. */
  readonly cut: string;
  /** ISO instant. */
  readonly cutAt: string;
}

/** Without the rows, which name subjects: how many of them the report lists one by one. */
export type ChangesInBrief = Omit<Changes, 'headline' | 'rows'> & { readonly rowsListed: number };
