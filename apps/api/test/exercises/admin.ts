import { createHash } from 'node:crypto';
import { systemClock } from '@rounds/adapters/clock';
import { RoundsError } from '@rounds/contracts/errors';
import { ANNA, BEN, type Exercises } from './scene.ts';

export const adminExercises: Exercises = {
  'GET /api/v1/admin/overview': async ({ operator }) => {
    const { openJobs, queues } = await operator.get('/api/v1/admin/overview');
    expect([openJobs.queued, queues?.map(({ name }) => name)]).toEqual([
      0,
      expect.arrayContaining(['render']),
    ]);
  },
  'PUT /api/v1/admin/halt': async ({ operator }) => {
    const body = { halted: true, studyId: 'S1', reason: 'Wrong data were imported.' };
    expect((await operator.put('/api/v1/admin/halt', { body })).items).toMatchObject([{ studyId: 'S1' }]);
    const lift = { halted: false, studyId: 'S1', reason: 'The data are right again.' };
    expect(await operator.put('/api/v1/admin/halt', { body: lift })).toEqual({ items: [] });
  },
  'GET /api/v1/admin/halt': async ({ operator }) => {
    expect(await operator.get('/api/v1/admin/halt')).toEqual({ items: [] });
  },
  'GET /api/v1/admin/failures': async ({ operator, bed, made, end, newJob }) => {
    bed.fakes.fail('render', () => new RoundsError('RENDER_INCOMPLETE', 'A text is missing from the page.'));
    made.failed = await newJob();
    await end(made.failed);
    bed.fakes.mend();
    const { items } = await operator.get('/api/v1/admin/failures', { params: { query: { studyId: 'S1' } } });
    expect(items).toMatchObject([{ code: 'RENDER_INCOMPLETE', count: 1, examples: [made.failed] }]);
  },
  'POST /api/v1/admin/failures/redrive': async ({ operator, made, end }) => {
    const body = { runIds: [made.failed], dryRun: false };
    expect(await operator.post('/api/v1/admin/failures/redrive', { body })).toMatchObject({ redriven: 1 });
    expect((await end(made.failed)).status).toBe('completed');
  },
  'POST /api/v1/admin/subscriptions/reassign': async ({ operator, made }) => {
    const dry = { from: ANNA, to: BEN };
    const told = await operator.post('/api/v1/admin/subscriptions/reassign', { body: dry });
    expect(told).toMatchObject({
      dryRun: true,
      reassigned: 1,
      items: [{ subscriptionId: made.subscription }],
    });
  },
  'GET /api/v1/admin/audit': async ({ operator, made }) => {
    const query = { actor: ANNA, action: 'subscription.pause' } as const;
    const { items } = await operator.get('/api/v1/admin/audit', { params: { query } });
    expect(items).toMatchObject([{ target: { id: made.subscription } }]);
  },
  'GET /api/v1/admin/openings': async ({ operator }) => {
    const query = { user: ANNA, what: 'download' } as const;
    const { items } = await operator.get('/api/v1/admin/openings', { params: { query } });
    expect(items).toContainEqual(expect.objectContaining({ by: 'person', studyId: 'S1' }));
  },
  'GET /api/v1/admin/flags': async ({ operator }) => {
    expect((await operator.get('/api/v1/admin/flags')).items.map(({ name }) => name)).toContain(
      'pdf-queue-routes',
    );
  },
  'PUT /api/v1/admin/flags/{flag}': async ({ operator }) => {
    const params = { path: { flag: 'pdf-queue-routes' } } as const;
    const set = await operator.put('/api/v1/admin/flags/{flag}', { params, body: { percentage: 100 } });
    expect(set).toMatchObject({ percentage: 100, enabled: true });
  },
  'GET /api/v1/admin/flags/{flag}': async ({ operator }) => {
    const params = { path: { flag: 'pdf-queue-routes' } } as const;
    expect(await operator.get('/api/v1/admin/flags/{flag}', { params })).toMatchObject({ percentage: 100 });
  },
  'GET /api/v1/admin/suppressions': async ({ operator, bed, made, ben }) => {
    await bed.mongo.collection('suppressions').insertOne({
      ...{ _id: 'sup_1', userId: ben, why: 'bounced', createdAt: systemClock() },
      addressHash: createHash('sha256').update(BEN).digest('hex'),
    });
    const { items } = await operator.get('/api/v1/admin/suppressions');
    expect(items).toMatchObject([{ email: BEN, why: 'bounced' }]);
    made.suppression = items[0]?.id ?? '';
  },
  'DELETE /api/v1/admin/suppressions/{id}': async ({ operator, made }) => {
    await operator.delete('/api/v1/admin/suppressions/{id}', { params: { path: { id: made.suppression } } });
    expect((await operator.get('/api/v1/admin/suppressions')).items).toEqual([]);
  },
};
