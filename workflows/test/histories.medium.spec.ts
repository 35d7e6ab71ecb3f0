/**
 * Medium: Temporal's time-skipping server; the stages are in-memory fakes. Plays the lives of workflows that must
 * survive a deployment, and replays each from its history with a fresh worker. With ROUNDS_RECORD_HISTORIES=1 the
 * new ones are also kept in histories/, plain and of made-up ids, for replay.spec.ts to guard later versions.
 */
import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { startNotice } from '@rounds/adapters/temporal/commands/start-notice';
import { startRedelivery } from '@rounds/adapters/temporal/commands/start-redelivery';
import { startWebhook } from '@rounds/adapters/temporal/commands/start-webhook';
import { testWebhook } from '@rounds/adapters/temporal/commands/test-webhook';
import { BUILT_WORKFLOWS } from '@rounds/adapters/testing/servers';
import { RoundsError } from '@rounds/contracts/errors';
import {
  noticeWorkflowId,
  redeliveryWorkflowId,
  reportWorkflowId,
  requestedRunId,
  webhookTestWorkflowId,
  webhookWorkflowId,
} from '@rounds/contracts/ids';
import { noticeId } from '@rounds/contracts/notice';
import { TASK_QUEUES } from '@rounds/contracts/queues';
import type { OpenedRun } from '@rounds/contracts/run';
import { asTold } from '@rounds/contracts/why';
import type { WorkflowHandle } from '@temporalio/client';
import { historyToJSON, type History } from '@temporalio/common/lib/proto-utils.js';
import { Worker } from '@temporalio/worker';
import type { reconciliation, retention } from '../src/index.ts';
import { cancelSignal, pauseSignal, resumeSignal } from '../src/subscription.workflow.ts';
import { ready } from './fake-stages.ts';
import {
  closed,
  DAILY,
  DAY,
  desired,
  HOUR,
  MINUTE,
  nextEight,
  request,
  startReport,
  subscribe,
} from './subscribe.ts';
import { openTestBed, plainConverter, type TestBed } from './test-bed.ts';

/** Stack traces name the folders of the machine that recorded them. */
const withoutStacks = (json: string): string =>
  JSON.stringify(
    JSON.parse(json, (key, value: unknown) => {
      if (key !== 'encodedAttributes') return value;
      const payload = value as { data: string };
      const attributes = JSON.parse(Buffer.from(payload.data, 'base64').toString()) as object;
      const data = Buffer.from(JSON.stringify({ ...attributes, stack_trace: '' })).toString('base64');
      return { ...payload, data };
    }),
    null,
    1,
  );

const isRecording = process.env.ROUNDS_RECORD_HISTORIES === '1';
const outage = () => new RoundsError('DEPENDENCY_DOWN', 'MongoDB does not answer: ECONNREFUSED.');

