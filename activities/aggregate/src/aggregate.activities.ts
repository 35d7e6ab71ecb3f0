/** The aggregate stage: a frozen cut becomes the one dataset of a scope. */
import { createHash } from 'node:crypto';
import type { AggregateActivities } from '@rounds/contracts/activities';
import { canonicalJson } from '@rounds/contracts/canonical-json';
import { RoundsError } from '@rounds/contracts/errors';
import type { CutRef } from '@rounds/contracts/run';
import type { ObjectStore } from '@rounds/adapters/s3/object-store';
import type { Beat } from '@rounds/adapters/temporal/heartbeat';
import type { Aggregator, AggregatorInput } from './aggregator.ts';
import { openCut, openEarlierCut } from './cut-reader.ts';
import { studyWeekly } from './study-weekly/study-weekly.ts';

export interface AggregateDependencies {
  readonly objects: ObjectStore;
  /** Names the running code in the dataset's manifest. */
  readonly codeVersion: string;
  readonly beat: Beat;
}

/** By report type. */
const AGGREGATORS: ReadonlyMap<string, Aggregator> = new Map([['study-weekly', studyWeekly]]);

const aggregatorOf = (reportType: string): Aggregator => {
  const aggregator = AGGREGATORS.get(reportType);
  if (aggregator !== undefined) return aggregator;
  const rule = `must be one of ${[...AGGREGATORS.keys()].join(', ')}`;
  throw new RoundsError('INVALID_INPUT', `There is no report type ${reportType}.`, {
    fields: [{ field: 'reportType', rule }],
  });
};

/** Stored by content: equal inputs find the object that is there already. */
const store = async (objects: ObjectStore, folder: string, value: unknown) => {
  const bytes = Buffer.from(canonicalJson(value));
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const key = `${folder}/${sha256}.json`;
  await objects.put(key, bytes, 'application/json');
  return { key, sha256 };
};

const earlierCut = async (
  objects: ObjectStore,
  ref: CutRef | undefined,
): Promise<AggregatorInput['previous']> =>
  ref === undefined ? 'none' : ((await openEarlierCut(objects, ref)) ?? 'gone');

export const createAggregateActivities = ({
  objects,
  codeVersion,
  beat,
}: AggregateDependencies): AggregateActivities => ({
  aggregate: async ({ run, cut: ref, previousCut, scope }) => {
    const aggregator = aggregatorOf(run.reportType);
    const cut = await openCut(objects, ref);
    const previous = await earlierCut(objects, previousCut);
    const { dataset, headline, changed } = await aggregator({ run, scope, cut, previous, codeVersion, beat });
    const { key: headlineKey } = await store(objects, 'headlines', headline);
    return { ...(await store(objects, 'datasets', dataset)), headlineKey, changed };
  },
});
