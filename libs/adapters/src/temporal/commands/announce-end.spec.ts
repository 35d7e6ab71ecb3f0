import { systemClock } from '../../clock.ts';
import type { DeliveryDocument, RunDocument } from '@rounds/contracts/collections';
import type { Notice } from '@rounds/contracts/notice';
import type { WebhookDeliveryDocument } from '@rounds/contracts/webhook';
import { asTold, because } from '@rounds/contracts/why';
import { WorkflowExecutionAlreadyStartedError, type Client } from '@temporalio/client';
import { createAnnounceEnd } from './announce-end.ts';

/** Whom each end is told to. Temporal and the log are recorders that know ids, as the real ones do. */
const scene = (rows: DeliveryDocument[] = []) => {
  const started = new Map<string, unknown>();
  const logged = new Map<string, WebhookDeliveryDocument>();
  const announced: string[] = [];
  const temporal = { isAway: false };
  const client = {
    withDeadline: (_deadline: number, work: () => Promise<unknown>) => work(),
    workflow: {
      start: (type: string, { workflowId, args }: { workflowId: string; args: readonly unknown[] }) => {
        if (temporal.isAway) return Promise.reject(new Error('Temporal is away'));
        if (started.has(workflowId))
          return Promise.reject(new WorkflowExecutionAlreadyStartedError('again', workflowId, type));
        started.set(workflowId, args[0]);
        return Promise.resolve();
      },
    },
  } as unknown as Client;
  const announce = createAnnounceEnd({
    client,
    now: systemClock,
    ledger: { ofRun: () => Promise.resolve(rows) },
    runs: {
      announced: ({ _id }) => {
        announced.push(_id);
        return Promise.resolve();
      },
    },
    webhooks: {
      insert: (call) => {
        if (!logged.has(call._id)) logged.set(call._id, call);
        return Promise.resolve();
      },
    },
    subscriptions: {
      find: (id) => Promise.resolve(id === 'sub_1' ? ({ ownerId: 'usr_new' } as never) : null),
    },
  });
  return { announce, started, logged, announced, temporal };
};

const AT = new Date('2026-11-23T07:00:31Z');
const CALLBACK = {
  url: 'https://a.example/any',
  onSuccess: 'https://a.example/yes',
  onFailure: 'https://a.example/no',
};

const ended = (change: Partial<RunDocument>): RunDocument => ({
  _id: 'run_1',
  trigger: 'on-demand',
  studyId: 'S1',
  reportType: 'study-weekly',
  parameters: {},
  requestedBy: 'usr_old',
  formats: ['csv', 'xlsx'],
  due: '2026-11-23',
  timeZone: 'UTC',
  period: { start: '2026-11-16', end: '2026-11-23' },
  priority: 'normal',
  status: 'completed',
  outputs: [],
  createdAt: AT,
  finishedAt: AT,
  ...change,
});

const row = (recipientId: string, change: Partial<DeliveryDocument>): DeliveryDocument => ({
  ...{ _id: `run_1|${recipientId}|email`, runId: 'run_1', studyId: 'S1', recipientId, channel: 'email' },
  ...{ status: 'accepted', updatedAt: AT },
  ...change,
});

const callOf = async (change: Partial<RunDocument>): Promise<WebhookDeliveryDocument | undefined> => {
  const { announce, logged } = scene();
  await announce(ended({ callback: CALLBACK, ...change }));
  return [...logged.values()][0];
};

