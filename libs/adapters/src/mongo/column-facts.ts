import type { RecordDocument } from '@rounds/contracts/collections';
import { FLAG_VARIABLES, type ColumnFacts, type CutDataset } from '@rounds/contracts/cut';
import type { AggregateOptions, Document, Filter } from 'mongodb';
import type { Mongo } from './client.ts';

const isNumeric = (variable: string): Document => ({
  $in: [{ $ifNull: [`$row.${variable}`, 1] }, [1, 0, '1', '0']],
});

/** Reads every row of the domain: for those whose import did not tell. */
export const columnFacts = async (
  { collection }: Pick<Mongo, 'collection'>,
  domain: CutDataset,
  rows: Filter<RecordDocument>,
  read: AggregateOptions = {},
): Promise<ColumnFacts> => {
  const flags = FLAG_VARIABLES[domain] ?? [];
  const worst = flags.map((name): [string, Document] => [name, { $min: isNumeric(name) }]);
  const [found] = await collection('records')
    .aggregate<{ any: Document } & Record<string, boolean>>(
      [
        { $match: rows },
        { $group: { _id: null, any: { $mergeObjects: '$row' }, ...Object.fromEntries(worst) } },
      ],
      read,
    )
    .toArray();
  if (found === undefined) return { filled: [], numericFlags: [] };
  const filled = Object.keys(found.any).sort();
  return { filled, numericFlags: flags.filter((name) => found[name] && filled.includes(name)).sort() };
};
