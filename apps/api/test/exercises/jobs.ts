import { systemClock } from '@rounds/adapters/clock';
import { followJob } from '@rounds/client/job-events';
import { RoundsError } from '@rounds/contracts/errors';
import { asTold } from '@rounds/contracts/why';
import { BEN, WISH, type Exercises, type Scene } from './scene.ts';

/** A job of which a mail to Ben has not arrived. */
const undelivered = async (
  { bed, ben, newJob, end }: Scene,
  status: 'failed' | 'unknown',
): Promise<string> => {
  const jobId = await newJob();
  await end(jobId);
  const run = await bed.mongo.collection('runs').findOne({ _id: jobId });
  const [{ scope, dataset } = { scope: undefined, dataset: undefined }] = run?.datasets ?? [];
  if (scope === undefined) throw new Error('The job has made nothing.');
  await bed.objects.put(dataset.headlineKey, Buffer.from('{}'), 'application/json');
  const fault = { code: 'MAIL_REJECTED', why: asTold('Refused.'), step: 'storing-file' } as const;
  const partly = { status: 'partly-delivered', fault, audience: [{ scope, recipients: [ben] }] } as const;
  await bed.mongo.collection('runs').updateOne({ _id: jobId }, { $set: partly });
  await bed.mongo.collection('deliveries').insertOne({
    ...{ _id: `${jobId}|${ben}|email`, runId: jobId, studyId: 'S1', recipientId: ben },
    ...{ channel: 'email', status, updatedAt: systemClock() },
  });
  return jobId;
};

const completed = async ({ rounds, job }: Scene, jobId: string): Promise<void> => {
  for (const end = performance.now() + 20_000; performance.now() < end;) {
    const { status, deliveries } = await rounds.get('/api/v1/jobs/{jobId}', { params: job(jobId) });
    if (status !== 'completed') continue;
    expect(deliveries).toMatchObject([{ recipient: BEN, status: 'accepted' }]);
    return;
  }
  throw new Error('The mail was not sent.');
};

