/** What a frozen cut looks like in S3 (docs/decisions/0027-segments.md). */
import type { LocalDate, Period } from './period.ts';
import type { CellFault, DocumentRefusal, SdtmRow } from './received.ts';
import type { Scope } from './scope.ts';

/** SDTM domains of the report that belong to a day. */
export const DATED_DOMAINS = ['DM', 'AE', 'LB', 'VS', 'DS', 'SV', 'EX', 'CM'] as const;
export type DatedDomain = (typeof DATED_DOMAINS)[number];

/** The collection variables that give a row its day, the first that is filled wins. */
export const DAY_VARIABLES: Readonly<Record<DatedDomain, readonly string[]>> = {
  DM: ['DMDTC'],
  AE: ['AEDTC', 'AESTDTC'],
  LB: ['LBDTC'],
  VS: ['VSDTC'],
  DS: ['DSSTDTC'],
  SV: ['SVSTDTC'],
  EX: ['EXSTDTC'],
  CM: ['CMDTC', 'CMSTDTC'],
};

/**
 * Datasets beside SDTM, brought by the same import (docs/studies.md). A row names its site, SITEID, and need not be
 * about a subject: the site alone decides who may see it.
 */
export const OPERATIONAL_DATASETS = ['TRAINING', 'QUERIES'] as const;
export type OperationalDataset = (typeof OPERATIONAL_DATASETS)[number];

/** Variables of CDISC's codelist NY, `Y` or `N`, that reports read. */
export const FLAG_VARIABLES: Readonly<Partial<Record<CutDataset, readonly string[]>>> = {
  DM: ['DTHFL'],
  AE: [...['AESER', 'AESCAN', 'AESCONG', 'AESDISAB', 'AESDTH', 'AESHOSP', 'AESLIFE', 'AESMIE', 'AESOD']],
};

/** The first day that is plausible. */
export const EARLIEST_DAY: LocalDate = '1900-01-01';

/** What a report type can ask for: each is one file of a cut. */
export const CUT_DATASETS = [...DATED_DOMAINS, ...OPERATIONAL_DATASETS] as const;
export type CutDataset = (typeof CUT_DATASETS)[number];

export const isOperational = (name: string): name is OperationalDataset =>
  (OPERATIONAL_DATASETS as readonly string[]).includes(name);

/** The variable that gives a row of these datasets its day: it is filled in every row. */
export const OPERATIONAL_DAYS: Readonly<Record<OperationalDataset, string>> = {
  TRAINING: 'ENRLDTC',
  QUERIES: 'OPENDTC',
};

/** One row of a dataset. */
export interface CutRow {
  readonly key: string;
  /**
   * In files of earlier versions before the end of the period; of DM any plausible one, or null: `undated` or
   * `implausible` names the row too.
   */
  readonly day: LocalDate | null;
  readonly subject: string | null;
  /** ISO instant. */
  readonly receivedAt: string;
  readonly row: SdtmRow;
  /** Cells that were left out at import; absent where none was. */
  readonly faults?: readonly CellFault[];
}

/** Of earlier versions: gzipped NDJSON, sorted by key. */
export interface CutFile {
  /**
   * Dataset, or `subjects` (every subject of the cut's sites with SITEID), `undated` or `implausible` (rows that are in
   * no figure). DM holds every row of a subject, whatever its day.
   */
  readonly name: string;
  /**
   * Object key: `<folder of the cut>/<name>.<sha256>.ndjson.gz`.
   */
  readonly key: string;
  /** Of the uncompressed lines, hex. */
  readonly sha256: string;
  readonly rows: number;
  /** Rows that the database counted in the same snapshot; of datasets alone. */
  readonly expected?: number;
}

/** One line of the `subjects` file, sorted by subject. */
export interface CutSubject {
  readonly subject: string;
  /**
   * Null where its rows of DM name several: then it is within 'all' sites alone, and readers of one of them are told
   * how many they do not see.
   */
  readonly siteId: string | null;
  /** Those several, sorted. */
  readonly sites?: readonly string[];
}

/** One line of the `undated` file: a row that lacks a date. */
export interface CutUndated {
  readonly domain: string;
  readonly subject: string | null;
  readonly row: SdtmRow;
}

/**
 * One line of the `implausible` file: a row of a day before 1900, or after that of the newest delivery of its domain
 * (wherever on earth it was latest then), is in no figure. Where an import moves a study's dates, the day as it was
 * received is judged; told is the day as it is stored.
 */
export interface CutImplausible extends CutUndated {
  readonly day: LocalDate;
}

/** What can be known of a dataset's columns as a whole alone: of the whole study, whatever the cut's sites and period. */
export interface ColumnFacts {
  /** Variables that at least one row fills, sorted: a figure that needs another one cannot be computed. */
  readonly filled: readonly string[];
  /** Yes-or-no variables whose every value is 1 or 0, sorted: there, and only there, these mean yes and no. */
  readonly numericFlags: readonly string[];
}

/** The newest import that brought a dataset. */
export interface Delivery {
  readonly importId: string;
  /** ISO instant. */
  readonly at: string;
  /** Who imported it, as the importer said. */
  readonly by: string;
  /** Of its files, refused ones among them. */
  readonly rows: number;
  /**
   * ISO instant of the newest import that brought other SDTM domains and left this one out; absent where none did, and
   * for datasets beside SDTM, which come at a pace of their own.
   */
  readonly leftOutAt?: string;
}

/** A text or image received in the period; `key` holds its bytes, immutable under their hash. */
export interface CutDocument {
  readonly documentId: string;
  readonly kind: 'text' | 'image';
  readonly title: string;
  readonly caption: string | null;
  readonly siteId: string | null;
  readonly subject: string | null;
  readonly fileName: string;
  readonly mediaType: string;
  readonly receivedOn: LocalDate;
  readonly key: string;
  readonly sha256: string;
  readonly bytes: number;
}

