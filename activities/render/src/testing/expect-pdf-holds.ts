import type { Dataset } from '@rounds/contracts/dataset';
import type { Presentation } from '@rounds/contracts/template';
import { inspect, inspectDataset } from '../gate/inspect.ts';

/** @throws when the gate would find anything wrong with the PDF, or with what its model has of the dataset. */
export const expectPdfHolds = async (
  dataset: Dataset,
  bytes: Uint8Array,
  presentation?: Presentation,
): Promise<void> => {
  const task = { format: 'pdf', dataset, bytes, ...(presentation && { presentation }) } as const;
  expect([...inspectDataset(task), ...(await inspect(task))]).toEqual([]);
};
