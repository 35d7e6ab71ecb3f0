/** Medium: Temporal's time-skipping server; what is posted and mailed are in-memory fakes. */
import { startNotice } from '@rounds/adapters/temporal/commands/start-notice';
import { testWebhook } from '@rounds/adapters/temporal/commands/test-webhook';
import { startWebhook } from '@rounds/adapters/temporal/commands/start-webhook';
import { RoundsError } from '@rounds/contracts/errors';
import { noticeWorkflowId, webhookWorkflowId } from '@rounds/contracts/ids';
import { noticeId, type Notice } from '@rounds/contracts/notice';
import { asTold, because } from '@rounds/contracts/why';
import { openTestBed, type TestBed } from './test-bed.ts';

let bed: TestBed;
beforeAll(async () => {
  bed = await openTestBed();
});
beforeEach(() => {
  bed.fakes.reset();
});
afterAll(() => bed.close());

const notice = (subscriptionId: string): Notice => ({
  about: {
    kind: 'subscription-ended',
    ...{ subscriptionId, studyId: 'DEMO', reportType: 'study-weekly' },
    ...{ why: because('last-day-passed'), occasion: '1' },
  },
  to: ['usr_1', 'usr_2'],
  operators: false,
});
const call = (id: string, replays = 0) => ({ _id: id, studyId: 'DEMO', replays });
const resultOf = (workflowId: string): Promise<unknown> => bed.client.workflow.getHandle(workflowId).result();
const refused = (retryAfterMs: number) =>
  new RoundsError('DEPENDENCY_DOWN', 'The receiver answered 500.', { retryAfterMs });

describe('a notice', () => {
  it('is mailed once to each, however often it is started', async () => {
    const wanted = notice('sub_once');
    expect(await startNotice(bed.client, wanted)).toBe(true);
    expect(await startNotice(bed.client, wanted)).toBe(false);
    await resultOf(noticeWorkflowId(noticeId(wanted.about)));
    expect(await startNotice(bed.client, wanted)).toBe(false);
    expect(
      bed.fakes
        .inputs('sendNotice')
        .map(({ recipientId }) => recipientId)
        .sort(),
    ).toEqual(['usr_1', 'usr_2']);
  });

  it('that one of them refuses reaches the other', async () => {
    const wanted = notice('sub_refused');
    bed.fakes.on('sendNotice', ({ recipientId }) => {
      if (recipientId === 'usr_1') throw new RoundsError('MAIL_REJECTED', 'The provider refuses the mail.');
      return { recipientId, status: 'accepted' };
    });
    await startNotice(bed.client, wanted);
    expect(await resultOf(noticeWorkflowId(noticeId(wanted.about)))).toEqual([
      { recipientId: 'usr_1', status: 'failed', why: asTold('The provider refuses the mail.') },
      { recipientId: 'usr_2', status: 'accepted' },
    ]);
  });
});

