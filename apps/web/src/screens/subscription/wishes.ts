/** What a wish makes of a subscription, shown until the API has answered; a refusal takes it back. */
import { localDay, type Planned, type Subscription } from './plan.ts';

export type Wish = (subscription: Subscription) => Subscription;

const TOLD = 5;

const without = ({ exceptions }: Subscription, due: string) => exceptions.filter((each) => each.due !== due);

const inOrder = (moments: readonly string[]): string[] =>
  [...moments].sort((a, b) => Date.parse(a) - Date.parse(b)).slice(0, TOLD);

const others = ({ nextRuns }: Subscription, run: Planned): string[] => nextRuns.filter((at) => at !== run.at);

export const skipped =
  (run: Planned): Wish =>
  (subscription) => ({
    ...subscription,
    nextRuns: others(subscription, run),
    exceptions: [
      ...without(subscription, run.due),
      { due: run.due, scheduledFor: run.scheduledFor, change: 'skipped', at: null, holiday: null },
    ],
  });

/** @param at with the offset of the schedule's zone */
export const moved =
  (run: Planned, at: string): Wish =>
  (subscription) => ({
    ...subscription,
    nextRuns: inOrder([...others(subscription, run), at]),
    exceptions: [
      ...without(subscription, run.due),
      { due: run.due, scheduledFor: run.scheduledFor, change: 'moved', at, holiday: null },
    ],
  });

export const restored =
  (run: Planned): Wish =>
  (subscription) => ({
    ...subscription,
    nextRuns: inOrder([...others(subscription, run), run.scheduledFor]),
    exceptions: without(subscription, run.due),
  });

/** @param until null: it is over */
export const snoozed =
  (until: string | null): Wish =>
  (subscription) => ({
    ...subscription,
    snoozedUntil: until,
    nextRuns: subscription.nextRuns.filter((at) => until === null || localDay(at) >= until),
  });

export const paused: Wish = (subscription) => ({
  ...subscription,
  status: 'paused',
  nextRuns: [],
  exceptions: [],
});

export const resumed: Wish = (subscription) => ({ ...subscription, status: 'active', pausedReason: null });
