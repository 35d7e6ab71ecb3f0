/**
 * The program of a drawing thread. Layout, reading it back and decoding take seconds without a pause: here they
 * hold up neither the heartbeat nor the polls of the worker, have a memory limit of their own, and can be stopped.
 */
import type * as drawing from './draw.ts';
import { drawWhole } from './gate/doubtful.ts';
import * as gate from './gate/inspect.ts';
import { decodeHeic as decoded } from './images/heic.ts';
import { begin } from './sign-of-work.ts';
import { datasetOf, outlineOf, type StoredDataset } from './stored-dataset.ts';

/** A task whose dataset the thread reads itself. */
export type Stored<Task> = Omit<Task, 'dataset'> & { readonly dataset: StoredDataset };

/** What the pool sends. */
export interface Watched<Input> {
  readonly input: Input;
  /** See sign-of-work.ts. */
  readonly signs: Int32Array;
}

const task =
  <Input, Result>(work: (input: Input) => Result) =>
  ({ input, signs }: Watched<Input>): Result => {
    begin(signs);
    return work(input);
  };

export const outline = task(outlineOf);

export const draw = task(({ dataset, ...drawn }: Stored<drawing.DrawTask>) =>
  drawWhole({ ...drawn, dataset: datasetOf(dataset) }),
);

export const inspect = task(({ dataset, ...inspected }: Stored<gate.InspectTask>) =>
  gate.inspect({ ...inspected, dataset: datasetOf(dataset) }),
);

export const inspectDataset = task((dataset: StoredDataset) =>
  gate.inspectDataset({ dataset: datasetOf(dataset) }),
);

export const decodeHeic = task(decoded);
