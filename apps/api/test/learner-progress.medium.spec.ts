import { openApiBed, type ApiBed, type Json } from './api-bed.ts';

/** The training report over HTTP: its parameters in the catalogue, on demand and in a subscription. */
let bed: ApiBed;
const ANNA = 'anna@example.org';
const GENERATE = '/api/v1/reports/generate';
const BODY = { studyId: 'S1', reportType: 'learner-progress' };

beforeAll(async () => {
  bed = await openApiBed('training');
  await bed.addStudy('S1');
  await bed.grant(ANNA, 'S1', { unblinded: true });
});
afterAll(() => bed.close());

const ask = (path: string, body: object, headers: Record<string, string> = {}) =>
  bed.call('POST', path, { as: ANNA, body, headers });

describe('the training report', () => {
  it('is in the catalogue with its parameters', async () => {
    const { json } = await bed.call('GET', '/api/v1/report-types', { as: ANNA });
    const types = json.items as unknown as { id: string; parameters: unknown }[];
    expect(types.find(({ id }) => id === 'learner-progress')?.parameters).toMatchObject({
      additionalProperties: false,
      properties: {
        from: { type: 'string' },
        department: { anyOf: [{ type: 'string' }, { type: 'array' }] },
      },
    });
  });

  it('is made on demand, for a range and a department', async () => {
    const parameters = { from: '2026-01-01', to: '2026-03-31', department: 'Nursing', asOf: '2026-04-06' };
    const { status, json } = await ask(GENERATE, { ...BODY, parameters }, { Prefer: 'wait=20' });
    expect(status).toBe(200);
    expect(json).toMatchObject({
      ...{ status: 'completed', reportType: 'learner-progress', due: '2026-04-06' },
      parameters: { from: '2026-01-01', to: '2026-03-31', department: ['Nursing'], overdueAfterDays: 30 },
    });
  });

  it.each<[Json | object, string]>([
    [{ from: '2026-02-01', to: '2026-01-31' }, 'parameters.from'],
    [{ to: '2026-01-31' }, 'parameters.from'],
    [{ from: '2026-02-30' }, 'parameters.from'],
    [{ department: [] }, 'parameters.department'],
    [{ departments: 'Nursing' }, 'parameters.departments'],
  ])('is refused with %j, on demand and in a subscription', async (parameters, field) => {
    const schedule = { every: 'week', on: 'monday', at: '08:00', timeZone: 'Europe/Berlin' };
    for (const [path, more] of [
      [GENERATE, {}],
      ['/api/v1/subscriptions', { schedule, formats: ['pdf'] }],
    ] as const) {
      const { status, json } = await ask(path, { ...BODY, ...more, parameters });
      expect(status).toBe(400);
      expect(json).toMatchObject({ code: 'INVALID_INPUT', errors: [{ field }] });
    }
  });
});
