import type { RunDocument } from '@rounds/contracts/collections';
import { systemClock } from '@rounds/adapters/clock';
import { RoundsError } from '@rounds/contracts/errors';
import { reportWorkflowId } from '@rounds/contracts/ids';

import { openApiBed, type ApiBed, type Json } from './api-bed.ts';
import { ALL_BLINDED, subscriptionDocument } from './records.ts';

/** Failed jobs that are resumed, by the real workflows and records; Temporal may have forgotten them. */
let bed: ApiBed;
const ANNA = 'anna@example.org';
const BEN = 'ben@example.org';

beforeAll(async () => {
  bed = await openApiBed('redrive');
  await bed.addStudy('S1');
  await bed.grant(ANNA, 'S1');
  await bed.grant(BEN, 'S1');
});
afterAll(() => bed.close());
afterEach(() => {
  bed.fakes.mend();
  bed.fakes.release();
});

const record = (jobId: string) => bed.mongo.collection('runs').findOne({ _id: jobId });
const job = async (jobId: string): Promise<Json> =>
  (await bed.call('GET', `/api/v1/jobs/${jobId}`, { as: ANNA })).json;
const redrive = (jobId: string, as = ANNA) => bed.call('POST', `/api/v1/jobs/${jobId}/redrive`, { as });

const until = async (jobId: string, holds: (shown: Json) => boolean): Promise<Json> => {
  for (const end = performance.now() + 20_000; performance.now() < end;) {
    const shown = await job(jobId);
    if (holds(shown)) return shown;
  }
  throw new Error(`The job did not come to it: ${JSON.stringify(await job(jobId))}`);
};
const ended = (shown: Json): boolean => !['queued', 'processing'].includes(shown.status);

const broken = () => new RoundsError('RENDER_INCOMPLETE', 'A text is missing from the page.');

const failing = async (stage: 'freezeCut' | 'aggregate' | 'render'): Promise<string> => {
  bed.fakes.fail(stage, broken);
  const body = { studyId: 'S1', reportType: 'study-weekly' };
  const { json } = await bed.call('POST', '/api/v1/reports/generate', { as: ANNA, body });
  expect(await until(json.jobId, ended)).toMatchObject({ status: 'failed' });
  bed.fakes.mend();
  return json.jobId;
};

/** The same record under another id, which no workflow ever had: as after the retention of the namespace. */
const forgotten = async (jobId: string, changes: Partial<RunDocument> = {}): Promise<string> => {
  const run = await record(jobId);
  if (run === null) throw new Error('There is no such run.');
  const _id = `${jobId}-forgotten`;
  await bed.mongo.collection('runs').insertOne({ ...run, ...changes, _id });
  return _id;
};

