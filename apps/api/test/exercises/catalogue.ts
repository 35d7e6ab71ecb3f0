import { ANNA, type Exercises } from './scene.ts';

const MEMBERS = '/api/v1/studies/{studyId}/members';
const TEMPLATE = '/api/v1/templates/{template}';

export const catalogueExercises: Exercises = {
  'GET /healthz': async ({ rounds }) => {
    expect(await rounds.get('/healthz')).toEqual({ status: 'ok' });
  },
  'GET /readyz': async ({ rounds }) => {
    expect(await rounds.get('/readyz')).toMatchObject({ status: 'ready' });
  },
  'GET /api/v1/config': async ({ rounds }) => {
    expect(await rounds.get('/api/v1/config')).toMatchObject({ signIn: { clientId: 'rounds-web' } });
  },
  'GET /metrics': async ({ operator }) => {
    expect(await operator.get('/metrics', { parseAs: 'text' })).toContain('rounds_open_jobs');
  },
  'GET /api/v1/me': async ({ rounds, anna }) => {
    expect(await rounds.get('/api/v1/me')).toMatchObject({ id: anna, email: ANNA });
  },
  'PATCH /api/v1/me': async ({ rounds }) => {
    const chosen = { language: 'de', timeZone: 'Europe/Berlin' } as const;
    expect(await rounds.patch('/api/v1/me', { body: chosen })).toMatchObject(chosen);
    await rounds.patch('/api/v1/me', { body: { language: 'en', timeZone: null } });
  },
  'GET /api/v1/studies': async ({ rounds }) => {
    expect((await rounds.get('/api/v1/studies')).items.map(({ id }) => id)).toEqual(['S1']);
  },
  'GET /api/v1/studies/{studyId}/sites': async ({ rounds }) => {
    const params = { path: { studyId: 'S1' } };
    expect(await rounds.get('/api/v1/studies/{studyId}/sites', { params })).toEqual({ items: [] });
  },
  'GET /api/v1/studies/{studyId}/imports': async ({ rounds }) => {
    const params = { path: { studyId: 'S1' } };
    expect((await rounds.get('/api/v1/studies/{studyId}/imports', { params })).items).toMatchObject([
      { id: 'imp_1', status: 'completed' },
    ]);
  },
  'GET /api/v1/studies/{studyId}/imports/{importId}': async ({ rounds }) => {
    const params = { path: { studyId: 'S1', importId: 'imp_1' } };
    const imported = await rounds.get('/api/v1/studies/{studyId}/imports/{importId}', { params });
    expect(imported).toMatchObject({ files: [{ domains: ['AE'] }], refusals: { items: [] } });
  },
  'PUT /api/v1/studies/{studyId}/members/{user}': async ({ operator, made }) => {
    const params = { path: { studyId: 'S1', user: 'new@example.org' } };
    const member = await operator.put(`${MEMBERS}/{user}`, { params, body: { sites: 'all', manages: true } });
    expect(member).toMatchObject({ sites: 'all', unblinded: false, manages: true, revision: 1 });
    made.member = member.userId;
  },
  'GET /api/v1/studies/{studyId}/members': async ({ operator, made }) => {
    const { items } = await operator.get(MEMBERS, { params: { path: { studyId: 'S1' } } });
    expect(items.map(({ userId }) => userId)).toContain(made.member);
  },
  'GET /api/v1/users': async ({ operator, made }) => {
    const { items } = await operator.get('/api/v1/users', { params: { query: { query: 'new@' } } });
    expect(items).toMatchObject([{ id: made.member }]);
  },
  'DELETE /api/v1/studies/{studyId}/members/{user}': async ({ operator, made }) => {
    await operator.delete(`${MEMBERS}/{user}`, { params: { path: { studyId: 'S1', user: made.member } } });
  },
  'GET /api/v1/report-types': async ({ rounds }) => {
    expect((await rounds.get('/api/v1/report-types')).items.map(({ id }) => id)).toContain('study-weekly');
  },
  'POST /api/v1/studies/{studyId}/documents': async ({ rounds, made }) => {
    const form = new FormData();
    form.set('file', new Blob(['The subject felt well.']), 'narrative.txt');
    const { id } = await rounds.post('/api/v1/studies/{studyId}/documents', {
      ...{ params: { path: { studyId: 'S1' } }, body: { file: '' }, bodySerializer: () => form },
    });
    made.document = id;
  },
  'GET /api/v1/studies/{studyId}/documents': async ({ rounds, made }) => {
    const params = { path: { studyId: 'S1' }, query: { kind: 'text' } } as const;
    const { items } = await rounds.get('/api/v1/studies/{studyId}/documents', { params });
    expect(items.map(({ id }) => id)).toEqual([made.document]);
  },
  'GET /api/v1/studies/{studyId}/documents/{documentId}': async ({ rounds, made }) => {
    const params = { path: { studyId: 'S1', documentId: made.document } };
    const document = await rounds.get('/api/v1/studies/{studyId}/documents/{documentId}', { params });
    expect(document).toMatchObject({ fileName: 'narrative.txt' });
  },
  'GET /api/v1/studies/{studyId}/documents/{documentId}/content': async ({ rounds, made }) => {
    const response = await rounds.open(`/api/v1/studies/S1/documents/${made.document}/content`);
    expect(await response.text()).toBe('The subject felt well.');
  },
  'DELETE /api/v1/studies/{studyId}/documents/{documentId}': async ({ rounds, bed, anna, made }) => {
    const manages = { $set: { manages: true } };
    await bed.mongo.collection('memberships').updateOne({ userId: anna, studyId: 'S1' }, manages);
    const params = { path: { studyId: 'S1', documentId: made.document } };
    await rounds.delete('/api/v1/studies/{studyId}/documents/{documentId}', { params });
  },
  'POST /api/v1/templates/logos': async ({ operator }) => {
    const svg =
      '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"><rect width="40" height="20"/></svg>';
    const headers = { 'Content-Type': 'image/svg+xml' };
    const logo = await operator.post('/api/v1/templates/logos', {
      headers,
      body: '',
      bodySerializer: () => svg,
    });
    expect(logo).toMatchObject({ sha256: expect.stringMatching(/^[0-9a-f]{64}$/) as string });
  },
  'POST /api/v1/templates': async ({ operator }) => {
    const body = { name: 'monthly', reportType: 'study-weekly', formats: ['pdf'] } as const;
    expect(await operator.post('/api/v1/templates', { body: { ...body, formats: ['pdf'] } })).toMatchObject({
      id: 'monthly@1',
    });
  },
  'GET /api/v1/templates': async ({ rounds }) => {
    expect((await rounds.get('/api/v1/templates')).items.map(({ id }) => id)).toEqual(['monthly@1']);
  },
  'GET /api/v1/templates/{template}': async ({ rounds }) => {
    expect(await rounds.get(TEMPLATE, { params: { path: { template: 'monthly' } } })).toMatchObject({
      version: 1,
    });
  },
  'PATCH /api/v1/templates/{template}': async ({ operator }) => {
    const params = { path: { template: 'monthly' } };
    expect(await operator.patch(TEMPLATE, { params, body: { title: 'Monthly' } })).toMatchObject({
      title: 'Monthly',
    });
  },
  'GET /api/v1/templates/{template}/versions': async ({ rounds }) => {
    const { items } = await rounds.get(`${TEMPLATE}/versions`, { params: { path: { template: 'monthly' } } });
    expect(items).toHaveLength(1);
  },
};
