/**
 * One subscription, for as long as it lives: sleeps until a run is due, starts the `report` workflow of that
 * period, waits for its outcome, continues as new. Messages may come at any moment; each is queued and taken up
 * by the one loop below, so that there is one order of things and nothing is lost between two executions.
 */
import {
  SUBSCRIPTION_MESSAGES,
  type Desired,
  type RunNowRequest,
  type SubscriptionState,
  type SubscriptionView,
} from '@rounds/contracts/messages';
import {
  CancellationScope,
  continueAsNew,
  defineQuery,
  defineSignal,
  defineUpdate,
  isCancellation,
  setHandler,
} from '@temporalio/workflow';
import { demandFit } from './doors.ts';
import { SubscriptionEntity } from './subscription-entity.ts';

const { apply, runNow, pause, resume, cancel, view } = SUBSCRIPTION_MESSAGES;
export const applyUpdate = defineUpdate<SubscriptionView, [Desired]>(apply);
export const runNowUpdate = defineUpdate<{ runId: string }, [RunNowRequest]>(runNow);
export const pauseSignal = defineSignal(pause);
export const resumeSignal = defineSignal(resume);
export const cancelSignal = defineSignal(cancel);
export const viewQuery = defineQuery<SubscriptionView>(view);

/** Ends when `until` is passed, or when it is cancelled: by its record, by an operator's signal, or in Temporal. */
export async function subscription(initial: SubscriptionState): Promise<void> {
  demandFit('subscriptionState', initial);
  const entity = new SubscriptionEntity(initial);
  setHandler(viewQuery, () => entity.view);
  setHandler(applyUpdate, (change) => entity.apply(change), {
    validator: (change) => {
      demandFit('desired', change);
    },
  });
  setHandler(runNowUpdate, (request) => entity.runNow(request), {
    validator: (request) => {
      demandFit('runNowRequest', request);
      entity.refuseUnlessRunnable();
    },
  });
  setHandler(pauseSignal, () => entity.steer('pause'));
  setHandler(resumeSignal, () => entity.steer('resume'));
  setHandler(cancelSignal, () => entity.steer('cancel'));
  try {
    await live(entity);
  } catch (error) {
    if (isCancellation(error)) await CancellationScope.nonCancellable(() => entity.recordCancellation());
    throw error;
  }
}

const live = async (entity: SubscriptionEntity): Promise<void> => {
  for (;;) {
    await entity.plan();
    // After each change of what is wanted or begun, the plan is made anew before anything else.
    if (await entity.takeUpChange()) continue;
    if (await entity.startRequestedRun()) continue;
    if (await entity.startDueRun()) continue;
    entity.show();
    if (entity.mayEnd()) {
      await entity.end();
      // Unless it was made to last longer while its end was written.
      if (entity.mayEnd()) return;
      continue;
    }
    if (entity.mayContinueAsNew()) await continueAsNew<typeof subscription>(entity.state);
    await entity.waitForNews();
  }
};
