import type { StudyDocument } from '@rounds/contracts/collections';
import { isOperational, type CutDataset, type Delivery } from '@rounds/contracts/cut';

/** The newest delivery of each of the datasets, and whether a later one of the study left it out. */
export const deliveriesOf = (
  { deliveries }: StudyDocument,
  datasets: readonly CutDataset[],
): Record<string, Delivery> => {
  const clinical = Object.keys(deliveries).filter((name) => !isOperational(name));
  const newest = Math.max(...clinical.map((name) => deliveries[name]?.at.getTime() ?? 0));
  return Object.fromEntries(
    datasets.flatMap((name) => {
      const delivery = deliveries[name];
      if (delivery === undefined) return [];
      const { importId, at, by, rows } = delivery;
      const shown: Delivery = { importId, at: at.toISOString(), by, rows };
      // What came later cannot have brought this one: then this would be its newest delivery.
      const isLeftOut = !isOperational(name) && newest > at.getTime();
      return [[name, isLeftOut ? { ...shown, leftOutAt: new Date(newest).toISOString() } : shown]];
    }),
  );
};