export const jobExercises: Exercises = {
  'POST /api/v1/reports/generate': async ({ rounds, receiver, made }) => {
    const body = { ...WISH, formats: ['pdf' as const], callback: { url: receiver.url } };
    const accepted = await rounds.post('/api/v1/reports/generate', { body });
    made.job = accepted.jobId;
    const waited = await rounds.send('post', '/api/v1/reports/generate', {
      body: WISH,
      params: { header: { Prefer: 'wait=60' } },
    });
    expect([waited.response.status, waited.data.status]).toEqual([200, 'completed']);
  },
  'GET /api/v1/jobs/{jobId}/events': async ({ rounds, made }) => {
    const steps: string[] = [];
    for await (const { type, status, step } of followJob(rounds, made.job))
      steps.push(`${type} ${status} ${step}`);
    expect(steps.at(-1)).toBe('end completed complete');
    expect(new Set(steps).size).toBe(steps.length);
  },
  'GET /api/v1/jobs/{jobId}': async ({ rounds, job }) => {
    const { status, outputs } = await rounds.get('/api/v1/jobs/{jobId}', { params: job() });
    expect([status, outputs.map(({ format }) => format)]).toEqual(['completed', ['pdf']]);
  },
  'GET /api/v1/jobs/{jobId}/view': async ({ rounds, job, anna }) => {
    const { scope, report } = await rounds.get('/api/v1/jobs/{jobId}/view', { params: job() });
    expect([scope, report.language]).toEqual([{ sites: 'all', unblinded: true }, 'en']);
    const { openings } = await rounds.get('/api/v1/jobs/{jobId}', { params: job() });
    expect(openings).toMatchObject([{ userId: anna, looks: 1, downloads: 0 }]);
  },
  'GET /api/v1/jobs/{jobId}/content': async ({ rounds, made }) => {
    const response = await rounds.open(`/api/v1/jobs/${made.job}/content?format=pdf`);
    expect(response.headers.get('content-disposition')).toMatch(/^inline; filename=".*\.pdf"$/);
  },
  'GET /api/v1/jobs': async ({ rounds, made }) => {
    const { items } = await rounds.get('/api/v1/jobs', {
      params: { query: { status: 'completed', limit: 100 } },
    });
    expect(items.map(({ jobId }) => jobId)).toContain(made.job);
  },
  'GET /api/v1/jobs/{jobId}/download': async ({ rounds, made }) => {
    const file = await rounds.open(`/api/v1/jobs/${made.job}/download?format=pdf`);
    expect(await file.text()).toBe(`pdf of ${made.job} for all-unblinded`);
    const led = await rounds.open(`/api/v1/jobs/${made.job}/download`, { redirect: 'manual' });
    expect(led.status).toBe(302);
  },
  'POST /api/v1/verify': async ({ rounds, made, job }) => {
    const { outputs } = await rounds.get('/api/v1/jobs/{jobId}', { params: job() });
    const sha256 = outputs[0]?.sha256 ?? '';
    expect(await rounds.post('/api/v1/verify', { body: { sha256 } })).toMatchObject({
      ...{ verdict: 'genuine', matches: [{ run: { jobId: made.job }, file: { format: 'pdf' } }] },
    });
  },
  'DELETE /api/v1/jobs/{jobId}': async ({ rounds, bed, end, newJob, job }) => {
    bed.fakes.hold();
    const jobId = await newJob();
    await rounds.delete('/api/v1/jobs/{jobId}', { params: job(jobId) });
    bed.fakes.release();
    expect((await end(jobId)).status).toBe('cancelled');
  },
  'POST /api/v1/jobs/{jobId}/redrive': async ({ rounds, bed, made, end, newJob, job }) => {
    bed.fakes.fail('render', () => new RoundsError('RENDER_INCOMPLETE', 'A text is missing from the page.'));
    made.failed = await newJob();
    expect((await end(made.failed)).status).toBe('failed');
    bed.fakes.mend();
    await rounds.post('/api/v1/jobs/{jobId}/redrive', { params: job(made.failed) });
    const resumed = await end(made.failed);
    expect(resumed.status).toBe('completed');
  },
  'POST /api/v1/jobs/{jobId}/release': async ({ rounds, bed, end, newJob, job }) => {
    bed.fakes.find([{ check: 'pages', where: 'pdf, page 3', code: 'page-blank' }]);
    const jobId = await newJob();
    expect((await end(jobId)).status).toBe('quarantined');
    bed.fakes.mend();
    const reason = 'It is blank on purpose.';
    await rounds.post('/api/v1/jobs/{jobId}/release', { params: job(jobId), body: { reason } });
    expect((await end(jobId)).status).toBe('completed');
  },
  'POST /api/v1/jobs/{jobId}/deliveries/{recipient}/retry': async (scene) => {
    const jobId = await undelivered(scene, 'failed');
    const path = { jobId, recipient: BEN };
    await scene.rounds.post('/api/v1/jobs/{jobId}/deliveries/{recipient}/retry', { params: { path } });
    await completed(scene, jobId);
  },
  'POST /api/v1/jobs/{jobId}/deliveries/retry': async (scene) => {
    const jobId = await undelivered(scene, 'failed');
    await scene.rounds.post('/api/v1/jobs/{jobId}/deliveries/retry', { params: scene.job(jobId) });
    await completed(scene, jobId);
  },
  'GET /api/v1/admin/mails-in-doubt': async (scene) => {
    const jobId = await undelivered(scene, 'unknown');
    scene.made.inDoubt = jobId;
    const { items } = await scene.operator.get('/api/v1/admin/mails-in-doubt');
    expect(items).toMatchObject([{ jobId, recipient: BEN, recipientId: scene.ben }]);
  },
  'POST /api/v1/jobs/{jobId}/deliveries/{recipient}/decision': async (scene) => {
    const params = { path: { jobId: scene.made.inDoubt, recipient: BEN } };
    const body = { decision: 'sent' } as const;
    await scene.rounds.post('/api/v1/jobs/{jobId}/deliveries/{recipient}/decision', { params, body });
    await completed(scene, scene.made.inDoubt);
  },
  'DELETE /api/v1/jobs/{jobId}/links': async ({ rounds, made, job, linkToken }) => {
    await linkToken(made.failed);
    expect(await rounds.delete('/api/v1/jobs/{jobId}/links', { params: job(made.failed) })).toEqual({
      revoked: 1,
    });
  },
};
