import { Context } from '@temporalio/activity';

/** Says that the work goes on, and how far it is. Throws when the work is no longer wanted. */
export type Beat = (progress: unknown) => void;

const lastProgress = new WeakMap<Context, unknown>();

/**
 * The beat of the running activity. The SDK sends at most one in a while, so calling often costs little. Without
 * the check an activity that was cancelled, or given up and tried elsewhere, would go on to its end.
 */
export const activityBeat: Beat = (progress) => {
  const context = Context.current();
  lastProgress.set(context, progress);
  context.heartbeat(progress);
  context.cancellationSignal.throwIfAborted();
};

/** The same progress once more: the work is still under way. */
export const beatAgain = (context: Context): void => {
  context.heartbeat(lastProgress.get(context));
};
