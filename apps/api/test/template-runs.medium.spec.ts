import { setupTemporal } from '@rounds/adapters/temporal/setup';
import { reportWorkflowId } from '@rounds/contracts/ids';
import type { Presentation } from '@rounds/contracts/template';
import { openApiBed, type ApiBed } from './api-bed.ts';
import type { Workers } from './workers.ts';

/** Which version a run is made with, and what reaches the stage that draws: real workflows, records and opening. */
let bed: ApiBed;
let workers: Workers;
const presentations = new Map<string, Presentation | undefined>();
const ANNA = 'anna@example.org';
const OPERATOR = 'operator@example.org';

beforeAll(async () => {
  bed = await openApiBed('template-runs', { workers: false });
  await setupTemporal(bed.config, { reconcileSeconds: 3600 });
  const { render } = bed.fakes;
  bed.fakes.render = (input) => {
    presentations.set(input.runId, input.presentation);
    return render(input);
  };
  workers = await bed.startWorkers();
  await bed.addStudy('S1');
  await bed.grant(ANNA, 'S1');
  await bed.addRole(OPERATOR, 'operator');
});
afterAll(async () => {
  await workers.stop();
  await bed.close();
});

const call = async (as: string, method: string, path: string, body?: unknown) => {
  const { status, json } = await bed.call(method, `/api/v1${path}`, {
    as,
    ...(body === undefined ? {} : { body }),
  });
  return { status, json: json as unknown as Record<string, unknown> };
};
const make = (body: object) => call(OPERATOR, 'POST', '/templates', { reportType: 'study-weekly', ...body });
const subscribe = (body: object) =>
  call(ANNA, 'POST', '/subscriptions', {
    studyId: 'S1',
    schedule: { every: 'week', at: '08:00', timeZone: 'UTC' },
    evenIfEqual: true,
    ...body,
  });
const runNow = async (subscription: unknown) => {
  const { json } = await call(ANNA, 'POST', `/subscriptions/${String(subscription)}/run-now`, {});
  const jobId = String(json.jobId);
  await bed.temporal.client.workflow.getHandle(reportWorkflowId(jobId)).result();
  return (await call(ANNA, 'GET', `/jobs/${jobId}`)).json;
};

it('a report on demand is drawn as its template says, and says which', async () => {
  const branding = { colours: { primary: '#1f4e79', accent: '#aa3300' }, footer: 'Confidential' };
  await make({ name: 'drawn', sections: ['laboratory', 'enrolment'], branding, formats: ['csv', 'json'] });
  const { json } = await call(ANNA, 'POST', '/reports/generate', { studyId: 'S1', templateId: 'drawn' });
  const jobId = String(json.jobId);
  await bed.temporal.client.workflow.getHandle(reportWorkflowId(jobId)).result();
  const job = (await call(ANNA, 'GET', `/jobs/${jobId}`)).json;
  expect(job).toMatchObject({
    ...{ status: 'completed', template: 'drawn@1', reportType: 'study-weekly', formats: ['csv', 'json'] },
  });
  expect(presentations.get(jobId)).toEqual({
    ...{ templateVersion: 'drawn@1', sections: ['laboratory', 'enrolment'], branding },
  });
});

it('what the request says wins over the template', async () => {
  await make({ name: 'formats', formats: ['csv'] });
  const body = { studyId: 'S1', templateId: 'formats', formats: ['json'], reportType: 'study-weekly' };
  const { json } = await call(ANNA, 'POST', '/reports/generate', body);
  expect((await call(ANNA, 'GET', `/jobs/${String(json.jobId)}`)).json.formats).toEqual(['json']);
});

it('parameters merge one by one, and are checked when the template is written and after the merge', async () => {
  const template = { name: 'mild', reportType: 'safety-weekly' };
  const refused = await make({ ...template, parameters: { minimumSeverity: 'TERRIBLE' } });
  expect([refused.status, refused.json.errors]).toMatchObject([
    400,
    [{ field: 'parameters.minimumSeverity' }],
  ]);
  await make({ ...template, parameters: { minimumSeverity: 'MODERATE', narratives: false } });
  const wish = { studyId: 'S1', templateId: 'mild', parameters: { narratives: true } };
  const { json } = await call(ANNA, 'POST', '/reports/generate', wish);
  const job = (await call(ANNA, 'GET', `/jobs/${String(json.jobId)}`)).json;
  expect(job.parameters).toEqual({ minimumSeverity: 'MODERATE', narratives: true });
  const wrong = { ...wish, parameters: { narratives: 'yes' } };
  expect((await call(ANNA, 'POST', '/reports/generate', wrong)).json.errors).toMatchObject([
    { field: 'parameters.narratives' },
  ]);
});

