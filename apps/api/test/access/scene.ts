/** Who there is, and what belongs to whom: the records that the table of rights asks for. */
import { createHash } from 'node:crypto';
import { systemClock } from '@rounds/adapters/clock';
import { parseSecretKeys, seal } from '@rounds/adapters/crypto/sealed';
import type { RunDocument } from '@rounds/contracts/collections';
import type { Scope } from '@rounds/contracts/scope';
import { nextRun } from '@rounds/contracts/timetable-arithmetic';
import { asTold, because } from '@rounds/contracts/why';
import { openApiBed, type ApiBed } from '../api-bed.ts';
import {
  addArtefact,
  addDataset,
  addLink,
  ALL_BLINDED,
  artefactOf,
  fileOf,
  importDocument,
  openRun,
  runDocument,
  subscriptionDocument,
} from '../records.ts';

/**
 * `owner` sees the study S1 unblinded, subscribed to its report and asked for the runs; `recipient` gets the report,
 * blinded; `site` gets it too, but sees a site that it does not cover; `member` has nothing to do with any of it.
 * `stranger` is a member of S2. `operator` and `auditor` are members of none.
 */
export const CALLERS = ['owner', 'recipient', 'site', 'member', 'stranger', 'operator', 'auditor'] as const;
export type Who = (typeof CALLERS)[number];
export const emailOf = (who: Who) => `${who}@example.org`;

/** In the title of S1: of all callers, only `owner` may read it. */
export const DRUG = 'Xanomeline';
export const BLINDED_TITLE = 'A study of [blinded]';

const DAY_MS = 24 * 3_600_000;
const LINK_SECRET = 'a secret of at least thirty-two characters';
const timetable = { schedule: subscriptionDocument().schedule };
/** Due days of the next run of `sub_1` and of the one that is skipped. */
export const NEXT_DUE = nextRun(timetable, systemClock().getTime())?.due ?? '';
export const SKIPPED_DUE = nextRun(timetable, systemClock().getTime() + 21 * DAY_MS)?.due ?? '';

export interface Scene {
  readonly bed: ApiBed;
  readonly ids: Readonly<Record<'owner' | 'recipient' | 'site', string>>;
  /** Puts back what callers may have changed, so that each of them finds the same. */
  readonly restore: () => Promise<void>;
}

const addMembers = async (bed: ApiBed): Promise<Scene['ids']> => {
  await bed.addStudy('S1', `A study of ${DRUG}`, BLINDED_TITLE);
  for (const study of ['S2', 'S9']) await bed.addStudy(study);
  const ids = {
    owner: await bed.grant(emailOf('owner'), 'S1', { unblinded: true }),
    recipient: await bed.grant(emailOf('recipient'), 'S1'),
    site: await bed.grant(emailOf('site'), 'S1', { sites: ['799'] }),
  };
  await bed.grant(emailOf('member'), 'S1');
  await bed.grant(emailOf('stranger'), 'S2');
  for (const role of ['operator', 'auditor'] as const) await bed.addRole(emailOf(role), role);
  return ids;
};

/** What nobody changes: the files and the mails of the run that was made. */
const addMade = async (bed: ApiBed, run: RunDocument, recipientIds: readonly string[]): Promise<void> => {
  await addArtefact(bed, run, ALL_BLINDED);
  await addArtefact(bed, run, ALL_UNBLINDED);
  for (const recipientId of recipientIds) {
    await addLink(bed.mongo, LINK_SECRET, { runId: run._id, recipientId });
    await bed.mongo.collection('deliveries').insertOne({
      _id: `${run._id}|${recipientId}|email`,
      ...{ runId: run._id, studyId: 'S1', subscriptionId: 'sub_1', recipientId },
      ...{ channel: 'email', status: 'accepted', updatedAt: systemClock() },
    });
  }
};

const ALL_UNBLINDED: Scope = { sites: 'all', unblinded: true };

const HELD_FAULT = {
  code: 'QUARANTINED',
  why: because('held-back', { held: 1, all: 1, found: 'documents 1' }),
  step: 'generating-file',
} as const;

const runsOf = (requestedBy: string): [RunDocument, ...RunDocument[]] => [
  runDocument({ subscriptionId: 'sub_1', trigger: 'schedule', requestedBy }),
  openRun({
    _id: 'run_open',
    subscriptionId: 'sub_1',
    requestedBy,
    scheduledFor: new Date(systemClock().getTime() + DAY_MS),
  }),
  runDocument({
    ...{ _id: 'run_failed', subscriptionId: 'sub_1', requestedBy, status: 'failed' },
    fault: { code: 'RENDER_INCOMPLETE', why: asTold('A text is missing.'), step: 'generating-file' },
  }),
  runDocument({
    ...{ _id: 'run_partly', subscriptionId: 'sub_1', requestedBy, status: 'partly-delivered' },
    fault: { code: 'MAIL_REJECTED', why: asTold('The address was refused.'), step: 'storing-file' },
  }),
  runDocument({
    ...{ _id: 'run_held', subscriptionId: 'sub_1', requestedBy, status: 'quarantined', fault: HELD_FAULT },
    held: [
      {
        ...{ scope: ALL_BLINDED, artefacts: [artefactOf('run_held', ALL_BLINDED)] },
        findings: [{ check: 'documents', where: 'document doc_1', code: 'bytes-gone' }],
      },
    ],
  }),
];