describe('a failed job that is resumed', () => {
  it.each([
    ['freezeCut', 'fetching-data', ['freezeCut', 'freezeCut', 'aggregate', 'render']],
    ['aggregate', 'building-report', ['freezeCut', 'aggregate', 'aggregate', 'render']],
    ['render', 'generating-file', ['freezeCut', 'aggregate', 'render', 'render']],
  ] as const)('goes on from %s, on its own cut', async (stage, step, stages) => {
    const jobId = await failing(stage);
    const before = await record(jobId);
    expect((await redrive(jobId)).status).toBe(202);
    const done = await until(jobId, ended);
    expect(done).toMatchObject({
      ...{ status: 'completed', redrives: 1, error: null },
      earlierErrors: [{ code: 'RENDER_INCOMPLETE', step }],
    });
    expect(bed.fakes.stagesOf(jobId)).toEqual(stages);
    const after = await record(jobId);
    if (before?.cut !== undefined) expect(after?.cut).toEqual(before.cut);
    expect(after?.cut?.sha256).toMatch(/^[0-9a-f]{64}$/);
  });

  it('goes on as well when Temporal has forgotten it', async () => {
    const jobId = await forgotten(await failing('render'));
    expect((await redrive(jobId)).status).toBe(202);
    expect(await until(jobId, ended)).toMatchObject({ status: 'completed', redrives: 1 });
    expect(bed.fakes.stagesOf(jobId)).toEqual(['render']);
  });

  it('is mailed when it is a subscription’s, which counts it no second time', async () => {
    const anna = await bed.grant(ANNA, 'S1');
    const _id = 'sub_redriven';
    const failed = await failing('render');
    const jobId = await forgotten(failed, {
      ...{ trigger: 'schedule', subscriptionId: _id, requestedBy: anna },
      audience: [{ scope: ALL_BLINDED, recipients: [anna] }],
    });
    await bed.mongo.collection('subscriptions').insertOne({
      ...subscriptionDocument({ _id, ownerId: anna, recipients: [anna], runCount: 7 }),
      lastRun: { runId: jobId, status: 'failed', at: systemClock() },
    });
    await redrive(jobId);
    expect(await until(jobId, ended)).toMatchObject({
      ...{ status: 'completed', redrives: 1, trigger: 'schedule' },
      deliveries: [{ recipient: ANNA, status: 'accepted' }],
    });
    expect(await bed.mongo.collection('subscriptions').findOne({ _id })).toMatchObject({
      ...{ runCount: 7, lastRun: { runId: jobId, status: 'completed' } },
      lastDeliveredCut: { sha256: (await record(failed))?.cut?.sha256 },
    });
  });

  it('may fail and be resumed again', async () => {
    const jobId = await failing('aggregate');
    bed.fakes.fail('render', broken);
    await redrive(jobId);
    expect(await until(jobId, ended)).toMatchObject({ status: 'failed', redrives: 1 });
    bed.fakes.mend();
    await redrive(jobId);
    expect(await until(jobId, ended)).toMatchObject({
      ...{ status: 'completed', redrives: 2 },
      earlierErrors: [{ step: 'building-report' }, { step: 'generating-file' }],
    });
    expect(bed.fakes.stagesOf(jobId)).toEqual(['freezeCut', 'aggregate', 'aggregate', 'render', 'render']);
  });

  it('is resumed once by several who ask at the same time', async () => {
    const jobId = await failing('render');
    const answers = await Promise.all([redrive(jobId), redrive(jobId), redrive(jobId)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([202, 409, 409]);
    expect(await until(jobId, ended)).toMatchObject({ status: 'completed', redrives: 1 });
  });

  it('is started by the next reconciliation when nobody could start it', async () => {
    const jobId = await failing('render');
    // A workflow closes a moment after its record: closed later than it was queued again, it would be of this try.
    const handle = bed.temporal.client.workflow.getHandle(reportWorkflowId(jobId));
    await expect(handle.result()).rejects.toThrow();
    const longAgo = new Date(systemClock().getTime() - 60_000);
    // As the API leaves it when it dies between the record and the start.
    await bed.mongo.collection('runs').updateOne(
      { _id: jobId },
      {
        $set: { status: 'queued', redrives: 1, createdAt: longAgo, queuedAt: systemClock() },
        $unset: { fault: '', finishedAt: '' },
      },
    );
    expect((await job(jobId)).status).toBe('queued');
    // Whoever just wrote a record is left the time to start it.
    await new Promise((done) => setTimeout(done, 5_100));
    await bed.temporal.client.workflow.execute('reconciliation', {
      taskQueue: 'workflows',
      workflowId: `reconciliation-${jobId}`,
    });
    expect(await until(jobId, ended)).toMatchObject({ status: 'completed' });
  });
});

describe('resuming is refused', () => {
  it.each([['completed'], ['processing']])('for a job that is %s', async (status) => {
    if (status === 'processing') bed.fakes.hold();
    const body = { studyId: 'S1', reportType: 'study-weekly' };
    const { json } = await bed.call('POST', '/api/v1/reports/generate', { as: ANNA, body });
    await until(json.jobId, (shown) => shown.status === status);
    const refused = await redrive(json.jobId);
    expect([refused.status, refused.json.code]).toEqual([409, 'CONFLICT']);
  });

  it('to whoever did not ask for the job, but not to an operator', async () => {
    const jobId = await failing('render');
    expect((await redrive(jobId, BEN)).status).toBe(404);
    await bed.addRole('op@example.org', 'operator');
    expect((await redrive(jobId, 'op@example.org')).status).toBe(202);
    await until(jobId, ended);
  });

  it('once its cut was removed', async () => {
    const jobId = await failing('render');
    await bed.mongo.collection('runs').updateOne({ _id: jobId }, { $set: { expiredAt: systemClock() } });
    const refused = await redrive(jobId);
    expect([refused.status, refused.json.code]).toEqual([409, 'CONFLICT']);
  });

  it('for one that was terminated, until that is recorded', async () => {
    bed.fakes.hold();
    const body = { studyId: 'S1', reportType: 'study-weekly' };
    const { json } = await bed.call('POST', '/api/v1/reports/generate', { as: ANNA, body });
    await until(json.jobId, ({ step }) => step === 'fetching-data');
    await bed.temporal.client.workflow.getHandle(reportWorkflowId(json.jobId)).terminate();
    bed.fakes.release();
    const old = { createdAt: new Date(systemClock().getTime() - 60_000) };
    await bed.mongo.collection('runs').updateOne({ _id: json.jobId }, { $set: old });
    const refused = await redrive(json.jobId);
    expect([refused.status, Number(refused.headers.get('retry-after'))]).toEqual([409, 5]);
    // It asked for the record to be brought up to date.
    for (const end = performance.now() + 20_000; performance.now() < end;)
      if ((await redrive(json.jobId)).status === 202) break;
    expect(await until(json.jobId, ended)).toMatchObject({ status: 'completed', redrives: 1 });
  });
});
