import type { CutDataset, CutDocument, DatedDomain } from '@rounds/contracts/cut';
import type { Conversion, Dataset, Headline } from '@rounds/contracts/dataset';
import type { Period } from '@rounds/contracts/period';
import type { Scope } from '@rounds/contracts/scope';
import type { ComparedFigure } from './compared.ts';
import type { Fold } from './folds/fold.ts';
import type { Label } from './folds/study-row.ts';
import type { Urgent } from './quality/doubts.ts';
import type { RowQuality } from './quality/row-quality.ts';
import type { Known } from './terms/known.ts';

/** What is known before the first row is read. */
export interface Reading {
  readonly period: Period;
  /** In which the period's days are local. */
  readonly timeZone: string;
  readonly scope: Scope;
  /** As the subscription or the caller gave them: the type parses them by its own schema. */
  readonly parameters: Readonly<Record<string, unknown>>;
  /** TS PLANSUB; null where unknown or where the scope is not all sites. */
  readonly planned: number | null;
  /** Hides treatments from blinded readers in what counts are listed under. */
  readonly label: Label;
  /** Of the study as a whole. */
  readonly known: Known;
  /** Subjects of the scope whose rows of DM name several sites. */
  readonly uncertain: ReadonlySet<string>;
}

/** What a report type makes of the rows. */
export interface Made<Content> {
  readonly content: Content;
  /** What of the rows could not be read, and what became of it. */
  readonly quality: RowQuality & { readonly converted?: readonly Conversion[] };
  /** Whether the report shows this document of the period. */
  readonly shows: (document: CutDocument) => boolean;
}

/** What every type's dataset has: the figures of the period before, from the same cut. */
export interface WithPrevious {
  readonly previous: { readonly period: Period };
}

/**
 * The way from a frozen cut to the content of a dataset. The aggregate stage opens the cut, tells the fold each row of
 * `domains` within the scope once, adds what all datasets have in common, and hides the arms from blinded readers.
 */
export interface Aggregator<Content extends WithPrevious = WithPrevious> {
  /** Datasets whose rows it reads: its cuts hold these alone, and `changes` compares them. */
  readonly domains: readonly CutDataset[];
  /**
   * Told rows to date and later ones alike: see `until`. What it saves depends on the study's known facts, the parameters
   * and whether the scope is unblinded, never on the period, the sites or the label.
   *
   * @throws RoundsError INVALID_INPUT for wrong parameters
   */
  fold(reading: Reading): Fold<Made<Content>>;
  /**
   * Datasets whose rows of days before `windowsStart` need not be told again: what the fold saved of them stands for them.
   * Absent: every row is told.
   */
  readonly keeps?: readonly DatedDomain[];
  /** A figure asks when rows arrived: those that did since `windowsStart` are told all the same. Absent: none does. */
  readonly asksWhenReceived?: true;
  /** Absent: it never shows one. */
  readonly showsDocuments?: true;
  /** What the first page's panel speaks of. Absent: it never says that nothing is urgent of SDTM. */
  readonly urgent?: Urgent<Content>;
  /** Figures that are compared with those of the report last delivered, the gravest first. */
  readonly compared: readonly ComparedFigure[];
  /**
   * Completes the content by what `last`, that of the report last delivered, did not know. Absent: it has nothing of
   * the kind.
   */
  since?(content: Content, last: Content): Content;
  /** What the mail shows of the finished dataset, treatments already hidden: no subject is named. */
  headline(dataset: Dataset & Content): Pick<Headline, 'figures' | 'attention'>;
}
