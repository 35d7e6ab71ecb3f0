import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import { openApiBed, type ApiBed } from './api-bed.ts';
import { openWorkflow, type N8nOptions } from './n8n-workflow.ts';

/** The requests of docs/integrations/n8n, as they stand in the files, against the running API and real workflows. */
let bed: ApiBed;
let receiver: Server;
let receiverUrl: string;
let options: N8nOptions;
const ANNA = 'anna@example.org';
const file = (name: string) => new URL(`../../../docs/integrations/n8n/${name}`, import.meta.url);

interface Called {
  readonly headers: object;
  readonly body: { readonly jobId: string; readonly status: string };
}
const calls: Called[] = [];
let tell: ((called: Called) => void) | undefined;

/** What a webhook or wait node is handed. */
const nextCall = (): Promise<Called> => {
  const called = calls.shift();
  if (called !== undefined) return Promise.resolve(called);
  return new Promise((resolve) => {
    tell = resolve;
  });
};

const receive = (called: Called): void => {
  if (tell === undefined) calls.push(called);
  else tell(called);
  tell = undefined;
};

beforeAll(async () => {
  bed = await openApiBed('n8n');
  await bed.addStudy('S1');
  await bed.grant(ANNA, 'S1');
  receiver = createServer((request, response) => {
    void json(request).then((body) => {
      receive({ headers: request.headers, body: body as Called['body'] });
      response.end();
    });
  });
  await new Promise<void>((done) => receiver.listen(0, '127.0.0.1', done));
  receiverUrl = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/webhook/rounds-report`;
  options = {
    settings: { apiUrl: bed.url, studyId: 'S1', timeZone: 'Europe/Berlin', callbackUrl: receiverUrl },
    token: await bed.issuer.issue(ANNA),
    executionId: '42',
    resumeUrl: receiverUrl,
    resumed: async () => ({ ...(await nextCall()) }),
  };
});
afterAll(async () => {
  receiver.close();
  await bed.close();
});

const textOf = (jobId: string): string => `pdf of ${jobId} for all-blinded`;

it('weekly-report.json subscribes once, and downloads when Rounds calls', async () => {
  const workflow = await openWorkflow(file('weekly-report.json'), options);
  const { json: subscription } = await workflow.run('Run once to subscribe');
  expect(subscription).toMatchObject({ studyId: 'S1', status: 'active', formats: ['pdf'] });
  const again = await workflow.run('Run once to subscribe');
  expect(again.json.id).toBe(subscription.id);
  const path = `/api/v1/subscriptions/${String(subscription.id)}/run-now`;
  const { json: started } = await bed.call('POST', path, { as: ANNA, body: {} });
  const called = await nextCall();
  expect(called.body).toMatchObject({ jobId: started.jobId, status: 'completed' });
  const ended = await workflow.run('Rounds calls', { ...called });
  expect([ended.node, ended.file?.toString()]).toEqual(['Download the PDF', textOf(started.jobId)]);
});

it('weekly-report.json believes the API, not the call: one that lies brings no file', async () => {
  const workflow = await openWorkflow(file('weekly-report.json'), options);
  bed.fakes.hold();
  const body = { studyId: 'S1', reportType: 'study-weekly' };
  const { jobId } = (await bed.call('POST', '/api/v1/reports/generate', { as: ANNA, body })).json;
  const lie = { body: { jobId, status: 'completed', link: 'https://elsewhere.example.org' } };
  await expect(workflow.run('Rounds calls', lie)).rejects.toThrow(
    new RegExp(`${jobId} is (queued|processing)`),
  );
  await bed.call('DELETE', `/api/v1/jobs/${jobId}`, { as: ANNA });
  bed.fakes.release();
});

it('report-now.json asks, waits for the call, and downloads', async () => {
  const workflow = await openWorkflow(file('report-now.json'), options);
  const ended = await workflow.run('Make a report');
  expect(ended.node).toBe('Download the PDF');
  expect(ended.file?.toString()).toMatch(/^pdf of run_[0-9a-f]{24} for all-blinded$/);
});
