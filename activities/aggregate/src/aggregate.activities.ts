/** The aggregate stage: a frozen cut becomes the one dataset of a scope. */
import { sha256Of } from '@rounds/adapters/crypto/sha256';
import type { AggregateActivities } from '@rounds/contracts/activities';
import { canonicalJson } from '@rounds/contracts/canonical-json';
import type { CutTreatments } from '@rounds/contracts/cut';
import { MOST_FINDINGS } from '@rounds/contracts/gate';
import { cutFor } from '@rounds/contracts/previous-cut';
import { treatmentsKey } from '@rounds/contracts/run';
import type { ObjectStore } from '@rounds/adapters/s3/object-store';
import type { Logger } from '@rounds/adapters/logging/logger';
import type { Beat } from '@rounds/adapters/temporal/heartbeat';
import { AGGREGATORS } from '@rounds/report-types/aggregators';
import { REPORT_TYPES, reportTypeOf } from '@rounds/report-types/catalogue';
import { openCut } from './cut-reader.ts';
import { EarlierCutDamaged, openEarlierCut } from './earlier-cut.ts';
import { makeDataset, type MadeDataset } from './make-dataset.ts';
import type { StageInput } from './stage-input.ts';

export interface AggregateDependencies {
  readonly objects: ObjectStore;
  /** Names the running code in the dataset's manifest. */
  readonly codeVersion: string;
  readonly beat: Beat;
  /** Told of what the last wall had to hide: a fault of the product, by place and id alone. */
  readonly log?: Pick<Logger, 'error'>;
}

/** Stored by content: equal inputs find the object that is there already. */
const store = async (objects: ObjectStore, folder: string, value: unknown) => {
  const bytes = Buffer.from(canonicalJson(value));
  const sha256 = sha256Of(bytes);
  const key = `${folder}/${sha256}.json`;
  await objects.put(key, bytes, 'application/json');
  return { key, sha256 };
};

/** Without the comparison, where the cut to compare with turns out to be damaged. */
const makeComparable = async (type: keyof typeof AGGREGATORS, input: StageInput): Promise<MadeDataset> => {
  try {
    return await makeDataset(REPORT_TYPES[type], AGGREGATORS[type], input);
  } catch (error) {
    if (!(error instanceof EarlierCutDamaged)) throw error;
    return makeDataset(REPORT_TYPES[type], AGGREGATORS[type], { ...input, previous: 'damaged' });
  }
};

/** Beside the dataset, for the gate: it may not read the cut. */
const storeVocabulary = (
  objects: ObjectStore,
  datasetKey: string,
  treatments: CutTreatments,
): Promise<void> =>
  objects.put(treatmentsKey(datasetKey), Buffer.from(canonicalJson(treatments)), 'application/json');

export const createAggregateActivities = ({
  objects,
  codeVersion,
  beat,
  log,
}: AggregateDependencies): AggregateActivities => ({
  aggregate: async ({ run, cut: ref, previousCut, scope, parameters }) => {
    const type = reportTypeOf(run.reportType);
    const cut = await openCut(objects, ref);
    const previous = await openEarlierCut(objects, cutFor(previousCut, scope));
    const input = { run, scope, parameters, cut, previous, codeVersion, beat };
    const { dataset, headline, faults, changed } = await makeComparable(type, input);
    const { key: headlineKey } = await store(objects, 'headlines', headline);
    const stored = await store(objects, 'datasets', dataset);
    if (!scope.unblinded) await storeVocabulary(objects, stored.key, cut.manifest.treatments);
    if (faults.length > 0)
      log?.error({ runId: run.runId, scope, faults }, 'The last wall hid what the mask had let through.');
    const kept = faults.slice(0, MOST_FINDINGS);
    return { ...stored, headlineKey, changed, ...(kept.length > 0 && { blindingFaults: kept }) };
  },
});
