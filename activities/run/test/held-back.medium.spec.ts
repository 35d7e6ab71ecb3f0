import { directly } from '@rounds/adapters/testing/directly';
import type { Mongo } from '@rounds/adapters/mongo/client';
import { createRunsRepository } from '@rounds/adapters/mongo/runs.repository';
import type { RunActivities } from '@rounds/contracts/activities';
import { asTold } from '@rounds/contracts/why';
import { addMember, addSubscription, requestOf } from '@rounds/adapters/testing/subscription-scene';
import { NOW, clientWith, openScene } from './scene.ts';

/** A run that the gate holds back, on a real MongoDB as its `housekeeping` user; Temporal is a recorder. */
const SCOPE = { sites: 'all', unblinded: false } as const;
const started: string[] = [];
let root: Mongo;
let runs: RunActivities;
let close: () => Promise<void>;

beforeAll(async () => {
  ({ root, runs, close } = await openScene(
    'held',
    clientWith((id) => started.push(id)),
  ));
});
afterAll(() => close());

it('keeps what was held back, tells of it, and hands on what was released of it', async () => {
  const owner = await addMember(root);
  const people = { ownerId: owner, recipients: [owner] };
  const subscription = await addSubscription(root, people, { incomplete: 'partial' });
  const request = requestOf(subscription);
  const { runId } = request;
  expect(await runs.openRun(request)).toMatchObject({ state: 'ready', incomplete: 'partial' });

  const finding = { check: 'pages', where: 'pdf, page 3', code: 'page-blank' } as const;
  const held = [{ scope: SCOPE, artefacts: [], findings: [finding] }];
  const fault = { code: 'QUARANTINED', why: asTold('It was held back.'), step: 'generating-file' } as const;
  const end = { runId, status: 'quarantined', fault, held, outputs: [], deliveries: [] } as const;
  await runs.closeRun(end);
  await runs.closeRun({ ...end, status: 'completed' });
  const run = await root.collection('runs').findOne({ _id: runId });
  expect(run).toMatchObject({ status: 'quarantined', fault, held });
  expect(await root.collection('subscriptions').findOne({ _id: subscription._id })).toMatchObject({
    ...{ runCount: 1, lastRun: { runId, status: 'quarantined' } },
  });
  expect(new Set(started)).toEqual(new Set([`notice/run-quarantined.${runId}.${String(NOW.getTime())}`]));
  if (run === null) throw new Error('The run is gone.');
  expect(await runs.openRun(request)).toEqual({ state: 'finished', status: 'quarantined' });

  const outputs = [{ scope: SCOPE, artefacts: [] }];
  const release = { by: owner, at: NOW, reason: 'It is blank on purpose.' };
  const earlier = { fault, held, release, queuedAt: NOW, finishedAt: NOW, steps: [] };
  await createRunsRepository(root).reopen(run, earlier, NOW, { outputs }, directly);
  expect(await runs.openRun({ ...request, redrive: 1 })).toMatchObject({
    ...{ state: 'ready', incomplete: 'partial', made: { outputs, mailed: false } },
  });
  const again = await root.collection('runs').findOne({ _id: runId });
  expect(again).toMatchObject({ status: 'processing', earlierEnds: [{ held, release }] });
  expect(again).not.toHaveProperty('held');
});

it('keeps in the audit trail, once, what blinded readers did not get, and tells of it', async () => {
  const owner = await addMember(root);
  const subscription = await addSubscription(root, { ownerId: owner, recipients: [owner] });
  const request = requestOf(subscription);
  const { runId } = request;
  await runs.openRun(request);
  const fault = { where: 'documents.texts.text', documentId: 'doc_1' };
  const dataset = {
    ...{ key: 'k', sha256: 's', headlineKey: 'h' },
    blindingFaults: [fault, { where: 'study.title' }],
  };
  const end = { runId, status: 'completed', outputs: [], deliveries: [] } as const;
  for (let attempt = 0; attempt < 2; attempt++)
    await runs.closeRun({ ...end, datasets: [{ scope: SCOPE, dataset }] });
  expect(await root.collection('audit').find({ 'target.id': runId }).toArray()).toMatchObject([
    {
      ...{ actorId: owner, action: 'job.hide', studyId: subscription.studyId },
      details: { places: ['documents.texts.text', 'study.title'], documents: ['doc_1'] },
    },
  ]);
  expect(new Set(started.filter((id) => id.includes(runId)))).toEqual(
    new Set([`notice/hidden-from-blinded.${runId}.made`]),
  );
});
