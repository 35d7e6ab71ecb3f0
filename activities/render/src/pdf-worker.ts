/**
 * The program of a drawing thread. Layout, reading it back and decoding take seconds without a pause: here they
 * hold up neither the heartbeat nor the polls of the worker, have a memory limit of their own, and can be stopped.
 */
import type * as drawing from './draw.ts';
import { drawWhole } from './gate/doubtful.ts';
import * as gate from './gate/inspect.ts';
import { datasetOf, outlineOf, type StoredDataset } from './stored-dataset.ts';

/** A task whose dataset the thread reads itself. */
export type Stored<Task> = Omit<Task, 'dataset'> & { readonly dataset: StoredDataset };

export const outline = outlineOf;

export const draw = ({ dataset, ...task }: Stored<drawing.DrawTask>) =>
  drawWhole({ ...task, dataset: datasetOf(dataset) });

export const inspect = ({ dataset, ...task }: Stored<gate.InspectTask>) =>
  gate.inspect({ ...task, dataset: datasetOf(dataset) });

export const inspectDataset = (dataset: StoredDataset) =>
  gate.inspectDataset({ dataset: datasetOf(dataset) });

export { decodeHeic } from './images/heic.ts';
