/**
 * Stand-ins for the stages that make and mail a report: their files are small texts, their records are the real
 * ones. A test can hold a stage back to look at a run under way.
 */
import { createHash } from 'node:crypto';
import { Context } from '@temporalio/activity';
import type { Mongo } from '@rounds/adapters/mongo/client';
import { systemClock } from '@rounds/adapters/clock';
import { createFingerprintsRepository } from '@rounds/adapters/mongo/fingerprints.repository';
import { removeArtefacts } from '@rounds/adapters/mongo/remove-artefacts';
import type { ObjectStore } from '@rounds/adapters/s3/object-store';
import type {
  AggregateActivities,
  FetchActivities,
  InspectInput,
  NotifyActivities,
  RenderActivities,
  RenderInput,
} from '@rounds/contracts/activities';
import { FORMAT_FILES, type Format } from '@rounds/contracts/formats';
import type { Finding } from '@rounds/contracts/gate';
import { deliveryId } from '@rounds/contracts/ids';
import type { Artefact } from '@rounds/contracts/run';
import { scopeKey, type Scope } from '@rounds/contracts/scope';
import { datasetFor } from './records.ts';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

const BEAT_MS = 50;

export class StageFakes implements FetchActivities, AggregateActivities, RenderActivities, NotifyActivities {
  /** The stages that were at work, as `<stage> <run id>`, each attempt once. */
  readonly calls: string[] = [];
  private held: PromiseWithResolvers | undefined;
  /** Mails that were sent, each once. */
  readonly mails: { readonly runId: string; readonly recipientId: string; readonly partial: boolean }[] = [];
  private found: (input: InspectInput) => Finding[] = () => [];
  private readonly faults = new Map<keyof StageFakes, () => Error>();

  constructor(
    private readonly mongo: Mongo,
    readonly objects: ObjectStore,
  ) {}

  /** From now on runs stay in their first stage until `release`. */
  hold(): void {
    let resolve: () => void = () => undefined;
    const promise = new Promise<void>((done) => {
      resolve = done;
    });
    this.held = { promise, resolve };
  }

  release(): void {
    this.held?.resolve();
    this.held = undefined;
  }

  /** From now on the stage fails, until it is mended. */
  fail(stage: keyof StageFakes, fault: () => Error): void {
    this.faults.set(stage, fault);
  }

  /** From now on the gate finds these, until it is mended. A page that names something does not lack it any more. */
  find(findings: readonly Finding[], isWith: (scope: Scope) => boolean = () => true): void {
    this.found = ({ scope, lacking = [] }) =>
      isWith(scope) ? findings.filter((each) => !lacking.some(({ where }) => where === each.where)) : [];
  }

  mend(): void {
    this.faults.clear();
    this.found = () => [];
  }

  /** What was at work for a run, in its order. */
  stagesOf(runId: string): string[] {
    return this.calls.filter((call) => call.endsWith(` ${runId}`)).map((call) => call.split(' ')[0] ?? '');
  }

  private begin(stage: keyof StageFakes, runId: string): void {
    this.calls.push(`${stage} ${runId}`);
    const fault = this.faults.get(stage);
    if (fault !== undefined) throw fault();
  }

  freezeCut: FetchActivities['freezeCut'] = async ({ runId }) => {
    this.begin('freezeCut', runId);
    await this.whileHeld();
    return { manifestKey: `cuts/${runId}/manifest.json`, sha256: sha256(runId), rows: 12, documents: 1 };
  };

  discardCut: FetchActivities['discardCut'] = () => Promise.resolve();

  aggregate: AggregateActivities['aggregate'] = async ({ run, scope }) => {
    this.begin('aggregate', run.runId);
    const text = JSON.stringify(datasetFor(run, scope));
    const key = `datasets/${sha256(text)}.json`;
    await this.objects.put(key, Buffer.from(text), 'application/json');
    return { key, sha256: sha256(text), headlineKey: `headlines/${sha256(key)}.json` };
  };

  render: RenderActivities['render'] = async (input) => {
    this.begin('render', input.runId);
    return Promise.all(input.formats.map((format) => this.draw(input, format)));
  };

  // oxlint-disable-next-line typescript/require-await
  inspect: RenderActivities['inspect'] = async (input) => {
    const fault = this.faults.get('inspect');
    if (fault !== undefined) throw fault();
    return this.found(input);
  };

  discardArtefacts: RenderActivities['discardArtefacts'] = async ({ runId }) => {
    await removeArtefacts(this.mongo, this.objects, runId, systemClock);
  };

  notify: NotifyActivities['notify'] = async ({ run, recipientId, partial = false }) => {
    const { runId, studyId } = run;
    this.begin('notify', runId);
    const at = systemClock();
    const _id = deliveryId(runId, recipientId, 'email');
    // As the ledger: nobody gets a second mail.
    const deliveries = this.mongo.collection('deliveries');
    const before = await deliveries.findOne({ _id });
    if (before !== null && before.status !== 'failed') return { recipientId, status: 'accepted' };
    this.mails.push({ runId, recipientId, partial });
    const row = {
      ...{ runId, studyId, recipientId },
      ...(run.subscriptionId === undefined ? {} : { subscriptionId: run.subscriptionId }),
      ...(before?.former === undefined ? {} : { former: before.former }),
      channel: 'email' as const,
      status: 'accepted' as const,
      acceptedAt: at,
      updatedAt: at,
    };
    await deliveries.replaceOne({ _id }, row, { upsert: true });
    return { recipientId, status: 'accepted' };
  };

  private async draw({ runId, studyId, scope, lacking }: RenderInput, format: Format): Promise<Artefact> {
    const text = `${format} of ${runId} for ${scopeKey(scope)}${lacking === undefined ? '' : ', partial'}`;
    const hash = sha256(text);
    const { extension, mediaType } = FORMAT_FILES[format];
    const artefact = { format, key: `artefacts/${hash}.${extension}`, sha256: hash, bytes: text.length };
    await this.objects.put(artefact.key, Buffer.from(text), mediaType);
    const _id = `${runId}|${scopeKey(scope)}|${format}`;
    const record = { _id, runId, studyId, scope, ...artefact, storedAt: systemClock() };
    await createFingerprintsRepository(this.mongo).remember(record);
    await this.mongo.collection('artefacts').replaceOne({ _id }, record, { upsert: true });
    return artefact;
  }

  /** Beats, so that a cancellation reaches it. */
  private async whileHeld(): Promise<void> {
    while (this.held !== undefined) {
      const context = Context.current();
      context.heartbeat();
      await Promise.race([this.held.promise, context.sleep(BEAT_MS)]);
    }
  }
}

interface PromiseWithResolvers {
  readonly promise: Promise<void>;
  readonly resolve: () => void;
}
