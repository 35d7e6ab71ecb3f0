import { subscriptionWorkflowId } from '@rounds/contracts/ids';
import type { ApiBed, Json } from './api-bed.ts';
import { ANNA, BEN, callsOf, daysFromNow, openSubscriptionsBed } from './subscription-calls.ts';

/** What becomes of subscriptions that there are: over HTTP, with their workflows on a real Temporal server. */
let bed: ApiBed;
const { created, call, viewOf } = callsOf(() => bed);

beforeAll(async () => {
  bed = await openSubscriptionsBed('steering');
});
afterAll(() => bed.close());

describe('steering', () => {
  it('changes what is named, tells the workflow, keeps the rest', async () => {
    const { id } = await created();
    const schedule = { every: 'day', at: '06:15', timeZone: 'Asia/Tokyo' };
    const { status, json } = await call('PATCH', id, '', { schedule, recipients: [BEN] });
    expect(status).toBe(200);
    expect(json).toMatchObject({
      schedule,
      recipients: [BEN],
      formats: ['pdf', 'xlsx'],
      revision: 2,
      applied: true,
    });
    expect(await viewOf(id)).toMatchObject({ appliedRevision: 2, nextRunAt: Date.parse(json.nextRuns[0]) });
  });

  it('sets an end and removes it', async () => {
    const { id } = await created();
    const until = daysFromNow(10);
    expect((await call('PATCH', id, '', { until })).json.until).toBe(until);
    expect((await call('PATCH', id, '', { until: null })).json.until).toBeNull();
    const record = await bed.mongo.collection('subscriptions').findOne({ _id: id });
    expect(record).not.toHaveProperty('until');
  });

  it.each<[string, object, number, string]>([
    ['nothing', {}, 400, 'body'],
    ['nothing, equal or not', { evenIfEqual: true }, 400, 'body'],
    ['the study', { studyId: 'S2' }, 400, 'studyId'],
    ['the end to the past', { until: '2020-01-01' }, 400, 'until'],
    ['the recipients to strangers', { recipients: ['other@example.org'] }, 422, 'recipients.0'],
  ])('refuses to change %s', async (_what, body, status, field) => {
    const { id } = await created();
    const refused = await call('PATCH', id, '', body);
    expect([refused.status, refused.json.errors[0]?.field]).toEqual([status, field]);
    expect((await call('GET', id)).json.revision).toBe(1);
  });

  it('pauses and resumes, each again at no harm', async () => {
    const { id } = await created();
    for (let time = 1; time <= 2; time += 1) {
      expect((await call('POST', id, '/pause')).json).toMatchObject({
        status: 'paused',
        nextRuns: [],
        revision: 2,
      });
    }
    expect(await viewOf(id)).toMatchObject({ status: 'paused', nextRunAt: null });
    expect((await call('POST', id, '/resume')).json).toMatchObject({ status: 'active', revision: 3 });
    expect((await viewOf(id)).status).toBe('active');
  });

  it('cancels for good: the workflow ends, nothing steers it any more', async () => {
    const { id } = await created();
    expect((await call('DELETE', id)).json).toMatchObject({ status: 'cancelled', nextRuns: [] });
    await bed.temporal.client.workflow.getHandle(subscriptionWorkflowId(id)).result();
    expect((await call('DELETE', id)).status).toBe(200);
    for (const action of ['/pause', '/resume', '/run-now']) {
      const refused = await call('POST', id, action, {});
      expect([refused.status, refused.json.code]).toEqual([409, 'CONFLICT']);
    }
    expect((await call('PATCH', id, '', { formats: ['csv'] })).status).toBe(409);
  });

  it('lets one of two writers through, and tells the other', async () => {
    const { id } = await created();
    const wishes = ['csv', 'json', 'xlsx'].map((format) => call('PATCH', id, '', { formats: [format] }));
    const statuses = (await Promise.all(wishes)).map(({ status }) => status);
    expect(statuses.filter((status) => status === 200).length).toBeGreaterThanOrEqual(1);
    expect(statuses.every((status) => [200, 409].includes(status))).toBe(true);
    const { revision } = (await call('GET', id)).json;
    expect(revision).toBe(1 + statuses.filter((status) => status === 200).length);
  });
});

describe('run-now', () => {
  const finished = async (jobId: string): Promise<Json> => {
    await bed.temporal.client.workflow.getHandle(`report/${jobId}`).result();
    return (await bed.call('GET', `/api/v1/jobs/${jobId}`, { as: ANNA })).json;
  };

  it('answers with a job that can be watched at once, and mails each recipient', async () => {
    const { id } = await created({ recipients: [ANNA, BEN] });
    bed.fakes.hold();
    const { status, json, headers } = await call('POST', id, '/run-now', {});
    expect([status, json.runId]).toEqual([202, json.jobId]);
    expect(headers.get('location')).toBe(`/api/v1/jobs/${json.jobId}`);
    const early = await bed.call('GET', `/api/v1/jobs/${json.jobId}`, { as: ANNA });
    expect(early.json).toMatchObject({ trigger: 'run-now', subscriptionId: id, studyId: 'S1' });
    expect(['queued', 'processing']).toContain(early.json.status);
    bed.fakes.release();
    const job = await finished(json.jobId);
    expect(job).toMatchObject({ status: 'completed', step: 'complete', progress: 100 });
    expect(job.deliveries.map(({ recipient }) => recipient).sort()).toEqual([ANNA, BEN]);
    expect((await call('GET', id)).json).toMatchObject({
      runCount: 1,
      lastRun: { jobId: json.jobId, status: 'completed' },
    });
  });

  it('finds the same run by the same request id, or key', async () => {
    const { id } = await created();
    const runIds = new Set<string>();
    for (let time = 1; time <= 2; time += 1) {
      runIds.add((await call('POST', id, '/run-now', { requestId: 'monday' })).json.runId);
    }
    expect([...runIds]).toEqual([`${id}.now-monday`]);
  });

  it('never takes the id of a scheduled run', async () => {
    const { id } = await created();
    const { json } = await call('POST', id, '/run-now', { requestId: '2026-11-23' });
    expect(json.runId).toBe(`${id}.now-2026-11-23`);
  });

  it('works while paused, and takes an empty body', async () => {
    const { id } = await created();
    await call('POST', id, '/pause');
    const { status, json } = await call('POST', id, '/run-now');
    expect(status).toBe(202);
    expect((await finished(json.jobId)).status).toBe('completed');
  });

  it.each([{ requestId: 'with space' }, { requestId: '' }, { when: 'now' }])('refuses %j', async (body) => {
    const { id } = await created();
    expect((await call('POST', id, '/run-now', body)).status).toBe(400);
  });
});