describe('histories', () => {
  let bed: TestBed;
  beforeAll(async () => {
    bed = await openTestBed(plainConverter);
  });
  beforeEach(() => {
    bed.fakes.reset();
  });
  afterAll(() => bed.close());

  const keep = async (name: string, history: History) => {
    const json = withoutStacks(historyToJSON(history));
    await Worker.runReplayHistory(
      { workflowBundle: BUILT_WORKFLOWS, dataConverter: plainConverter },
      JSON.parse(json),
    );
    const file = new URL(`histories/${name}.json`, import.meta.url);
    // What an earlier version left is never replaced: it is what later versions must still replay.
    if (isRecording && !existsSync(file)) await writeFile(file, `${json}\n`);
  };

  const keepClosed = async (name: string, handle: WorkflowHandle) => {
    await closed(handle);
    await keep(name, await handle.fetchHistory());
  };

  it('of a mail that is sent again until it is taken', async () => {
    const mail = {
      ...{ run: request({ runId: 'sub_1.partly' }), recipientId: 'usr_2', artefacts: [] },
      ...{ scope: { sites: 'all' as const, unblinded: false }, headlineKey: 'headlines/a.json' },
    };
    bed.fakes.on('openRedelivery', () => [mail]);
    bed.fakes.on('notify', () => {
      throw new RoundsError('CONFIGURATION', 'The provider does not know the key.');
    });
    let tries = 0;
    bed.fakes.on('closeRedelivery', () => ({ again: ++tries < 2 }));
    const wish = { runId: 'sub_1.partly', studyId: 'DEMO', recipientIds: ['usr_2'] };
    await startRedelivery(bed.client, wish, 'usr_2.1');
    const handle = bed.client.workflow.getHandle(redeliveryWorkflowId('sub_1.partly', 'usr_2.1'));
    // Time passes only for who waits for the result, and while nothing else is at work: so it is the first.
    await handle.result();
    await keepClosed('redelivery', handle);
  });

  it('of a subscription through a run, and asleep after it', async () => {
    const subscribed = await subscribe(bed);
    const due = nextEight(await bed.now());
    const first = bed.client.workflow.getHandle(
      subscribed.handle.workflowId,
      subscribed.handle.firstExecutionRunId,
    );
    await subscribed.apply(desired({ revision: 2, status: 'paused' }));
    await subscribed.apply(desired({ revision: 3 }));
    await bed.sleepUntil(due + MINUTE);
    await subscribed.apply(desired({ revision: 4, schedule: { ...DAILY, at: '09:00' } }));
    await keep('subscription-run', await first.fetchHistory());
    await keep('subscription-asleep', await subscribed.handle.fetchHistory());
    await subscribed.handle.cancel();
    await keepClosed('subscription-cancelled-in-temporal', subscribed.handle);
  });

  it('of a subscription steered by signals, with runs asked for', async () => {
    const subscribed = await subscribe(bed);
    await subscribed.handle.signal(pauseSignal);
    const { runId } = await subscribed.runNow('one');
    await subscribed.handle.signal(resumeSignal);
    while (bed.fakes.outcome(runId) === undefined) await bed.env.sleep(1000);
    await bed.env.sleep(MINUTE);
    const first = bed.client.workflow.getHandle(
      subscribed.handle.workflowId,
      subscribed.handle.firstExecutionRunId,
    );
    await keep('subscription-run-now', await first.fetchHistory());
    await subscribed.handle.signal(cancelSignal);
    await keepClosed('subscription-cancelled', subscribed.handle);
  });

  it('of a subscription whose runs are moved and skipped, which is handed over and ends with its study', async () => {
    const due = nextEight(await bed.now());
    const dayOf = (epochMs: number) => new Date(epochMs).toISOString().slice(0, 10);
    const exceptions = [
      { due: dayOf(due), to: `${dayOf(due)}T15:30` },
      { due: dayOf(due + DAY), to: null },
    ];
    const subscribed = await subscribe(bed);
    await subscribed.apply(desired({ revision: 2, exceptions, ownerId: 'usr_new' }));
    const first = bed.client.workflow.getHandle(
      subscribed.handle.workflowId,
      subscribed.handle.firstExecutionRunId,
    );
    await bed.sleepUntil(due + 8 * HOUR);
    await keep('subscription-moved', await first.fetchHistory());
    const closedAt = dayOf(due + 2 * DAY);
    await subscribed.apply(desired({ revision: 3, exceptions, ownerId: 'usr_new', closedAt }));
    await bed.sleepUntil(due + 2 * DAY + MINUTE);
    await keepClosed('subscription-study-closed', subscribed.handle);
  });

  it('of a subscription whose due run waited for the one under way when its schedule changed', async () => {
    const due = nextEight(await bed.now());
    const next = new Date(due + DAY).toISOString().slice(0, 10);
    const exceptions = [{ due: next, to: `${new Date(due).toISOString().slice(0, 10)}T08:30` }];
    const subscribed = await subscribe(bed, { desired: desired({ exceptions }) });
    const first = bed.client.workflow.getHandle(
      subscribed.handle.workflowId,
      subscribed.handle.firstExecutionRunId,
    );
    // The first is held up for longer than the half hour to the next.
    bed.fakes.failFirst('freezeCut', 10, outage);
    await bed.sleepUntil(due + 31 * MINUTE);
    await subscribed.apply(desired({ revision: 2, exceptions, schedule: { ...DAILY, at: '09:00' } }));
    bed.fakes.reset();
    await bed.sleepUntil(due + 2 * HOUR);
    await keep('subscription-owed', await first.fetchHistory());
    await subscribed.handle.cancel();
    await closed(subscribed.handle);
  });

  it('of a subscription that was halted, and of its run that a halt stopped on its way', async () => {
    let asked = 0;
    const hold = { haltId: 'installation', lookAgainMs: 2 * HOUR };
    // The due run, and later the run: each asks twice.
    bed.fakes.on('heldBy', () => [hold, null, null, hold, null][asked++] ?? null);
    bed.fakes.on('notify', ({ recipientId }) => {
      if (asked < 4) throw new RoundsError('HALTED', 'Everything is halted by operators.');
      return { recipientId, status: 'accepted' };
    });
    const due = nextEight(await bed.now());
    const subscribed = await subscribe(bed);
    const first = bed.client.workflow.getHandle(
      subscribed.handle.workflowId,
      subscribed.handle.firstExecutionRunId,
    );
    await bed.sleepUntil(due + 8 * HOUR);
    await keep('subscription-halted', await first.fetchHistory());
    const [run] = bed.fakes.opened(subscribed.id);
    await keepClosed('report-halted', bed.client.workflow.getHandle(reportWorkflowId(run?.runId ?? '')));
    await subscribed.handle.cancel();
    await closed(subscribed.handle);
  });

  it('of a subscription that is over', async () => {
    const now = await bed.now();
    const until = new Date(now - DAY).toISOString().slice(0, 10);
    const subscribed = await subscribe(bed, { desired: desired({ until }) });
    await keepClosed('subscription-ended', subscribed.handle);
  });

  it('of a run that is completed after an outage, for two groups', async () => {
    bed.fakes.on('openRun', () =>
      ready([
        { scope: { sites: ['701'], unblinded: false }, recipients: ['usr_1', 'usr_2'] },
        { scope: { sites: 'all', unblinded: true }, recipients: ['usr_3'] },
      ]),
    );
    bed.fakes.failFirst('freezeCut', 2, outage);
    const handle = await startReport(bed, request({ runId: 'sub_1.completed' }));
    await bed.env.sleep(10 * MINUTE);
    await keepClosed('report-completed', handle);
  });

  it.each([true, false])('of a run for two groups, one of them unchanged, with a note: %p', async (note) => {
    bed.fakes.on('openRun', () => ({
      ...ready([
        { scope: { sites: ['701'], unblinded: false }, recipients: ['usr_1'] },
        { scope: { sites: ['702'], unblinded: false }, recipients: ['usr_2'] },
      ]),
      onlyChanged: { note },
    }));
    bed.fakes.on('aggregate', ({ scope }) => ({
      ...{ key: 'datasets/1.json', sha256: 'ab', headlineKey: 'headlines/1.json' },
      changed: scope.sites[0] === '702',
    }));
    const name = note ? 'report-partly-unchanged-note' : 'report-partly-unchanged';
    await keepClosed(name, await startReport(bed, request({ runId: `sub_1.partly-${String(note)}` })));
  });

  it('of a run for readers of two languages', async () => {
    const scope = { sites: 'all', unblinded: false } as const;
    bed.fakes.on('openRun', () =>
      ready([
        { scope, recipients: ['usr_1'] },
        { scope, language: 'de', recipients: ['usr_2'] },
      ]),
    );
    await keepClosed('report-two-languages', await startReport(bed, request({ runId: 'sub_1.languages' })));
  });

  it('of a run for which nothing changed', async () => {
    bed.fakes.on('openRun', () => ({ ...ready(), onlyChanged: { note: false } }));
    bed.fakes.on('aggregate', () => ({ key: 'd', sha256: 'ab', headlineKey: 'h', changed: false }));
    await keepClosed('report-unchanged', await startReport(bed, request({ runId: 'sub_1.unchanged' })));
  });

  it('of a run that failed', async () => {
    bed.fakes.on('render', () => {
      throw new RoundsError('RENDER_INCOMPLETE', 'A text is missing from the page.');
    });
    await keepClosed('report-failed', await startReport(bed, request({ runId: 'sub_1.failed' })));
  });

  it('of a run for two groups of which the gate holds one back', async () => {
    bed.fakes.on('openRun', () =>
      ready([
        { scope: { sites: ['701'], unblinded: false }, recipients: ['usr_1'] },
        { scope: { sites: ['702'], unblinded: false }, recipients: ['usr_2'] },
      ]),
    );
    const finding = {
      check: 'documents',
      where: 'document doc_1',
      code: 'bytes-gone',
    } as const;
    bed.fakes.on('inspect', ({ scope }) => (scope.sites[0] === '702' ? [finding] : []));
    await keepClosed('report-quarantined', await startReport(bed, request({ runId: 'sub_1.quarantined' })));
  });

  it('of a run that is sent marked partial', async () => {
    bed.fakes.on('openRun', () => ({ ...ready(), incomplete: 'partial' }) as OpenedRun);
    const finding = { check: 'images', where: 'document doc_2', code: 'bytes-gone' } as const;
    bed.fakes.on('inspect', ({ lacking }) => (lacking === undefined ? [finding] : []));
    await keepClosed('report-partial', await startReport(bed, request({ runId: 'sub_1.partial' })));
  });

  it('of a run of which every mail is in doubt', async () => {
    bed.fakes.on('notify', ({ recipientId }) => ({
      recipientId,
      status: 'unknown',
      why: asTold('No answer.'),
    }));
    await keepClosed('report-all-in-doubt', await startReport(bed, request({ runId: 'sub_1.in-doubt' })));
  });

  it('of a run that was suppressed', async () => {
    bed.fakes.on('openRun', () => ({ state: 'suppressed', why: asTold('No recipient may see the study.') }));
    await keepClosed('report-suppressed', await startReport(bed, request({ runId: 'sub_1.suppressed' })));
  });

  it.each(['render', 'notify'] as const)('of a run that was cancelled during %s', async (name) => {
    const held = bed.fakes.hold(name);
    const runId = requestedRunId('sub_1', `cancelled-${name}`);
    const handle = await startReport(bed, request({ runId, trigger: 'on-demand' }));
    await held.reached;
    await handle.cancel();
    await keepClosed(`report-cancelled-${name}`, handle);
  });

  it('of a run that was redriven and had its dataset', async () => {
    const scope = { sites: 'all', unblinded: false } as const;
    const dataset = { key: 'datasets/a.json', sha256: 'a'.repeat(64), headlineKey: 'headlines/a.json' };
    const cut = { manifestKey: 'cuts/a/manifest.json', sha256: 'b'.repeat(64), rows: 7, documents: 0 };
    const made = { cut, datasets: [{ scope, dataset }], outputs: [], mailed: false };
    bed.fakes.on('openRun', () => ({ ...ready(), made }) as OpenedRun);
    const run = request({ runId: 'sub_1.redriven', redrive: 1 });
    await keepClosed('report-redriven', await startReport(bed, run));
  });

  it('of a run whose stage stopped before it was closed as cancelled', async () => {
    const held = bed.fakes.hold('render');
    const run = request({ runId: 'run_stopped-first', trigger: 'on-demand' });
    const handle = await startReport(bed, run);
    await held.reached;
    await handle.cancel();
    await keepClosed('report-cancelled-stopped', handle);
  });

  it('of a retention', async () => {
    const handle = await bed.client.workflow.start<typeof retention>('retention', {
      workflowId: 'retention',
      taskQueue: TASK_QUEUES.workflows,
    });
    await keepClosed('retention', handle);
  });

  it('of a run that is under way', async () => {
    const held = bed.fakes.hold('aggregate');
    const handle = await startReport(bed, request({ runId: 'sub_1.under-way' }));
    await held.reached;
    await keep('report-under-way', await handle.fetchHistory());
    held.release();
    await closed(handle);
  });

  it('of a notice that one of two refuses', async () => {
    bed.fakes.on('sendNotice', ({ recipientId }) => {
      if (recipientId === 'usr_1') throw new RoundsError('MAIL_REJECTED', 'The provider refuses the mail.');
      return { recipientId, status: 'accepted' };
    });
    const about = {
      kind: 'study-closed',
      ...{ subscriptionId: 'sub_1', studyId: 'DEMO', reportType: 'study-weekly', occasion: '1' },
    } as const;
    await startNotice(bed.client, { about, to: ['usr_1', 'usr_2'], operators: false });
    await keepClosed('notice', bed.client.workflow.getHandle(noticeWorkflowId(noticeId(about))));
  });

  it('of a webhook that is taken at the second try, and of one that is given up', async () => {
    bed.fakes.failFirst('postWebhook', 1, outage);
    await startWebhook(bed.client, { _id: 'run_1.1', studyId: 'DEMO', replays: 0 });
    await keepClosed('webhook-delivered', bed.client.workflow.getHandle(webhookWorkflowId('run_1.1', 0)));
    bed.fakes.on('postWebhook', () => {
      throw new RoundsError('CONFIGURATION', 'Its secret cannot be opened.');
    });
    await startWebhook(bed.client, { _id: 'run_1.2', studyId: 'DEMO', replays: 0 });
    await keepClosed('webhook-given-up', bed.client.workflow.getHandle(webhookWorkflowId('run_1.2', 0)));
  });

  it('of a webhook that is refused once, waits for its turn and is then taken', async () => {
    let nth = 0;
    bed.fakes.on('postWebhook', () => {
      nth += 1;
      if (nth === 1)
        throw new RoundsError('DEPENDENCY_DOWN', 'The receiver answered 500.', { retryAfterMs: 1 });
      return nth < 4 ? { waitMs: 100 } : 'delivered';
    });
    await startWebhook(bed.client, { _id: 'run_1.3', studyId: 'DEMO', replays: 0 });
    await keepClosed('webhook-waited', bed.client.workflow.getHandle(webhookWorkflowId('run_1.3', 0)));
  });

  it('of a test call', async () => {
    await testWebhook(bed.client, { id: 'test_1', callerId: 'usr_1', sealed: 'sealed' });
    const id = webhookTestWorkflowId('usr_1');
    await keepClosed('webhook-test', bed.client.workflow.getHandle(id));
  });

  it('of a reconciliation', async () => {
    const handle = await bed.client.workflow.start<typeof reconciliation>('reconciliation', {
      workflowId: 'reconciliation',
      taskQueue: TASK_QUEUES.workflows,
    });
    await keepClosed('reconciliation', handle);
  });
});
