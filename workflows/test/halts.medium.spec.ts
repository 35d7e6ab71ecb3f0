/** Medium: Temporal's time-skipping server and the real workflow bundle; the stages are in-memory fakes. */
import { startNotice } from '@rounds/adapters/temporal/commands/start-notice';
import { RoundsError } from '@rounds/contracts/errors';
import { haltId } from '@rounds/contracts/halt';
import { noticeWorkflowId } from '@rounds/contracts/ids';
import { noticeId } from '@rounds/contracts/notice';
import type { RunTrigger } from '@rounds/contracts/run';
import type { CatchUp } from '@rounds/contracts/schedule';
import {
  DAY,
  desired,
  HOUR,
  MINUTE,
  closed,
  nextEight,
  request,
  startReport,
  subscribe,
} from './subscribe.ts';
import { openTestBed, type TestBed } from './test-bed.ts';

let bed: TestBed;
let isHalted: boolean;
beforeAll(async () => {
  bed = await openTestBed();
});
beforeEach(() => {
  bed.fakes.reset();
  isHalted = true;
  bed.fakes.on('heldBy', () => (isHalted ? { haltId: haltId(), lookAgainMs: 10 * MINUTE } : null));
});
afterAll(() => bed.close());

const dateOf = (epochMs: number): string => new Date(epochMs).toISOString().slice(0, 10);
const halted = (): void => {
  if (isHalted) throw new RoundsError('HALTED', 'Everything is halted by operators.');
};

describe('a subscription whose study is halted', () => {
  it.each([
    ['latest', [2]],
    ['all', [0, 1, 2]],
    ['skip', []],
  ] as const)(
    'makes nothing, and once it is lifted follows its catchUp: %s',
    async (catchUp: CatchUp, made) => {
      const due = nextEight((await bed.now()) + HOUR);
      const subscribed = await subscribe(bed, { desired: desired({ catchUp }) });
      await bed.sleepUntil(due + 2 * DAY + 2 * HOUR);
      expect(bed.fakes.opened(subscribed.id)).toEqual([]);
      expect(await subscribed.view()).toMatchObject({ status: 'active', runCount: 0 });
      isHalted = false;
      await bed.sleepUntil(due + 2 * DAY + 3 * HOUR);
      const days = (...offsets: readonly number[]) => offsets.map((offset) => dateOf(due + offset * DAY));
      expect(bed.fakes.opened(subscribed.id).map((run) => run.due)).toEqual(days(...made));
      // And goes on as ever.
      await bed.sleepUntil(due + 3 * DAY + MINUTE);
      expect(bed.fakes.opened(subscribed.id).map((run) => run.due)).toEqual(days(...made, 3));
      await bed.env.sleep(1000);
      await subscribed.handle.cancel();
      await closed(subscribed.handle);
    },
  );

  it('hears its owner meanwhile: what is paused then is not made up for', async () => {
    const due = nextEight((await bed.now()) + HOUR);
    const subscribed = await subscribe(bed);
    await bed.sleepUntil(due + HOUR);
    expect(await subscribed.apply(desired({ revision: 2, status: 'paused' }))).toMatchObject({
      nextRunAt: null,
    });
    isHalted = false;
    expect(await subscribed.apply(desired({ revision: 3 }))).toMatchObject({ nextRunAt: due + DAY });
    await bed.sleepUntil(due + DAY + MINUTE);
    expect(bed.fakes.opened(subscribed.id).map((run) => run.due)).toEqual([dateOf(due + DAY)]);
    await bed.env.sleep(1000);
    await subscribed.handle.cancel();
    await closed(subscribed.handle);
  });
});

describe('a run under way when a halt comes', () => {
  it.each([
    ['openRun', 'schedule'],
    ['freezeCut', 'on-demand'],
    ['render', 'on-demand'],
    ['notify', 'schedule'],
  ] as const)(
    'waits before %s for longer than any retries last, and then goes on',
    async (stage, trigger: RunTrigger) => {
      const [answer, runId] = [bed.fakes.answer(stage), `run_halted-${stage}`];
      bed.fakes.on(stage, (input) => {
        halted();
        return answer(input);
      });
      const handle = await startReport(bed, request({ runId, trigger }));
      await bed.env.sleep(2 * DAY);
      expect((await handle.describe()).status.name).toBe('RUNNING');
      expect(bed.fakes.outcome(runId)).toBeUndefined();
      // Asked once: it waits, and does not poll by failing.
      expect(bed.fakes.inputs(stage)).toHaveLength(1);
      isHalted = false;
      await bed.env.sleep(HOUR);
      await closed(handle);
      expect(bed.fakes.outcome(runId)).toMatchObject({ status: 'completed' });
      expect(bed.fakes.outcome(runId)?.deliveries).toMatchObject([{ status: 'accepted' }]);
    },
  );

  it('can be cancelled while it waits', async () => {
    bed.fakes.on('freezeCut', halted as never);
    const handle = await startReport(bed, request({ runId: 'run_halted-cancelled', trigger: 'on-demand' }));
    await bed.env.sleep(HOUR);
    await handle.cancel();
    await closed(handle);
    expect(bed.fakes.outcome('run_halted-cancelled')).toMatchObject({ status: 'cancelled' });
  });
});

it('a notice waits for the end of a halt', async () => {
  bed.fakes.on('sendNotice', ({ recipientId }) => {
    halted();
    return { recipientId, status: 'accepted' };
  });
  const about = {
    kind: 'study-closed',
    ...{ subscriptionId: 'sub_halted', studyId: 'DEMO', reportType: 'study-weekly', occasion: '1' },
  } as const;
  await startNotice(bed.client, { about, to: ['usr_1'], operators: false });
  const handle = bed.client.workflow.getHandle(noticeWorkflowId(noticeId(about)));
  await bed.env.sleep(2 * DAY);
  expect((await handle.describe()).status.name).toBe('RUNNING');
  expect(bed.fakes.inputs('sendNotice')).toHaveLength(1);
  isHalted = false;
  await bed.env.sleep(HOUR);
  await closed(handle);
  expect(await handle.result()).toEqual([{ recipientId: 'usr_1', status: 'accepted' }]);
});
