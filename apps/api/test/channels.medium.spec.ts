import { systemClock } from '@rounds/adapters/clock';
import { createNotifyActivities } from '@rounds/activities-notify/notify.activities';
import { openReceiver, type Receiver } from '@rounds/activities-notify/testing/receiver';
import { uniqueName } from '@rounds/adapters/testing/servers';
import type { AggregateInput, NotifyInput } from '@rounds/contracts/activities';
import { setTimeout as delay } from 'node:timers/promises';
import { openApiBed, type ApiBed } from './api-bed.ts';
import { headlineOf } from './records.ts';
import { mailing, messagesOf } from './workers.ts';

/**
 * Real: the API, the workflows, the ledger, the messages' way to a receiver that stands for Microsoft Teams. Making the
 * report is left to fakes.
 */
let bed: ApiBed;
let teams: Receiver;
const OWNER = `${uniqueName('owner')}@example.org`;
const BEN = `${uniqueName('ben')}@example.org`;
const OUTSIDER = `${uniqueName('outsider')}@example.org`;
const OPERATOR = `${uniqueName('operator')}@example.org`;
const SIGNATURE = 'sig=a-secret-of-the-address';
/** What travels in the histories of workflows. */
const inputs: NotifyInput[] = [];

beforeAll(async () => {
  bed = await openApiBed('channels', {
    stages: ({ mongo, objects, fakes, config }) => {
      const stage = createNotifyActivities({ mongo, objects, ...mailing(config), now: systemClock });
      return {
        aggregate: {
          aggregate: async (input: AggregateInput) => {
            const dataset = await fakes.aggregate(input);
            const bytes = Buffer.from(JSON.stringify(headlineOf(input.run.studyId)));
            await objects.put(dataset.headlineKey, bytes, 'application/json');
            return dataset;
          },
        },
        notify: {
          notify: (input: NotifyInput) => {
            inputs.push(input);
            return stage.notify(input);
          },
          ...messagesOf(config, mongo).notify,
        },
      };
    },
  });
  await bed.addStudy('S1');
  await bed.addStudy('S2');
  await bed.grant(OWNER, 'S1');
  await bed.grant(BEN, 'S1', { sites: ['701'] });
  await bed.grant(OUTSIDER, 'S2');
  await bed.addRole(OPERATOR, 'operator');
  teams = await openReceiver();
});
afterAll(async () => {
  await teams.close();
  await bed.close();
});
beforeEach(() => {
  teams.received.length = 0;
  teams.answer = (response) => response.writeHead(202).end();
});

const address = () => `${teams.url}/workflows/1?${SIGNATURE}`;
const post = (path: string, body: object = {}, as = OWNER) =>
  bed.call('POST', `/api/v1${path}`, { as, body });
const subscribe = async (more: object = {}) =>
  (
    await post('/subscriptions', {
      ...{ studyId: 'S1', reportType: 'study-weekly', formats: ['pdf'], evenIfEqual: true },
      ...{ schedule: { every: 'week', at: '23:59', timeZone: 'UTC' } },
      ...{ channels: [{ kind: 'teams', url: address() }], ...more },
    })
  ).json as unknown as Subscription;

interface Subscription {
  readonly id: string;
  readonly channels: readonly { readonly id: string; readonly kind: string; readonly host: string }[];
}
interface Shown {
  readonly status: string;
  readonly error: { readonly code: string } | null;
  readonly deliveries: readonly {
    readonly recipientId: string;
    readonly status: string;
    readonly mails: number;
  }[];
}

const becomes = async (jobId: string, status: string): Promise<Shown> => {
  for (const end = performance.now() + 30_000; performance.now() < end;) {
    const shown = (await bed.call('GET', `/api/v1/jobs/${jobId}`, { as: OWNER })).json as unknown as Shown;
    if (shown.status === status) return shown;
    await delay(25);
  }
  throw new Error(`It did not become ${status} within thirty seconds.`);
};
const run = async (id: string): Promise<string> => (await post(`/subscriptions/${id}/run-now`)).json.jobId;
const toTeams = ({ deliveries }: Shown) =>
  deliveries.find(({ recipientId }) => recipientId.startsWith('teams:'));