describe('a webhook', () => {
  it('waits as long as each refusal says, and ends with the first answer', async () => {
    const began = await bed.now();
    bed.fakes.failFirst('postWebhook', 2, () => refused(1_800_000));
    await startWebhook(bed.client, call('run_patient.1'));
    await startWebhook(bed.client, call('run_patient.1'));
    expect(await resultOf(webhookWorkflowId('run_patient.1', 0))).toBe('delivered');
    expect(bed.fakes.inputs('postWebhook')).toHaveLength(3);
    expect((await bed.now()) - began).toBeGreaterThanOrEqual(3_600_000);
    expect(bed.fakes.inputs('giveUpWebhook')).toEqual([]);
  });

  it('waits for its turn by a timer: no attempt fails meanwhile', async () => {
    const began = await bed.now();
    let turns = 0;
    bed.fakes.on('postWebhook', () => ((turns += 1) < 4 ? { waitMs: 300_000 } : 'delivered'));
    await startWebhook(bed.client, call('run_turn.1'));
    const id = webhookWorkflowId('run_turn.1', 0);
    expect(await resultOf(id)).toBe('delivered');
    expect((await bed.now()) - began).toBeGreaterThanOrEqual(900_000);
    const { events } = await bed.client.workflow.getHandle(id).fetchHistory();
    const attempts = events?.flatMap(({ activityTaskStartedEventAttributes: started }) =>
      started ? [started.attempt] : [],
    );
    expect(attempts).toEqual([1, 1, 1, 1]);
  });

  it('whose turn does not come for a day is given up', async () => {
    bed.fakes.on('postWebhook', () => ({ waitMs: 3_600_000 }));
    // The test server skips no time any more once a workflow has started a child.
    bed.fakes.on('giveUpWebhook', () => null);
    await startWebhook(bed.client, call('run_turnless.1'));
    const id = webhookWorkflowId('run_turnless.1', 0);
    expect(await resultOf(id)).toBe('given-up');
    const { startTime, closeTime } = await bed.client.workflow.getHandle(id).describe();
    const hours = ((closeTime?.getTime() ?? 0) - startTime.getTime()) / 3_600_000;
    expect(hours).toBeGreaterThan(23.9);
    expect(hours).toBeLessThan(24.1);
    expect(bed.fakes.inputs('giveUpWebhook')).toHaveLength(1);
  });

  it('that nobody takes for a day is given up, and people are told', async () => {
    const began = await bed.now();
    bed.fakes.on('postWebhook', () => {
      throw refused(3_600_000);
    });
    await startWebhook(bed.client, call('run_lost.1'));
    expect(await resultOf(webhookWorkflowId('run_lost.1', 0))).toBe('given-up');
    const lasted = (await bed.now()) - began;
    expect(lasted / 3_600_000).toBeGreaterThan(22);
    expect(lasted / 3_600_000).toBeLessThan(25);
    expect(bed.fakes.inputs('postWebhook').length).toBeGreaterThan(20);
    await resultOf(noticeWorkflowId('webhook-given-up.run_lost.1.0'));
    expect(bed.fakes.inputs('sendNotice').map(({ notice: { about } }) => about.kind)).toEqual([
      'webhook-given-up',
    ]);
  });

  it('that meanwhile was answered tells nobody', async () => {
    bed.fakes.on('postWebhook', () => {
      throw refused(30 * 3_600_000);
    });
    bed.fakes.on('giveUpWebhook', () => null);
    await startWebhook(bed.client, call('run_answered.1'));
    expect(await resultOf(webhookWorkflowId('run_answered.1', 0))).toBe('given-up');
    expect(bed.fakes.inputs('sendNotice')).toEqual([]);
  });

  it('of a test is made once, whatever comes of it', async () => {
    const test = { id: 'test_1', callerId: 'usr_tests', sealed: 'sealed' };
    expect(await testWebhook(bed.client, test)).toMatchObject({ statusCode: 204 });
    bed.fakes.on('testWebhook', () => {
      throw new RoundsError('DEPENDENCY_DOWN', 'MongoDB does not answer.');
    });
    await expect(testWebhook(bed.client, test)).rejects.toMatchObject({ code: 'DEPENDENCY_DOWN' });
    expect(bed.fakes.inputs('testWebhook')).toHaveLength(2);
    bed.fakes.on('testWebhook', () => ({ waitMs: 2_000 }));
    await expect(testWebhook(bed.client, test)).rejects.toMatchObject({
      ...{ code: 'RATE_LIMITED', retryAfterMs: 2_000 },
    });
  });

  it('is sent again by a workflow of its own', async () => {
    await startWebhook(bed.client, call('run_again.1'));
    await resultOf(webhookWorkflowId('run_again.1', 0));
    await startWebhook(bed.client, call('run_again.1', 1));
    expect(await resultOf(webhookWorkflowId('run_again.1', 1))).toBe('delivered');
    expect(bed.fakes.inputs('postWebhook').map(({ replay }) => replay)).toEqual([0, 1]);
  });
});