/** Of a study of the members', and of another that they must not read of. */
const templateOf = (createdBy: string) => ({
  ...{ _id: 'of-s1@1', name: 'of-s1', version: 1, title: 'Of S1', studies: ['S1', 'S9'] },
  ...{ reportType: 'study-weekly', parameters: {}, branding: {}, revision: 1, createdBy },
  ...{ createdAt: systemClock(), updatedAt: systemClock() },
});

const webhookOf = (bed: ApiBed, ownerId: string) => ({
  secret: {
    ...{ _id: 'whs_1', ownerId, createdAt: systemClock() },
    sealed: seal(
      parseSecretKeys(bed.config.ROUNDS_SECRET_KEYS),
      `whsec_${Buffer.alloc(32).toString('base64')}`,
    ),
  },
  delivery: {
    ...{
      _id: 'whd_1',
      runId: 'run_1',
      studyId: 'S1',
      ownerId,
      url: 'http://127.0.0.1:9/',
      style: 'rounds' as const,
    },
    payload: { jobId: 'run_1', status: 'completed' as const, retryCount: 0 },
    ...{ state: 'given-up' as const, replays: 0, attempts: [], createdAt: systemClock() },
  },
});

export const openScene = async (): Promise<Scene> => {
  const bed = await openApiBed('access', { workers: false });
  const ids = await addMembers(bed);
  const [made, ...others] = runsOf(ids.owner);
  const datasets = [ALL_BLINDED, ALL_UNBLINDED].map((scope) => addDataset(bed.objects, made, scope));
  const runs = [{ ...made, datasets: await Promise.all(datasets) }, ...others] as const;
  await addMade(bed, runs[0], Object.values(ids));
  await addArtefact(bed, runDocument({ _id: 'run_held' }), ALL_BLINDED);
  await bed.mongo.collection('deliveries').insertOne({
    _id: `run_partly|${ids.owner}|email`,
    ...{ runId: 'run_partly', studyId: 'S1', subscriptionId: 'sub_1', recipientId: ids.owner },
    ...{ channel: 'email', status: 'failed', code: 'MAIL_REJECTED', updatedAt: systemClock() },
  });
  const subscription = subscriptionDocument({
    ...{ ownerId: ids.owner, recipients: Object.values(ids) },
    exceptions: [{ due: SKIPPED_DUE, to: null }],
  });
  const over = subscriptionDocument({ _id: 'sub_over', ownerId: ids.owner, status: 'cancelled' });
  const paused = { ...subscription, _id: 'sub_paused', status: 'paused' } as const;
  const subscriptions = [subscription, over, paused];
  const { secret, delivery } = webhookOf(bed, ids.owner);
  await bed.mongo.collection('imports').insertOne(importDocument({ files: [fileOf(`${DRUG}.xpt`)] }));
  const bytes = Buffer.from('She felt well.');
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  await bed.objects.put(`documents/${sha256}`, bytes, 'text/plain');
  await bed.mongo.collection('documents').insertOne({
    ...{ _id: 'doc_1', studyId: 'S1', siteId: null, subject: null, kind: 'text', title: DRUG, caption: DRUG },
    ...{ fileName: `${DRUG}.txt`, mediaType: 'text/plain', key: `documents/${sha256}`, sha256 },
    ...{ bytes: bytes.length, receivedAt: systemClock() },
  });
  const suppression = { _id: 'sup_1', addressHash: 'ab', userId: ids.recipient, why: 'bounced' as const };
  const put = { upsert: true };

  const memberships = await bed.mongo.collection('memberships').find().toArray();

  const restore = async (): Promise<void> => {
    await Promise.all([
      ...memberships.map((each) =>
        bed.mongo.collection('memberships').replaceOne({ _id: each._id }, each, put),
      ),
      ...subscriptions.map((each) =>
        bed.mongo.collection('subscriptions').replaceOne({ _id: each._id }, each, put),
      ),
      ...runs.map((run) => bed.mongo.collection('runs').replaceOne({ _id: run._id }, run, put)),
      bed.mongo.collection('templates').replaceOne({ _id: 'of-s1@1' }, templateOf(ids.owner), put),
      bed.mongo.collection('webhookSecrets').replaceOne({ _id: secret._id }, secret, put),
      bed.mongo.collection('webhookDeliveries').replaceOne({ _id: delivery._id }, delivery, put),
      bed.mongo
        .collection('suppressions')
        .replaceOne({ _id: 'sup_1' }, { ...suppression, createdAt: systemClock() }, put),
      bed.mongo.collection('halts').deleteMany({}),
      bed.mongo.collection('studies').updateOne({ _id: 'S1' }, { $unset: { closedAt: true } }),
    ]);
  };
  await restore();
  return { bed, ids, restore };
};