const linkIn = (body: string) => /https?:[^"]*\/r\/[\w-]+/.exec(body)?.[0] ?? '';

describe('the channels of a subscription', () => {
  it('are shown by their host alone, kept by their ids, and their addresses are read nowhere', async () => {
    const { id, channels } = await subscribe();
    const { host } = new URL(teams.url);
    expect(channels).toEqual([{ id: expect.stringMatching(/^chn_/) as string, kind: 'teams', host }]);
    const change = (body: object) => bed.call('PATCH', `/api/v1/subscriptions/${id}`, { as: OWNER, body });
    const added = await change({
      channels: [{ id: channels[0]?.id }, { kind: 'teams', url: `${teams.url}/second?${SIGNATURE}` }],
    });
    expect((added.json as unknown as Subscription).channels).toHaveLength(2);
    expect((added.json as unknown as Subscription).channels[0]).toEqual(channels[0]);
    const kept = JSON.stringify([
      await bed.mongo.collection('subscriptions').find().toArray(),
      await bed.mongo.collection('audit').find().toArray(),
      await bed.mongo.collection('idempotency').find().toArray(),
      added.text,
    ]);
    expect(kept).not.toContain(SIGNATURE);
    expect(((await change({ channels: [] })).json as unknown as Subscription).channels).toEqual([]);
  });

  it.each([
    [[{ kind: 'teams', url: 'ftp://example.org' }], 'channels.0.url'],
    [[{ kind: 'pigeon', url: 'https://example.org' }], 'channels.0.kind'],
  ])('are refused when they are not valid: %j', async (channels, field) => {
    const { status, json } = await post('/subscriptions', {
      ...{ studyId: 'S1', reportType: 'study-weekly', formats: ['pdf'], channels },
      schedule: { every: 'week', at: '23:59', timeZone: 'UTC' },
    });
    expect([status, json.errors.map((each) => each.field)]).toEqual([400, [field]]);
  });

  it('are kept by no id of another subscription', async () => {
    const [one, other] = [await subscribe(), await subscribe()];
    const body = { channels: [{ id: other.channels[0]?.id }] };
    const { status, json } = await bed.call('PATCH', `/api/v1/subscriptions/${one.id}`, { as: OWNER, body });
    expect([status, json.errors.map((each) => each.field)]).toEqual([400, ['channels.0.id']]);
  });
});

describe('a run of a subscription with a channel', () => {
  it('tells the channel once, and the job lists it', async () => {
    const { id, channels } = await subscribe();
    const shown = await becomes(await run(id), 'completed');
    expect(toTeams(shown)).toMatchObject({
      recipient: 'Microsoft Teams',
      recipientId: `teams:${channels[0]?.id ?? ''}`,
      ...{ channel: 'teams', status: 'accepted', mails: 1 },
    });
    expect(teams.received.map(({ path }) => path)).toEqual([`/workflows/1?${SIGNATURE}`]);
    const kept = [inputs, await bed.mongo.collection('deliveries').find().toArray()];
    expect(JSON.stringify(kept)).not.toContain(SIGNATURE);
  });

  it('links to a page that asks to sign in, and shows nothing of the report or its scope', async () => {
    const { id } = await subscribe();
    const jobId = await run(id);
    await becomes(jobId, 'completed');
    const link = new URL(linkIn(teams.received[0]?.body ?? ''));
    const { status, text } = await bed.call('GET', link.pathname);
    expect(status).toBe(200);
    expect(text).toContain(jobId);
    expect(text).toContain('people who have signed in');
    expect(text).not.toMatch(/value="pdf"|treatment arms|all sites/);
    expect((await bed.call('POST', `${link.pathname}/open`, { form: { format: 'pdf' } })).status).toBe(403);
  });

  it('is seen by members of the study, and its files by those whose rights cover them', async () => {
    const { id } = await subscribe();
    const jobId = await run(id);
    await becomes(jobId, 'completed');
    const see = (as: string, path = '') => bed.call('GET', `/api/v1/jobs/${jobId}${path}`, { as });
    const ben = (await see(BEN)).json as unknown as Shown & { outputs: readonly object[] };
    expect(ben).toMatchObject({ status: 'completed', outputs: [], deliveries: [] });
    expect((await see(BEN, '/download')).status).toBe(403);
    expect((await see(OUTSIDER)).status).toBe(404);
  });

  it('is partly delivered while the channel refuses, and completed when it is told again', async () => {
    teams.answer = (response) => response.writeHead(404).end();
    const jobId = await run((await subscribe()).id);
    const shown = await becomes(jobId, 'partly-delivered');
    expect(shown.error).toMatchObject({ code: 'CHANNEL_REJECTED' });
    expect(toTeams(shown)).toMatchObject({ status: 'failed', code: 'CHANNEL_REJECTED' });
    teams.answer = (response) => response.writeHead(202).end();
    const recipient = encodeURIComponent(toTeams(shown)?.recipientId ?? '');
    expect((await post(`/jobs/${jobId}/deliveries/${recipient}/retry`)).status).toBe(202);
    expect(toTeams(await becomes(jobId, 'completed'))).toMatchObject({ status: 'accepted', mails: 2 });
    expect(teams.received).toHaveLength(2);
  });

  it.each([
    [
      'that was taken off',
      (id: string) => bed.call('PATCH', `/api/v1/subscriptions/${id}`, { as: OWNER, body: { channels: [] } }),
    ],
    [
      'whose owner lost the right',
      async () => {
        const userId = (await bed.mongo.collection('users').findOne({ email: OWNER }))?._id ?? '';
        await bed.mongo.collection('memberships').deleteOne({ userId });
      },
    ],
  ])('tells nothing to a channel %s', async (_what, change) => {
    const { id } = await subscribe();
    const jobId = await run(id);
    const told = await becomes(jobId, 'completed');
    const failed = { status: 'failed', code: 'CHANNEL_REJECTED' } as const;
    await bed.mongo.collection('deliveries').updateOne({ runId: jobId, channel: 'teams' }, { $set: failed });
    await change(id);
    const recipient = encodeURIComponent(toTeams(told)?.recipientId ?? '');
    const again = await post(`/jobs/${jobId}/deliveries/${recipient}/retry`, {}, OPERATOR);
    expect(again.status).toBe(409);
    expect(teams.received).toHaveLength(1);
    await bed.grant(OWNER, 'S1');
  });
});