describe('the callback of a run', () => {
  it('is told of success at its own address, with the result in a format that was made', async () => {
    const call = await callOf({ redrives: 2 });
    expect(call?.url).toBe('https://a.example/yes');
    expect(call?.payload).toEqual({
      ...{ jobId: 'run_1', status: 'completed', retryCount: 2, completedAt: AT.toISOString() },
      link: '/api/v1/jobs/run_1/download?format=xlsx',
    });
  });

  it('is told at the address for failures that mails were not delivered, with the result, and again once they are', async () => {
    const { announce, logged } = scene();
    const fault = { code: 'MAIL_BOUNCED', why: because('mail-came-back'), step: 'storing-file' } as const;
    const run = ended({ callback: CALLBACK });
    const partly = { status: 'partly-delivered', settledAt: new Date(AT.getTime() + 5) } as const;
    await announce(run);
    await announce({ ...run, ...partly, fault });
    await announce({ ...run, settledAt: new Date(AT.getTime() + 9) });
    const [, second, third] = [...logged.values()];
    expect(second?.url).toBe('https://a.example/no');
    expect(second?.payload).toEqual({
      ...{ jobId: 'run_1', status: 'partly-delivered', retryCount: 0 },
      failedAt: partly.settledAt.toISOString(),
      link: '/api/v1/jobs/run_1/download?format=xlsx',
      error: { code: 'MAIL_BOUNCED', why: because('mail-came-back') },
    });
    expect([third?.url, third?.payload.status]).toEqual(['https://a.example/yes', 'completed']);
    expect(logged.size).toBe(3);
  });

  it('is told that nothing changed, without a result', async () => {
    const call = await callOf({ status: 'unchanged' });
    expect([call?.url, call?.payload.link]).toEqual(['https://a.example/yes', undefined]);
  });

  it.each([
    [
      {
        status: 'failed',
        fault: { code: 'CUT_CORRUPT', why: asTold('It was changed.'), step: 'building-report' },
      },
      { code: 'CUT_CORRUPT', why: asTold('It was changed.') },
    ],
    [
      {
        status: 'quarantined',
        fault: { code: 'QUARANTINED', why: asTold('It was held back.'), step: 'generating-file' },
      },
      { code: 'QUARANTINED', why: asTold('It was held back.') },
    ],
    [{ status: 'cancelled' }, { code: 'CANCELLED', why: because('cancelled') }],
    [
      { status: 'suppressed', why: asTold('No recipient may see the study.') },
      { code: 'SUPPRESSED', why: asTold('No recipient may see the study.') },
    ],
  ] as const)('is told of %j at the address for failures', async (change, error) => {
    const call = await callOf(change);
    expect(call?.url).toBe('https://a.example/no');
    expect(call?.payload).toEqual({
      ...{ jobId: 'run_1', status: change.status, retryCount: 0, failedAt: AT.toISOString() },
      error,
    });
  });

  it('has one address where only one was given', async () => {
    expect((await callOf({ callback: { url: 'https://a.example' } }))?.url).toBe('https://a.example');
  });

  it('is told once however often the end is announced, also after Temporal was away', async () => {
    const { announce, started, logged, announced, temporal } = scene();
    const run = ended({ callback: CALLBACK });
    temporal.isAway = true;
    await expect(announce(run)).rejects.toThrow('away');
    expect(announced).toEqual([]);
    temporal.isAway = false;
    await announce(run);
    expect(announced).toEqual(['run_1']);
    await announce(run);
    expect([...started.keys()]).toEqual([`webhook/run_1.${String(AT.getTime())}`]);
    expect(logged.size).toBe(1);
    await announce({ ...run, finishedAt: new Date(AT.getTime() + 1) });
    expect(logged.size).toBe(2);
  });
});