/** A file that the newest import of documents refused. */
export interface CutRefusedDocument {
  /**
   * For readers of all sites: whose it is nobody knows, and a name may tell of people. Absent in cuts of some sites, as
   * there were in earlier versions.
   */
  readonly fileName?: string;
  readonly code: DocumentRefusal;
}

/** A document of the cut whose bytes could not be had when it was frozen. */
export interface LackingDocument {
  readonly documentId: string;
  readonly kind: CutDocument['kind'];
  /** `missing`: not in the object store; `changed`: not the bytes that were received. */
  readonly reason: 'missing' | 'changed';
}

/**
 * Whether what is about `siteId` and `subject` (either may be null: about everybody) is within `sites`. Every
 * site that it names, its subject's included, must be; a subject of no known site is within 'all' alone.
 */
export const isWithinSites = (
  sites: Scope['sites'],
  { siteId, subject }: { readonly siteId: string | null; readonly subject: string | null },
  siteOf: (subject: string) => string | undefined,
): boolean => {
  if (sites === 'all') return true;
  const includes = (site: string | undefined) => site !== undefined && sites.includes(site);
  return (siteId === null || includes(siteId)) && (subject === null || includes(siteOf(subject)));
};

/** Whether an operational row is within `sites`; one of no site, as of a learner at the sponsor, is within 'all' alone. */
export const isRowWithinSites = (sites: Scope['sites'], { SITEID }: SdtmRow): boolean =>
  sites === 'all' || (SITEID !== undefined && sites.includes(String(SITEID)));

/**
 * What would tell a treatment: the values of ARM, ACTARM, ACTARMUD, EXTRT and the treatments of TS (names), of
 * ARMCD and ACTARMCD (codes). From the whole study, whatever the cut's sites and period, because a text or a
 * title may name an arm that no row of the cut has. Blinded datasets hide every one.
 */
export interface CutTreatments {
  readonly names: readonly string[];
  readonly codes: readonly string[];
  /** EXDOSE with EXDOSU, `54 mg`. */
  readonly doses: readonly string[];
}

/** An object that cuts of one study share: it never changes. */
export interface CutObject {
  readonly key: string;
  /**
   * HMAC-SHA256 of its text under a key of the study, hex: equal content has an equal one. A plain hash of few rows would
   * let whoever knows all of them but the treatments try each until it fits.
   */
  readonly address: string;
  readonly rows: number;
}

/** Of all of them. */
export const rowsIn = (parts: readonly { readonly rows: number }[]): number =>
  parts.reduce((total, { rows }) => total + rows, 0);

/** Rows of one dataset, in the order of their keys. */
export interface CutSegment extends CutObject {
  /** Days of its rows; both null where not all of them have one. */
  readonly first: LocalDate | null;
  readonly last: LocalDate | null;
  /** ISO instant at which the newest of them was received. */
  readonly receivedAt: string;
}

/** All rows of a dataset, whatever their day: which of them the cut is about is judged by it when they are read. */
export interface SegmentedDataset {
  readonly segments: readonly CutSegment[];
  /** Rows that the database counted in the snapshot in which each segment was read. */
  readonly expected: number;
  /** Days that are plausible. */
  readonly earliest: LocalDate;
  readonly latest: LocalDate;
}

/** What every cut tells. */
export interface CutFacts {
  /**
   * Random, hex. The hash of the manifest names the cut on every page: without this, whoever knows all of a manifest but
   * the treatments could try each of them until the hash fits.
   */
  readonly nonce: string;
  readonly studyId: string;
  readonly studyTitle: string;
  readonly plannedSubjects: number | null;
  readonly period: Period;
  readonly timeZone: string;
  /** All; of earlier versions, those of the readers of its run. */
  readonly sites: Scope['sites'];
  /** ISO instant at which the study was read, all in one snapshot. */
  readonly cutAt: string;
  /** All that were received, also those whose bytes are lacking. */
  readonly documents: readonly CutDocument[];
  /** Absent where none is. */
  readonly lacking?: readonly LackingDocument[];
  /** Rows refused at the newest import of each domain; of operational datasets, of those that the cut holds. */
  readonly refusedAtImport: Readonly<Record<string, number>>;
  /** Absent where none is. */
  readonly refusedDocuments?: readonly CutRefusedDocument[];
  /** By dataset. */
  readonly columns: Readonly<Record<string, ColumnFacts>>;
  /** By dataset; absent of one that never came. */
  readonly deliveries: Readonly<Record<string, Delivery>>;
  /** The last day that anything can have which DM tells of: what had not been when it came cannot be. */
  readonly latestDay: LocalDate;
  /** Days after which a delivery of this study is too old; absent where the study has no such limit. */
  readonly maximumAgeDays?: number;
  readonly treatments: CutTreatments;
  readonly codeVersion: string;
}

/** Of a cut that names what it shares with others of its study. */
export interface SegmentedManifest extends CutFacts {
  readonly version: 2;
  /** Of its addresses, hex. */
  readonly addressKey: string;
  /** `CutSubject`s. */
  readonly subjects: CutObject;
  readonly datasets: Readonly<Partial<Record<CutDataset, SegmentedDataset>>>;
}

/** Of earlier versions: every cut had files of its own. */
export interface FiledManifest extends CutFacts {
  readonly version: 1;
  /** Whose the cut was, before cuts were of a study's state. */
  readonly runId?: string;
  readonly files: readonly CutFile[];
}

export type CutManifest = SegmentedManifest | FiledManifest;
