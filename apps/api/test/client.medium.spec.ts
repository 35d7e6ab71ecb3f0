import { readFileSync } from 'node:fs';
import type { Document } from './documented.ts';
import { adminExercises } from './exercises/admin.ts';
import { catalogueExercises } from './exercises/catalogue.ts';
import { endingExercises } from './exercises/endings.ts';
import { jobExercises } from './exercises/jobs.ts';
import { pageExercises } from './exercises/pages.ts';
import { pdfQueueExercises } from './exercises/pdf-queue.ts';
import { openScene, type Exercises, type Scene } from './exercises/scene.ts';
import { subscriptionExercises } from './exercises/subscriptions.ts';
import { webhookExercises } from './exercises/webhooks.ts';

/**
 * Every route of the API, asked for by the generated client over real HTTP, with real workflows behind it. A route
 * without an exercise fails, and so does one that was promised and is not there.
 */
const EXERCISES: Exercises = {
  ...catalogueExercises,
  ...subscriptionExercises,
  ...jobExercises,
  ...webhookExercises,
  ...adminExercises,
  ...pdfQueueExercises,
  ...pageExercises,
  ...endingExercises,
};

const committed = JSON.parse(
  readFileSync(new URL('../../../libs/client/openapi.json', import.meta.url), 'utf8'),
) as Document;

const templates = Object.entries(committed.paths).map(([template, operations]) => ({
  template,
  methods: Object.keys(operations),
  pattern: new RegExp(`^${template.replaceAll(/\{[^}]+\}/g, '[^/]+')}$`),
  // `/templates/logos` is itself before it is `/templates/{template}`.
  variables: template.split('{').length,
}));

const operationOf = (method: string, path: string): string => {
  const fitting = templates.filter(
    ({ pattern, methods }) => pattern.test(path) && methods.includes(method.toLowerCase()),
  );
  const best = fitting.sort((a, b) => a.variables - b.variables)[0];
  return `${method} ${best?.template ?? path}`;
};

let scene: Scene;
beforeAll(async () => {
  scene = await openScene(operationOf);
});
afterAll(async () => {
  await scene.receiver.close();
  await scene.bed.close();
});
beforeEach(() => {
  scene.answered.clear();
});

/** What callers, operators and older programs were promised. */
const PROMISED = [
  ...['POST', 'GET'].map((method) => `${method} /api/v1/subscriptions`),
  ...['GET', 'PATCH', 'DELETE'].map((method) => `${method} /api/v1/subscriptions/{subscriptionId}`),
  ...['pause', 'resume', 'skip-next', 'run-now', 'preview'].map(
    (verb) => `POST /api/v1/subscriptions/{subscriptionId}/${verb}`,
  ),
  'POST /api/v1/reports/generate',
  'GET /api/v1/jobs',
  ...['GET', 'DELETE'].map((method) => `${method} /api/v1/jobs/{jobId}`),
  'GET /api/v1/jobs/{jobId}/events',
  'GET /api/v1/jobs/{jobId}/download',
  'POST /api/v1/jobs/{jobId}/redrive',
  'GET /api/v1/report-types',
  ...['GET', 'POST'].map((method) => `${method} /api/v1/templates`),
  ...['GET', 'PATCH', 'DELETE'].map((method) => `${method} /api/v1/templates/{template}`),
  'GET /api/v1/studies',
  'GET /api/v1/studies/{studyId}/documents',
  'POST /api/v1/studies/{studyId}/documents',
  'GET /api/v1/me',
  'GET /api/v1/admin/overview',
  'GET /api/v1/admin/failures',
  'POST /api/v1/admin/failures/redrive',
  'POST /api/v1/admin/subscriptions/reassign',
  'GET /api/v1/admin/audit',
  'GET /api/v1/admin/openings',
  'GET /api/v1/admin/flags',
  'POST /api/v1/hooks/resend',
  'GET /r/{token}',
  ...['GET', 'POST'].map((method) => `${method} /u/{token}`),
  'GET /healthz',
  'GET /readyz',
  'GET /metrics',
  'POST /api/reports/generate-async',
  'POST /api/reports/generate',
  'GET /api/jobs/{jobId}',
  'GET /api/jobs/{jobId}/download',
  'POST /codec/decode',
];

const documented = templates.flatMap(({ template, methods }) =>
  methods.map((method) => `${method.toUpperCase()} ${template}`),
);

it('is made from the document that the API serves', async () => {
  const served: unknown = await (await fetch(`${scene.bed.url}/api/openapi.json`)).json();
  expect(served).toEqual(committed);
});

it.each(PROMISED)('has %s, as promised', (operation) => {
  expect(documented).toContain(operation);
});

it.each(documented)('has an exercise for %s', (operation) => {
  expect(Object.keys(EXERCISES)).toContain(operation);
});

describe('the generated client', () => {
  it.each(Object.keys(EXERCISES))('%s', async (operation) => {
    await EXERCISES[operation]?.(scene);
    expect([...scene.answered]).toContain(operation);
  });
});
