/** The aggregate stage: a frozen cut becomes the one dataset of a scope. */
import { sha256Of } from '@rounds/adapters/crypto/sha256';
import type { AggregateActivities } from '@rounds/contracts/activities';
import { canonicalJson } from '@rounds/contracts/canonical-json';
import type { CutTreatments } from '@rounds/contracts/cut';
import type { Dataset } from '@rounds/contracts/dataset';
import { MOST_FINDINGS } from '@rounds/contracts/gate';
import { cutFor } from '@rounds/contracts/previous-cut';
import { treatmentsKey, type CutRef, type DatasetRef } from '@rounds/contracts/run';
import { inOrder, type Scope } from '@rounds/contracts/scope';
import { UNSHARED, type Makings } from '@rounds/adapters/s3/makings';
import type { ObjectStore } from '@rounds/adapters/s3/object-store';
import type { Logger } from '@rounds/adapters/logging/logger';
import type { Beat } from '@rounds/adapters/temporal/heartbeat';
import { AGGREGATORS } from '@rounds/report-types/aggregators';
import { REPORT_TYPES, reportTypeOf } from '@rounds/report-types/catalogue';
import { openCut } from './cut-reader.ts';
import { EarlierCutDamaged, openEarlierCut } from './earlier-cut.ts';
import { createKeptPasts } from './kept-past.ts';
import { makeDataset, type MadeDataset } from './make-dataset.ts';
import type { StageInput } from './stage-input.ts';

export interface AggregateDependencies {
  readonly objects: ObjectStore;
  /** Names the running code in the dataset's manifest. */
  readonly codeVersion: string;
  readonly beat: Beat;
  /** Absent: nothing is shared. */
  readonly makings?: Makings;
  /** Names the running program to the byte: what another one kept of the past is not taken up. Absent: nothing is kept. */
  readonly program?: string;
  /** Told of what the last wall had to hide: a fault of the product, by place and id alone. */
  readonly log?: Pick<Logger, 'error'>;
}

/** All that decides what the dataset is. */
interface Asked {
  readonly type: keyof typeof AGGREGATORS;
  readonly cut: CutRef;
  /** The cut last delivered to readers of this scope. */
  readonly previous: CutRef | undefined;
  readonly scope: Scope;
  readonly parameters: Readonly<Record<string, unknown>>;
  readonly isOnDemand: boolean;
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

/** Of the past, what any report of this type keeps that is read by the same parameters. */
const pastsOf = (
  { objects, program }: AggregateDependencies,
  { cut, scope, parameters }: Pick<StageInput, 'cut' | 'scope' | 'parameters'>,
  type: keyof typeof AGGREGATORS,
): Pick<StageInput, 'pasts'> => {
  const { addressKey, manifest } = cut;
  if (program === undefined || addressKey === undefined) return {};
  const { studyId, columns, timeZone } = manifest;
  const { unblinded } = scope;
  const by = { program, type, columns, timeZone, parameters, unblinded };
  return { pasts: createKeptPasts(objects, { studyId, addressKey, by }) };
};

interface Stored {
  readonly ref: DatasetRef;
  /** Of the cut alone: whoever makes it again gets the same. */
  readonly isWhole: boolean;
}

/** What the store lacked may be there again the next time: documents, or the cut to compare with. */
const isWhole = ({ manifest, changes }: Dataset): boolean =>
  manifest.lacking === undefined &&
  changes.notCompared !== 'damaged' &&
  changes.notCompared !== 'noLongerKept';

/** Makes the dataset and stores it, with what is needed beside it. */
const makeStored = async (
  dependencies: AggregateDependencies,
  { cut: cutRef, previous: previousRef, isOnDemand, scope, parameters, type }: Asked,
): Promise<Stored> => {
  const { objects, codeVersion, beat, log } = dependencies;
  const cut = await openCut(objects, cutRef);
  const previous = await openEarlierCut(objects, previousRef);
  const asked = { isOnDemand, scope, parameters, cut, previous, codeVersion, beat };
  const input = { ...asked, ...pastsOf(dependencies, asked, type) };
  const { dataset, headline, faults, changed } = await makeComparable(type, input);
  const { key: headlineKey } = await store(objects, 'headlines', headline);
  const stored = await store(objects, 'datasets', dataset);
  if (!scope.unblinded) await storeVocabulary(objects, stored.key, cut.manifest.treatments);
  if (faults.length > 0)
    log?.error({ cut: cutRef.sha256, scope, faults }, 'The last wall hid what the mask had let through.');
  const kept = faults.slice(0, MOST_FINDINGS);
  const ref = { ...stored, headlineKey, changed, ...(kept.length > 0 && { blindingFaults: kept }) };
  return { ref, isWhole: isWhole(dataset) };
};

export const createAggregateActivities = (dependencies: AggregateDependencies): AggregateActivities => ({
  aggregate: async ({ run, cut, previousCut, scope, parameters }) => {
    const asked: Asked = {
      ...{ cut, scope: inOrder(scope), parameters, type: reportTypeOf(run.reportType) },
      ...{ previous: cutFor(previousCut, scope), isOnDemand: run.subscriptionId === undefined },
    };
    const { codeVersion, makings = UNSHARED } = dependencies;
    const { ref } = await makings.once(
      { kind: 'dataset', codeVersion, ...asked },
      () => makeStored(dependencies, asked),
      (made) => made.isWhole,
    );
    return ref;
  },
});
