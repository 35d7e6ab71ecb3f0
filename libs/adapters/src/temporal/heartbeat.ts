import { Context } from '@temporalio/activity';

/** Says that the work goes on, and how far it is. Throws when the work is no longer wanted. */
export type Beat = (progress: unknown) => void;

/** What a beat carries from one attempt to the next. */
interface Details {
  readonly progress?: unknown;
  /** How often the activity failed through a fault of its own; outages do not count. */
  readonly ownFaults: number;
}

const latest = new WeakMap<Context, Details>();

const isDetails = (details: unknown): details is Details =>
  typeof details === 'object' &&
  details !== null &&
  'ownFaults' in details &&
  typeof details.ownFaults === 'number';

/** An attempt that died without a last beat leaves nothing: then every one before counts. */
const handedOver = ({ info: { heartbeatDetails, attempt } }: Context): Details =>
  isDetails(heartbeatDetails) ? { ownFaults: heartbeatDetails.ownFaults } : { ownFaults: attempt - 1 };

const detailsOf = (context: Context): Details => latest.get(context) ?? handedOver(context);

const send = (context: Context, details: Details): void => {
  latest.set(context, details);
  context.heartbeat(details);
};

/**
 * The beat of the running activity. The SDK sends at most one in a while, so calling often costs little. Without
 * the check an activity that was cancelled, or given up and tried elsewhere, would go on to its end.
 */
export const activityBeat: Beat = (progress) => {
  const context = Context.current();
  send(context, { ...detailsOf(context), progress });
  context.cancellationSignal.throwIfAborted();
};

/** The same progress once more: the work is still under way. */
export const beatAgain = (context: Context): void => {
  send(context, detailsOf(context));
};

/**
 * Counts a failure of the running attempt for the next one, which learns it from the last beat.
 *
 * @returns failures through faults of its own, this one among them
 */
export const countFault = (context: Context, isOwn: boolean): number => {
  const { ownFaults, ...details } = detailsOf(context);
  const counted = ownFaults + (isOwn ? 1 : 0);
  send(context, { ...details, ownFaults: counted });
  return counted;
};
