import type { Headline, StudyWeeklyDataset } from '@rounds/contracts/dataset';
import type { RunRequest } from '@rounds/contracts/run';
import type { Scope } from '@rounds/contracts/scope';
import type { Cut } from './cut-reader.ts';

export interface AggregatorInput {
  readonly run: RunRequest;
  readonly scope: Scope;
  readonly cut: Cut;
  /**
   * The cut last delivered: `none` when there never was one, `gone` when it is no longer kept.
   */
  readonly previous: Cut | 'none' | 'gone';
  readonly codeVersion: string;
  /** Says that the work goes on. Throws when it was cancelled. */
  readonly beat: (progress: { readonly domain: string; readonly rows: number }) => void;
}

/** What one report type makes of a cut, for one scope. */
export type Aggregator = (input: AggregatorInput) => Promise<{
  readonly dataset: StudyWeeklyDataset;
  readonly headline: Headline;
  /** Whether any row or document within the scope differs from the cut last delivered. */
  readonly changed: boolean;
}>;
