import type { CutRef, DeliveryOutcome, RunRequest, ScopeOutput } from '@rounds/contracts/run';
import type { Progress } from './progress.ts';
import type { Stages } from './stages.ts';

/** What every step of a run needs, and what the run holds so far: recorded too when it ends half-way. */
export interface Run {
  readonly request: RunRequest;
  readonly stages: Stages;
  readonly progress: Progress;
  cut?: CutRef;
  readonly outputs: ScopeOutput[];
  deliveries: readonly DeliveryOutcome[];
}
