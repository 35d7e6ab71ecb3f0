import { entries } from '@rounds/client/pages';
import { ANNA, BEN, WISH, type Exercises } from './scene.ts';

const SUBSCRIPTION = '/api/v1/subscriptions/{subscriptionId}';

export const subscriptionExercises: Exercises = {
  'POST /api/v1/schedules/preview': async ({ rounds }) => {
    const schedule = { every: 'week', on: 'monday', at: '08:00', timeZone: 'Europe/Berlin' } as const;
    const { runs } = await rounds.post('/api/v1/schedules/preview', { body: { schedule, count: 3 } });
    expect(runs).toHaveLength(3);
  },
  'POST /api/v1/studies/{studyId}/recipients/preview': async ({ rounds }) => {
    const { items } = await rounds.post('/api/v1/studies/{studyId}/recipients/preview', {
      params: { path: { studyId: WISH.studyId } },
      body: { recipients: [BEN, 'nobody@example.org'] },
    });
    expect(items).toMatchObject([
      { recipient: BEN, eligible: true },
      { recipient: 'nobody@example.org', eligible: false, scope: null, why: [{ code: 'not-a-member' }] },
    ]);
  },
  'POST /api/v1/subscriptions': async ({ rounds, made }) => {
    const schedule = { every: 'week', on: 'monday', at: '08:00', timeZone: 'Europe/Berlin' } as const;
    const body = { ...WISH, schedule, formats: ['pdf' as const], recipients: [ANNA, BEN] };
    const subscribed = await rounds.post('/api/v1/subscriptions', { body });
    expect(subscribed.nextRuns).toHaveLength(5);
    made.subscription = subscribed.id;
  },
  'GET /api/v1/subscriptions': async ({ rounds, made }) => {
    const query = {
      status: 'active',
      reportType: 'study-weekly',
      owner: ANNA,
      recipient: BEN,
      limit: 1,
    } as const;
    const ids: string[] = [];
    const pages = entries((cursor) =>
      rounds.get('/api/v1/subscriptions', {
        params: { query: { ...query, ...(cursor === undefined ? {} : { cursor }) } },
      }),
    );
    for await (const { id } of pages) ids.push(id);
    expect(ids).toEqual([made.subscription]);
  },
  'GET /api/v1/subscriptions/{subscriptionId}': async ({ rounds, subscription }) => {
    expect(await rounds.get(SUBSCRIPTION, { params: subscription() })).toMatchObject({ owner: ANNA });
  },
  'PATCH /api/v1/subscriptions/{subscriptionId}': async ({ rounds, subscription }) => {
    const { response } = await rounds.send('get', SUBSCRIPTION, { params: subscription() });
    const header = { 'If-Match': response.headers.get('ETag') ?? '' };
    const changed = await rounds.patch(SUBSCRIPTION, {
      params: { ...subscription(), header },
      body: { formats: ['csv'] },
    });
    expect(changed.formats).toEqual(['csv']);
    const again = rounds.patch(SUBSCRIPTION, {
      params: { ...subscription(), header },
      body: { formats: ['pdf'] },
    });
    await expect(again).rejects.toMatchObject({ status: 412, code: 'PRECONDITION_FAILED' });
  },
  'GET /api/v1/me/reports': async ({ rounds, made }) => {
    const { items } = await rounds.get('/api/v1/me/reports');
    expect(items).toContainEqual(expect.objectContaining({ subscriptionId: made.subscription, isOwn: true }));
  },
  'PUT /api/v1/me/reports/{subscriptionId}': async ({ rounds, subscription }) => {
    const path = '/api/v1/me/reports/{subscriptionId}';
    for (const receives of [false, true]) {
      const shown = await rounds.put(path, { params: subscription(), body: { receives } });
      expect(shown).toMatchObject({ receives });
    }
  },
  'POST /api/v1/subscriptions/{subscriptionId}/invitations': async ({
    rounds,
    subscription,
    bed,
    made,
    ben,
  }) => {
    const unsubscribe = (optedOut: string[]) =>
      bed.mongo.collection('subscriptions').updateOne({ _id: made.subscription }, { $set: { optedOut } });
    await unsubscribe([ben]);
    const body = { recipient: BEN };
    const invited = await rounds.post(`${SUBSCRIPTION}/invitations`, { params: subscription(), body });
    expect(invited).toEqual({ mailed: true });
    await unsubscribe([]);
  },
  'POST /api/v1/subscriptions/{subscriptionId}/pause': async ({ rounds, subscription }) => {
    expect(await rounds.post(`${SUBSCRIPTION}/pause`, { params: subscription() })).toMatchObject({
      status: 'paused',
    });
  },
  'POST /api/v1/subscriptions/{subscriptionId}/resume': async ({ rounds, subscription }) => {
    expect(await rounds.post(`${SUBSCRIPTION}/resume`, { params: subscription() })).toMatchObject({
      status: 'active',
    });
  },
  'POST /api/v1/subscriptions/{subscriptionId}/skip-next': async ({ rounds, subscription }) => {
    const before = await rounds.get(SUBSCRIPTION, { params: subscription() });
    const after = await rounds.post(`${SUBSCRIPTION}/skip-next`, { params: subscription(), body: {} });
    expect(after.nextRuns[0]).toBe(before.nextRuns[1]);
  },
  'DELETE /api/v1/subscriptions/{subscriptionId}/exceptions/{due}': async ({
    rounds,
    made,
    subscription,
  }) => {
    const { nextRuns, exceptions } = await rounds.get(SUBSCRIPTION, { params: subscription() });
    const params = { path: { subscriptionId: made.subscription, due: exceptions[0]?.due ?? '' } };
    const restored = await rounds.delete(`${SUBSCRIPTION}/exceptions/{due}`, { params });
    expect(restored.nextRuns[1]).toBe(nextRuns[0]);
  },
  'POST /api/v1/subscriptions/{subscriptionId}/move-run': async ({ rounds, subscription }) => {
    const { nextRuns } = await rounds.get(SUBSCRIPTION, { params: subscription() });
    const from = nextRuns[0]?.slice(0, 10) ?? '';
    const body = { from, to: `${from}T17:30` };
    const moved = await rounds.post(`${SUBSCRIPTION}/move-run`, { params: subscription(), body });
    expect(moved.nextRuns[0]).toContain('T17:30');
  },
  'POST /api/v1/subscriptions/{subscriptionId}/snooze': async ({ rounds, subscription }) => {
    const { nextRuns } = await rounds.get(SUBSCRIPTION, { params: subscription() });
    const until = nextRuns[2]?.slice(0, 10) ?? '';
    const snoozed = await rounds.post(`${SUBSCRIPTION}/snooze`, { params: subscription(), body: { until } });
    expect(snoozed.nextRuns).toContain(nextRuns[2]);
    await rounds.post(`${SUBSCRIPTION}/snooze`, { params: subscription(), body: { until: null } });
  },
  'POST /api/v1/subscriptions/{subscriptionId}/run-now': async ({ rounds, end, subscription }) => {
    const { jobId } = await rounds.post(`${SUBSCRIPTION}/run-now`, { params: subscription(), body: {} });
    expect((await end(jobId)).deliveries.map(({ recipient }) => recipient).sort()).toEqual([ANNA, BEN]);
  },
  'POST /api/v1/subscriptions/{subscriptionId}/preview': async ({ rounds, end, subscription }) => {
    const previewed = await rounds.post(`${SUBSCRIPTION}/preview`, { params: subscription() });
    expect(previewed.recipients.map(({ recipient, eligible }) => [recipient, eligible])).toEqual([
      [ANNA, true],
      [BEN, true],
    ]);
    expect((await end(previewed.jobId)).status).toBe('completed');
  },
};
