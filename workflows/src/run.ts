import type {
  CutRef,
  DeliveryOutcome,
  HeldOutput,
  MadeSoFar,
  RunRequest,
  RunSoFar,
  ScopeDataset,
  ScopeOutput,
} from '@rounds/contracts/run';
import type { Progress } from './progress.ts';
import type { Stages } from './stages.ts';

/** What every step of a run needs, and what the run holds so far: recorded too when it ends half-way. */
export interface Run {
  readonly request: RunRequest;
  readonly stages: Stages;
  readonly progress: Progress;
  cut?: CutRef;
  readonly datasets: ScopeDataset[];
  /** What passed the gate. */
  readonly outputs: ScopeOutput[];
  /** What did not. */
  readonly held: HeldOutput[];
  /** False in runs that began before there was a gate. */
  readonly isGated: boolean;
  deliveries: readonly DeliveryOutcome[];
  /** Mails may have left before this redrive. */
  mailedBefore: boolean;
}

/** Goes on from what the run had made before it failed: nothing of it is made again. */
export const takeUp = (run: Run, { cut, datasets, outputs, mailed }: MadeSoFar): void => {
  if (cut !== undefined) run.cut = cut;
  run.datasets.push(...datasets);
  run.outputs.push(...outputs);
  run.mailedBefore = mailed;
};

export const soFar = ({ request, progress, cut, datasets, outputs, deliveries }: Run): RunSoFar => ({
  ...(request.redrive === undefined ? {} : { redrive: request.redrive }),
  ...(cut === undefined ? {} : { cut }),
  datasets,
  outputs,
  deliveries,
  steps: progress.steps,
});
