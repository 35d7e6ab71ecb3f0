import type { Beat } from '@rounds/adapters/temporal/heartbeat';
import type { Scope } from '@rounds/contracts/scope';
import type { Cut } from './cut-reader.ts';
import type { EarlierCut } from './earlier-cut.ts';
import type { KeptPasts } from './kept-past.ts';

export interface StageInput {
  /** Of no subscription: there is nothing to compare with. */
  readonly isOnDemand: boolean;
  readonly scope: Scope;
  readonly parameters: Readonly<Record<string, unknown>>;
  readonly cut: Cut;
  /** The cut last delivered. */
  readonly previous: EarlierCut;
  readonly codeVersion: string;
  readonly beat: Beat;
  /** What is kept of the past; absent: nothing. */
  readonly pasts?: KeptPasts;
}
