/**
 * What a report says, in words, figures and data, and nothing of how it is drawn: the render stage has one engine
 * that makes PDF, XLSX and CSV of any of these. All strings are final; no colour, length or typeface is known here.
 */
import type { Dataset, ImageEntry, TextEntry } from '@rounds/contracts/dataset';
import type { Language } from '@rounds/contracts/language';
import type { LocalDate } from '@rounds/contracts/period';
import type { Figure } from '../figures/figure.ts';
import type { Table } from './table.ts';

export interface ReportModel {
  /** In which all of it is, and in which the page puts its numbers and days. */
  readonly language: Language;
  readonly head: Head;
  /** What is lacking or wrong, where the report is sent nevertheless. */
  readonly lacking?: Lacking;
  readonly attention: Attention;
  /** The figures of the first page. */
  readonly tiles: readonly Tile[];
  /** Head of the column of the figures: `This week`. */
  readonly tilesNow: string;
  /** Head of the column of those beside them: `Last week`. */
  readonly tilesBefore: string;
  readonly changes: ChangesInWords;
  /** Small on the first page, where there is room. */
  readonly trends: readonly ChartBlock[];
  readonly sections: readonly Section[];
  /** How to read the report. */
  readonly definitions: readonly Definition[];
  /** What this report is about, row by row. */
  readonly about: readonly Definition[];
}

export interface Head {
  /** `Weekly report` */
  readonly report: string;
  /** `2–8 September 2013` */
  readonly period: string;
  readonly studyId: string;
  readonly studyTitle: string;
  readonly facts: readonly Fact[];
  /** Never longer than a line. */
  readonly scope: string;
  /** SHA-256, hex. */
  readonly cut: string;
  /** ISO instant: the only time that the files know. */
  readonly cutAt: string;
  readonly template: string;
  readonly codeVersion: string;
}

export interface Lacking {
  readonly title: string;
  readonly lines: readonly string[];
}

export interface Fact {
  readonly label: string;
  readonly value: string;
}

export interface Definition {
  readonly term: string;
  readonly meaning: string;
}

/** Page one: is anything wrong? */
export interface Attention {
  readonly items: readonly AttentionItem[];
  /** Said when nothing is urgent: silence would be ambiguous. */
  readonly calm: string;
}

export interface AttentionItem {
  /** Two or three words that stand alone. */
  readonly lead: string;
  readonly sentence: string;
  /** Where it is explained: a section, or another target of links; absent where that is not part of the report. */
  readonly section?: string;
  /** About the subjects and sites themselves, not about the report. */
  readonly urgent: boolean;
}

/** One figure with the period before beside it. */
export interface Tile {
  readonly label: string;
  readonly value: string;
  readonly previous: string;
  readonly difference: string;
  /** What the figure is part of. */
  readonly context: string;
  readonly section?: string;
  /** Must be looked at. */
  readonly urgent: boolean;
  /** Weekly values for a small trend line, oldest first; empty where the trend is not known. */
  readonly trend: readonly (number | null)[];
}

export interface ChangesInWords {
  readonly title: string;
  readonly lines: readonly string[];
  readonly section?: string;
}

export interface Section {
  readonly id: string;
  readonly title: string;
  /** What the section says, in one sentence. */
  readonly takeaway: string;
  readonly chart?: ChartBlock;
  readonly blocks: readonly Block[];
  /** Name of its sheet in the XLSX, given by the engine. */
  readonly sheet?: string;
  /** After the blocks. The CSV holds these and nothing else. */
  readonly tables: readonly Table[];
}

export type Block =
  | { readonly kind: 'bullets'; readonly lines: readonly string[] }
  | {
      readonly kind: 'definitions';
      readonly id: string;
      readonly title: string;
      readonly entries: readonly Definition[];
    }
  /** Typeset, each under its title. */
  | { readonly kind: 'texts'; readonly texts: readonly TextEntry[]; readonly doubtful?: Doubtful }
  /** Those of the dataset that can be shown, in a grid with captions. */
  | { readonly kind: 'images'; readonly images: readonly ImageEntry[] };

/** By document: the drawn page may lack some of it, or it was left out since it cannot be drawn there. */
export type Doubtful = Readonly<Record<string, 'shown' | 'leftOut'>>;

export interface ChartBlock {
  readonly caption: string;
  /** One as wide as the page, or two side by side. */
  readonly charts: readonly Chart[];
}

export type Chart = BarChart | LineChart;

interface ByWeek {
  /** First day of each week, oldest first; the last is that of the period. */
  readonly weeks: readonly LocalDate[];
  readonly unit: string;
}

export interface BarChart extends ByWeek {
  readonly kind: 'bars';
  /** One a week. */
  readonly values: readonly number[];
  /** The part of each bar that is set off at its foot. */
  readonly parts?: readonly number[];
}

export interface LineChart extends ByWeek {
  readonly kind: 'lines';
  /** Drawn in this order; named where they end. */
  readonly lines: readonly Line[];
  readonly fromZero: boolean;
  /** A level to compare with. */
  readonly level?: { readonly label: string; readonly value: number };
}

export interface Line {
  readonly label: string;
  /** `first` is what the chart is about. */
  readonly rank: 'first' | 'second';
  /** One a week; null where there is none. */
  readonly values: readonly (number | null)[];
}

/** What the engine knows and a report has to tell. */
export interface Drawing {
  /** Characters of the dataset that no typeface can draw, and how often they stand in it. */
  readonly undrawable: ReadonlyMap<string, number>;
  /** Of the reader; absent: English. */
  readonly language?: Language;
}

export interface ModelBuilder<Own extends Dataset = Dataset> {
  /** What is declared of the figures that it shows. */
  readonly figures: readonly Figure<never>[];
  build(dataset: Own, drawing: Drawing): ReportModel;
}
