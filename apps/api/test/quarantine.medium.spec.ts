import { leadsTo, mailsTo, type InboxMail } from '@rounds/activities-notify/testing/inbox';
import { RoundsError } from '@rounds/contracts/errors';
import type { Finding } from '@rounds/contracts/gate';
import { scopeKey } from '@rounds/contracts/scope';
import { openApiBed, type ApiBed, type Json } from './api-bed.ts';

/** Jobs that the gate holds back: real workflows, records, rights and notices; the gate finds what a test says. */
let bed: ApiBed;
const ANNA = 'anna-quarantine@example.org';
const BEN = 'ben-quarantine@example.org';
const CARLA = 'carla-quarantine@example.org';
const OPERATOR = 'op-quarantine@example.org';
const LOST: Finding = { check: 'documents', where: 'document doc_17', code: 'bytes-gone' };
const GENERATE = { studyId: 'S1', reportType: 'study-weekly' };
const REASON = 'The narrative is a duplicate; the sponsor knows.';

interface Held {
  readonly scope: { readonly sites: 'all' | string[]; readonly unblinded: boolean };
  readonly findings: Finding[];
  readonly files: { readonly format: string; readonly download: string }[];
}
interface Job extends Json {
  readonly held: readonly Held[];
  readonly outputs: readonly {
    readonly format: string;
    readonly download: string;
    lacking: Finding[] | null;
  }[];
}

beforeAll(async () => {
  bed = await openApiBed('quarantine');
  await bed.addStudy('S1');
  // One sees all, one a site of it, one sees all and owns nothing that the other may not see.
  await bed.grant(ANNA, 'S1', { unblinded: true });
  await bed.grant(BEN, 'S1', { sites: ['701'] });
  await bed.grant(CARLA, 'S1');
  await bed.addRole(OPERATOR, 'operator');
});
afterAll(() => bed.close());
afterEach(() => {
  bed.fakes.mend();
});

const get = (path: string, as = ANNA) => bed.call('GET', `/api/v1${path}`, { as });
const post = (path: string, body?: unknown, as = ANNA) =>
  bed.call('POST', `/api/v1${path}`, { as, ...(body === undefined ? {} : { body }) });
const job = async (jobId: string, as = ANNA) => (await get(`/jobs/${jobId}`, as)).json as Job;
const ended = async (jobId: string): Promise<Job> => {
  for (const end = performance.now() + 20_000; performance.now() < end;) {
    const shown = await job(jobId, OPERATOR);
    if (!['queued', 'processing'].includes(shown.status)) return shown;
  }
  throw new Error('The job did not end.');
};
const asked = async (body: object = {}): Promise<Job> => {
  const { json } = await post('/reports/generate', { ...GENERATE, ...body });
  return ended(json.jobId);
};
const subscribed = async (owner: string, recipients: readonly string[], more: object = {}): Promise<Job> => {
  const schedule = { every: 'week', at: '08:00', timeZone: 'UTC' };
  const { json } = await post(
    '/subscriptions',
    { ...GENERATE, schedule, recipients, evenIfEqual: true, ...more },
    owner,
  );
  const run = await post(`/subscriptions/${json.id}/run-now`, {}, owner);
  expect(run.status).toBe(202);
  return ended(run.json.jobId);
};
const mailed = (jobId: string) => bed.fakes.mails.filter(({ runId }) => runId === jobId);
const statusOf = async (path: string, as = ANNA) => {
  const { status, json } = await get(path, as);
  return [status, json.code];
};
const release = (jobId: string, as = ANNA, reason = REASON) => post(`/jobs/${jobId}/release`, { reason }, as);

