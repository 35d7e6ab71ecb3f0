import { RoundsError } from '@rounds/contracts/errors';
import { Context } from '@temporalio/activity';

/** Milliseconds between two beats, and so at most until an activity hears that it was cancelled. */
export const BEAT_MS = 2_000;

/** Of an activity that gives no sign of work for so long it is taken that it hangs. */
export const STALLED_MS = 120_000;

/** Says that the work goes on, and how far it is. Throws when the work is no longer wanted. */
export type Beat = (progress: unknown) => void;

/** What a beat carries from one attempt to the next. */
interface Details {
  readonly progress?: unknown;
  /** How often the activity failed through a fault of its own; outages do not count. */
  readonly ownFaults: number;
}

const latest = new WeakMap<Context, Details>();

/** Of a running attempt: what gives it up, and how many beats the work itself has missed. */
interface Watch {
  readonly stall: AbortController;
  silent: number;
}

const watches = new WeakMap<Context, Watch>();

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

/** Of the running activity: it is cancelled, or was given up because it seemed to hang. */
export const activitySignal = (): AbortSignal => {
  const context = Context.current();
  const watch = watches.get(context);
  const { cancellationSignal } = context;
  return watch === undefined ? cancellationSignal : AbortSignal.any([cancellationSignal, watch.stall.signal]);
};

/**
 * The beat of the running activity. The SDK sends at most one in a while, so calling often costs little. Without
 * the check an activity that was cancelled, or given up and tried elsewhere, would go on to its end.
 */
export const activityBeat: Beat = (progress) => {
  const context = Context.current();
  const watch = watches.get(context);
  if (watch !== undefined) watch.silent = 0;
  send(context, { ...detailsOf(context), progress });
  context.cancellationSignal.throwIfAborted();
  watch?.stall.signal.throwIfAborted();
};

const stalled = ({ info }: Context): RoundsError =>
  new RoundsError(
    'INTERNAL',
    `${info.activityType} gave no sign of work for ${String(STALLED_MS / 1_000)} seconds and was given up.`,
  );

/**
 * Beats for an activity between the signs that its work gives, so that the server notices a dead worker and the
 * activity a cancellation. Where the work gives none for STALLED_MS, `activitySignal` aborts with the fault.
 */
export const keepBeating = (context: Context): { readonly signal: AbortSignal; stop(): void } => {
  const watch: Watch = { stall: new AbortController(), silent: 0 };
  watches.set(context, watch);
  const timer = setInterval(() => {
    watch.silent += 1;
    if (watch.silent * BEAT_MS >= STALLED_MS) watch.stall.abort(stalled(context));
    else send(context, detailsOf(context));
  }, BEAT_MS);
  return {
    signal: watch.stall.signal,
    stop: () => {
      clearInterval(timer);
    },
  };
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