describe('people', () => {
  const failed = { status: 'failed', subscriptionId: 'sub_1', trigger: 'schedule' } as const;

  it('are told of a scheduled run that failed: who owns the subscription now, and the operators', async () => {
    const { announce, started } = scene();
    await announce(ended(failed));
    await announce(ended(failed));
    const notices = [...started.values()] as Notice[];
    expect(notices).toHaveLength(1);
    expect(notices[0]).toMatchObject({
      about: { kind: 'run-failed', runId: 'run_1', subscriptionId: 'sub_1' },
      to: ['usr_new'],
      operators: true,
    });
  });

  it('are told of mails that were not delivered: how many, whose, and why', async () => {
    const { announce, started } = scene([
      row('usr_1', {}),
      row('usr_2', { receipt: 'bounced' }),
      row('usr_3', { status: 'unknown' }),
      row('usr_4', { status: 'suppressed' }),
    ]);
    const fault = { code: 'MAIL_BOUNCED', why: because('mail-came-back'), step: 'storing-file' } as const;
    const run = ended({ subscriptionId: 'sub_1', status: 'partly-delivered', fault });
    await announce(run);
    await announce(run);
    expect([...started.values()]).toMatchObject([
      {
        about: {
          ...{ kind: 'mails-undelivered', runId: 'run_1', subscriptionId: 'sub_1' },
          ...{ mails: { all: 4, failed: 1, inDoubt: 1 }, userIds: ['usr_2', 'usr_3'] },
          fault: { code: 'MAIL_BOUNCED' },
        },
        ...{ to: ['usr_new'], operators: true },
      },
    ]);
  });

  const finding = { check: 'documents', where: 'document doc_1', code: 'bytes-gone' } as const;
  const held = [
    {
      ...({ scope: { sites: 'all', unblinded: true }, artefacts: [] } as const),
      findings: Array.from({ length: 12 }, () => finding),
    },
  ];

  it.each([
    ['of a subscription', { subscriptionId: 'sub_1' }, 'usr_new'],
    ['on demand', {}, 'usr_old'],
  ])('are told of a run %s that was held back, and what was found first', async (_which, change, owner) => {
    const { announce, started } = scene();
    const run = ended({ ...change, status: 'quarantined', held });
    await announce(run);
    await announce(run);
    const scope = { sites: 'all', unblinded: true };
    expect([...started.values()]).toMatchObject([
      {
        about: { kind: 'run-quarantined', runId: 'run_1', held: [{ scope, count: 12 }] },
        ...{ to: [owner], operators: true },
      },
    ]);
    const [notice] = [...started.values()] as { about: { held: { findings: unknown[] }[] } }[];
    expect(notice?.about.held[0]?.findings).toHaveLength(10);
  });

  it.each([
    ['that is a preview', { status: 'quarantined', held, previewOf: 'sub_1' }],
    ['on demand', { status: 'failed' }],
    ['that was sent', { ...failed, status: 'completed' }],
    ['that was cancelled', { ...failed, status: 'cancelled' }],
  ] as const)('hear nothing of a run %s', async (_which, change) => {
    const { announce, started } = scene();
    await announce(ended(change));
    expect([...started.keys()]).toEqual([]);
  });

  it.each(['completed', 'quarantined'] as const)(
    'are told once what blinded readers of a run that is %s did not get, and not what it was',
    async (status) => {
      const { announce, started } = scene();
      const scope = { sites: 'all', unblinded: false } as const;
      const blindingFaults = [
        { where: 'documents.texts.text', documentId: 'doc_1' },
        { where: 'study.title' },
      ];
      const dataset = { ...{ key: 'k', sha256: 's', headlineKey: 'h' }, blindingFaults };
      const run = ended({
        status,
        datasets: [{ scope, dataset }],
        ...(status === 'quarantined' && { held }),
      });
      await announce(run);
      await announce({ ...run, finishedAt: new Date('2026-11-24T00:00:00Z') });
      const about = [...started.values()].map((notice) => (notice as Notice).about);
      expect(about.filter(({ kind }) => kind === 'hidden-from-blinded')).toMatchObject([
        {
          runId: 'run_1',
          held: [
            {
              ...{ scope, count: 2 },
              findings: [
                {
                  where: 'documents.texts.text, document doc_1',
                  code: 'left-out-for-blinded',
                },
                { where: 'study.title', code: 'hidden-from-blinded' },
              ],
            },
          ],
        },
      ]);
    },
  );

  it('hear nothing of a run that is under way', async () => {
    const { announce, started } = scene();
    await announce({ ...ended({ callback: CALLBACK }), finishedAt: undefined } as never);
    expect([...started.keys()]).toEqual([]);
  });
});
