/** Medium: Temporal's time-skipping server and the real workflow bundle. What comes in is looked at, door by door. */
import type { Desired } from '@rounds/contracts/messages';
import { TASK_QUEUES } from '@rounds/contracts/queues';
import { WorkflowFailedError, WorkflowUpdateFailedError } from '@temporalio/client';
import { closed, DAILY, desired, subscribe } from './subscribe.ts';
import { openTestBed, type TestBed } from './test-bed.ts';

let bed: TestBed;
beforeAll(async () => {
  bed = await openTestBed();
});
afterAll(() => bed.close());

describe('an update of a subscription', () => {
  it.each([
    [{ status: 'asleep' }, 'desired.status: must be one of active, paused, cancelled'],
    [{ revision: '2' }, 'desired.revision: must be a whole number'],
    [{ schedule: { ...DAILY, at: 8 } }, 'desired.schedule.at: must be a local time like 08:00'],
    [
      { schedule: { every: 'week', at: '08:00', timeZone: 'UTC' } },
      /^desired.schedule.on: must be one of mon/,
    ],
    [
      { exceptions: [{ due: 'monday', to: null }] },
      'desired.exceptions.0.due: must be a date like 2026-11-23',
    ],
    [{ schedule: undefined }, 'desired.schedule: must be an object'],
  ])('refuses the wish %j by field and rule, and goes on as before', async (wrong, words) => {
    const subscribed = await subscribe(bed);
    const wish = { ...desired({ revision: 2 }), ...wrong } as unknown as Desired;
    const refusal = await subscribed.apply(wish).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(WorkflowUpdateFailedError);
    expect((refusal as WorkflowUpdateFailedError).cause?.message).toMatch(words);
    expect(await subscribed.view()).toMatchObject({ status: 'active', appliedRevision: 1 });
    await subscribed.handle.cancel();
    await closed(subscribed.handle);
  });

  it('asks for a run by an id and a person', async () => {
    const subscribed = await subscribe(bed);
    const asked = subscribed.handle.executeUpdate('runNow', { args: [{ requestId: 'one' }] });
    const refusal = await asked.catch((error: unknown) => error);
    expect((refusal as WorkflowUpdateFailedError).cause?.message).toBe(
      'runNowRequest.requestedBy: must be a text',
    );
    await subscribed.handle.cancel();
    await closed(subscribed.handle);
  });
});

it.each([
  ['subscription', { version: 2 }, 'subscriptionState.version: must be one of 1'],
  ['report', { runId: 'run_1', trigger: 'by-chance' }, /^runRequest.trigger: must be one of schedule/],
  ['notice', { about: { kind: 'study-closed' } }, 'notice.about.occasion: must be a text'],
  ['webhook', { webhookDeliveryId: 'run_1.1', replay: -1 }, 'webhookInput.replay: must be a whole number'],
])('a %s that is begun by %j fails at its door, by field and rule', async (type, input, words) => {
  const handle = await bed.client.workflow.start(type, {
    workflowId: `door/${type}`,
    taskQueue: TASK_QUEUES.workflows,
    args: [input],
  });
  const failure: unknown = await handle.result().catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(WorkflowFailedError);
  const { cause } = failure as WorkflowFailedError;
  expect(cause).toMatchObject({ type: 'INVALID_INPUT' });
  expect(cause?.message).toMatch(words);
});