describe('a job that is held back', () => {
  let held: Job;
  beforeAll(async () => {
    bed.fakes.find([LOST]);
    held = await asked({ formats: ['pdf', 'csv'] });
  });

  it('says so, with what was found, and offers no file', async () => {
    expect(held).toMatchObject({
      ...{ status: 'quarantined', progress: 70, step: 'generating-file', outputs: [] },
      error: { code: 'QUARANTINED', message: 'The gate before sending held the report back: documents 1.' },
      held: [{ scope: { sites: 'all', unblinded: true }, findings: [LOST], files: [{}, {}] }],
    });
    expect((await get('/jobs?status=quarantined')).json.items.map(({ jobId }) => jobId)).toContain(
      held.jobId,
    );
    const { text } = await get(`/jobs/${held.jobId}/events`);
    expect(text).toMatch(/event: end\ndata: \{[^\n]*"status":"quarantined"/);
  });

  it('is downloaded by nobody who does not say that they know', async () => {
    for (const format of ['pdf', 'csv'])
      expect(await statusOf(`/jobs/${held.jobId}/download?format=${format}`)).toEqual([409, 'QUARANTINED']);
    expect(await statusOf(`/jobs/${held.jobId}/download?quarantined=false`)).toEqual([409, 'QUARANTINED']);
    const [{ download } = { download: '' }] = held.held[0]?.files ?? [];
    const looked = await bed.call('GET', download, { as: ANNA });
    expect(looked.status).toBe(302);
    expect(await (await fetch(looked.headers.get('location') ?? '')).text()).toMatch(/ of run_/);
  });

  it('stands on the desk of failures and in the overview', async () => {
    const { json: overview } = await get('/admin/overview', OPERATOR);
    expect((overview as unknown as { quarantinedRuns: number }).quarantinedRuns).toBeGreaterThan(0);
    const { json: desk } = await get('/admin/failures', OPERATOR);
    expect(desk.items).toContainEqual(
      expect.objectContaining({ cause: 'QUARANTINED|generating-file', code: 'QUARANTINED' }),
    );
    const runIds = [held.jobId];
    expect((await post('/admin/failures/redrive', { runIds }, OPERATOR)).json).toMatchObject({ redriven: 1 });
  });

  it.each([
    ['no reason', {}, 'reason'],
    ['a short one', { reason: ' x ' }, 'reason'],
    ['a long one', { reason: 'x'.repeat(501) }, 'reason'],
    ['what is no field', { reason: REASON, force: true }, 'force'],
  ])('is not released with %s', async (_which, body, field) => {
    const refused = await post(`/jobs/${held.jobId}/release`, body);
    expect([refused.status, refused.json.errors[0]?.field]).toEqual([400, field]);
  });

  it('is released once by several who ask at the same time, and is then as any other', async () => {
    const answers = await Promise.all([1, 2, 3].map(() => release(held.jobId)));
    expect(answers.map(({ status }) => status).sort()).toEqual([202, 409, 409]);
    const done = await ended(held.jobId);
    expect(done).toMatchObject({
      ...{ status: 'completed', redrives: 1, held: [], error: null },
      outputs: [{ format: 'csv' }, { format: 'pdf' }],
      earlierErrors: [{ code: 'QUARANTINED', released: { by: ANNA, reason: REASON } }],
    });
    // The very files that were held.
    expect(bed.fakes.stagesOf(held.jobId)).toEqual(['freezeCut', 'aggregate', 'render']);
    expect((await get(`/jobs/${held.jobId}/download`)).status).toBe(302);
    expect((await get('/admin/audit?action=job.release', OPERATOR)).json.items).toMatchObject([
      { target: { id: held.jobId }, studyId: 'S1', details: { reason: REASON, reports: 1, findings: 1 } },
    ]);
    expect((await release(held.jobId)).json).toMatchObject({ code: 'CONFLICT' });
  });
});

describe('a job that was held back and is redriven', () => {
  it('is made anew on its own cut, and completed once nothing is found', async () => {
    bed.fakes.find([LOST]);
    const { jobId } = await asked();
    expect((await post(`/jobs/${jobId}/redrive`)).status).toBe(202);
    expect(await ended(jobId)).toMatchObject({ status: 'quarantined', redrives: 1 });
    bed.fakes.mend();
    await post(`/jobs/${jobId}/redrive`);
    expect(await ended(jobId)).toMatchObject({
      ...{ status: 'completed', redrives: 2, held: [] },
      earlierErrors: [{ code: 'QUARANTINED', released: null }, { code: 'QUARANTINED' }],
    });
    expect(bed.fakes.stagesOf(jobId)).toEqual([
      ...['freezeCut', 'aggregate', 'render', 'aggregate', 'render', 'aggregate', 'render'],
    ]);
  });
});

describe('a file that nobody has looked at yet', () => {
  it('is offered to nobody', async () => {
    bed.fakes.fail('inspect', () => new RoundsError('CUT_CORRUPT', 'The dataset is another one.'));
    const failed = await asked();
    expect(failed).toMatchObject({ status: 'failed', outputs: [], held: [] });
    for (const query of ['', '?quarantined=true'])
      expect(await statusOf(`/jobs/${failed.jobId}/download${query}`)).toEqual([404, 'NOT_FOUND']);
  });
});

describe('of a subscription’s run', () => {
  it('the sound reports are mailed, and the others after the release, nobody’s twice', async () => {
    bed.fakes.find([LOST], (scope) => scopeKey(scope) === '701-blinded');
    const { jobId, ...held } = await subscribed(ANNA, [ANNA, BEN]);
    expect(held).toMatchObject({ status: 'quarantined', held: [{ scope: { sites: ['701'] } }] });
    expect(held.deliveries).toMatchObject([{ recipient: ANNA, status: 'accepted' }]);
    expect((await get(`/jobs/${jobId}/download`)).status).toBe(302);
    // A recipient learns that there is one, and nothing of it.
    expect(await job(jobId, BEN)).toMatchObject({ status: 'quarantined', held: [], outputs: [] });
    expect(await statusOf(`/jobs/${jobId}/download`, BEN)).toEqual([409, 'QUARANTINED']);
    expect(await statusOf(`/jobs/${jobId}/download?quarantined=true`, BEN)).toEqual([403, 'FORBIDDEN']);
    expect(await statusOf(`/jobs/${jobId}`, CARLA)).toEqual([404, 'NOT_FOUND']);
    expect((await release(jobId, BEN)).status).toBe(403);

    expect((await release(jobId)).status).toBe(202);
    expect(await ended(jobId)).toMatchObject({ status: 'completed', held: [] });
    expect(mailed(jobId)).toHaveLength(2);
    expect((await get(`/jobs/${jobId}/download`, BEN)).status).toBe(302);
    expect(await job(jobId, BEN)).toMatchObject({ earlierErrors: [{ released: null }] });
  });

  it('what its owner may not see only an operator releases; each is told what they may know, once', async () => {
    bed.fakes.find([LOST], ({ sites }) => sites === 'all');
    const { jobId, status } = await subscribed(BEN, [BEN, CARLA]);
    expect(status).toBe('quarantined');
    expect(await job(jobId, BEN)).toMatchObject({ status: 'quarantined', held: [] });
    expect((await release(jobId, BEN)).status).toBe(403);
    const [toOwner, toOperator] = await Promise.all([noticeOf(BEN, jobId), noticeOf(OPERATOR, jobId)]);
    expect(toOperator.text).toContain('document doc_17: Its bytes are gone.');
    expect(toOwner.text).not.toContain('doc_17');
    expect(toOwner.text).toContain('1 more');

    expect((await release(jobId, OPERATOR)).status).toBe(202);
    expect(await ended(jobId)).toMatchObject({ status: 'completed' });
    const notices = await bed.mongo.collection('notices').find({ kind: 'run-quarantined' }).toArray();
    const ofRun = notices.filter(({ noticeId }) => noticeId.includes(jobId));
    expect(ofRun).toHaveLength(2);
  });

  it('an incomplete report is sent marked partial where that was asked for', async () => {
    bed.fakes.find([LOST], (scope) => scopeKey(scope) === '701-blinded');
    const { jobId, ...done } = await subscribed(ANNA, [ANNA, BEN], { incomplete: 'partial' });
    expect(done).toMatchObject({ status: 'completed', incomplete: 'partial', held: [] });
    expect(done.outputs.map(({ lacking }) => lacking).sort()).toMatchObject([[LOST], null]);
    const partial = mailed(jobId).filter((mail) => mail.partial);
    expect(partial).toHaveLength(1);
    expect((await job(jobId, BEN)).outputs).toMatchObject([{ lacking: [LOST] }]);
  });

  it('the policy is shown and changed with the subscription', async () => {
    const schedule = { every: 'week', at: '08:00', timeZone: 'UTC' };
    const { json } = await post('/subscriptions', { ...GENERATE, schedule, evenIfEqual: true });
    expect(json).toMatchObject({ incomplete: 'quarantine' });
    const change = (incomplete: string) =>
      bed.call('PATCH', `/api/v1/subscriptions/${json.id}`, { as: ANNA, body: { incomplete } });
    expect((await change('partial')).json).toMatchObject({ incomplete: 'partial' });
    expect((await change('hope')).json.errors).toMatchObject([{ field: 'incomplete' }]);
  });
});

const noticeOf = async (address: string, jobId: string): Promise<InboxMail> => {
  for (const end = performance.now() + 15_000; performance.now() < end;) {
    const found = (await mailsTo(address)).find((mail) => leadsTo(mail, jobId));
    if (found !== undefined) return found;
    await new Promise((done) => setTimeout(done, 50));
  }
  throw new Error(`No notice to ${address} came.`);
};