it('a subscription takes the parameters of the newest version under its own', async () => {
  const template = { name: 'severe', reportType: 'safety-weekly', parameters: { narratives: false } };
  await make(template);
  const { id } = (await subscribe({ templateId: 'severe', parameters: { minimumSeverity: 'MILD' } })).json;
  expect((await runNow(id)).parameters).toEqual({ minimumSeverity: 'MILD', narratives: false });
  const parameters = { narratives: true, minimumSeverity: 'MODERATE' };
  await call(OPERATOR, 'PATCH', '/templates/severe', { parameters });
  expect((await runNow(id)).parameters).toEqual({ minimumSeverity: 'MILD', narratives: true });
});

it('a subscription by name follows the newest version, one by name@version stays', async () => {
  await make({ name: 'followed', formats: ['csv'], branding: { footer: 'one' } });
  const following = await subscribe({ templateId: 'followed' });
  expect([following.status, following.json]).toMatchObject([
    201,
    { templateId: 'followed', reportType: 'study-weekly', formats: ['csv'] },
  ]);
  const staying = await subscribe({ templateId: 'followed@1', formats: ['pdf'] });
  const before = await runNow(following.json.id);
  await call(OPERATOR, 'PATCH', '/templates/followed', { branding: { footer: 'two' } });
  const after = await runNow(following.json.id);
  const stayed = await runNow(staying.json.id);
  expect([before, after, stayed].map(({ template }) => template)).toEqual([
    ...['followed@1', 'followed@2', 'followed@1'],
  ]);
  const footers = [before, after, stayed].map(
    ({ jobId }) => presentations.get(String(jobId))?.branding.footer,
  );
  expect(footers).toEqual(['one', 'two', 'one']);
});

it('a subscription goes on with a template that was retired since', async () => {
  await make({ name: 'ending' });
  const { json } = await subscribe({ templateId: 'ending' });
  await call(OPERATOR, 'DELETE', '/templates/ending');
  expect((await subscribe({ templateId: 'ending' })).status).toBe(409);
  expect(await runNow(json.id)).toMatchObject({ status: 'completed', template: 'ending@1' });
});

it('a subscription whose template is for other studies by now fails, and says so', async () => {
  await bed.addStudy('S2');
  await make({ name: 'moved', studies: ['S1'] });
  const { json } = await subscribe({ templateId: 'moved' });
  await call(OPERATOR, 'PATCH', '/templates/moved', { studies: ['S2'] });
  const started = await call(ANNA, 'POST', `/subscriptions/${String(json.id)}/run-now`, {});
  const jobId = String(started.json.jobId);
  await expect(bed.temporal.client.workflow.getHandle(reportWorkflowId(jobId)).result()).rejects.toThrow();
  expect((await call(ANNA, 'GET', `/jobs/${jobId}`)).json).toMatchObject({
    ...{ status: 'failed', error: { code: 'UNPROCESSABLE' } },
  });
});

it('a subscription takes another template, or none', async () => {
  await make({ name: 'first' });
  await make({ name: 'second' });
  const { id } = (await subscribe({ templateId: 'first' })).json;
  const path = `/subscriptions/${String(id)}`;
  expect((await call(ANNA, 'PATCH', path, { templateId: 'second' })).json.templateId).toBe('second');
  expect((await call(ANNA, 'PATCH', path, { templateId: null })).json.templateId).toBeNull();
  expect((await runNow(id)).template).toBeNull();
  const refused = await call(ANNA, 'PATCH', path, { templateId: 'never-made' });
  expect([refused.status, (await call(ANNA, 'GET', path)).json.templateId]).toEqual([404, null]);
});

it('neither a report type nor a template is refused', async () => {
  const generated = await call(ANNA, 'POST', '/reports/generate', { studyId: 'S1' });
  const subscribed = await subscribe({});
  for (const { status, json } of [generated, subscribed])
    expect([status, json.errors]).toMatchObject([400, [{ field: 'reportType' }]]);
});
