import { openApiBed, type ApiBed } from './api-bed.ts';

/** Where the older queue still runs, users outside of the rollout are sent there, wish and all. */
let bed: ApiBed;
const ANNA = 'anna@example.org';
const OPERATOR = 'operator@example.org';

beforeAll(async () => {
  bed = await openApiBed('pdf-queue-elsewhere', {
    workers: false,
    env: { ROUNDS_PDF_QUEUE_URL: 'https://pdf.example.org/queue/' },
  });
  await bed.addRole(OPERATOR, 'operator');
  const body = { percentage: 0 };
  await bed.call('PUT', '/api/v1/admin/flags/pdf-queue-routes', { as: OPERATOR, body });
});
afterAll(() => bed.close());

it.each([
  ['POST', '/api/reports/generate-async'],
  ['POST', '/api/reports/generate'],
  ['GET', '/api/jobs/42?verbose=1'],
  ['DELETE', '/api/jobs/42'],
  ['GET', '/api/jobs/42/download'],
])('%s %s', async (method, path) => {
  const body = method === 'POST' ? { body: { code: 'WEEKLY', productId: 'S1' } } : {};
  const { status, headers } = await bed.call(method, path, { as: ANNA, ...body });
  expect([status, headers.get('location')]).toEqual([307, `https://pdf.example.org/queue${path}`]);
});
