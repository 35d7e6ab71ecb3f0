/**
 * The one place where what an activity throws becomes what Temporal decides on: the code as `type`, a message
 * for people, whether trying again can help, and when.
 */
import type { ErrorCode, RoundsError } from '@rounds/contracts/errors';
import { ApplicationFailure, CancelledFailure, type Context } from '@temporalio/activity';
import { ApplicationFailureCategory } from '@temporalio/common';
import type { ActivityInterceptorsFactory } from '@temporalio/worker';
import { faultOf, isErrorLike } from './fault-of.ts';
import { beatAgain, countFault } from './heartbeat.ts';

export interface FaultPolicy {
  /** Retries of a stage whose own work fails (ROUNDS_RETRIES). Those that an outage took are not counted. */
  readonly retries: number;
}

/** Faults of others, which pass by themselves: only the deadline of the stage ends their retries. */
const PASSING: readonly ErrorCode[] = ['DEPENDENCY_DOWN', 'RATE_LIMITED'];

/** Milliseconds between two beats, and so at most until an activity hears that it was cancelled. */
export const BEAT_MS = 2_000;

/**
 * For `interceptors.activity` of every worker. Beside the faults it keeps the heartbeat of each activity that
 * has a heartbeat time-out: the server then notices a dead worker within it, and the activity a cancellation.
 * That it is still the right work, and not stuck, is what the activity's startToClose time-out is for.
 */
export const withFaults =
  (policy: FaultPolicy): ActivityInterceptorsFactory =>
  (context) => ({
    inbound: {
      execute: async (input, next) => {
        const beat = startBeating(context);
        try {
          return await next(input);
        } catch (error) {
          throw isCancellation(error, context)
            ? cancellationOf(error, context)
            : failureOf(error, context, policy);
        } finally {
          clearInterval(beat);
        }
      },
    },
  });

const startBeating = (context: Context): NodeJS.Timeout | undefined => {
  const { heartbeatTimeoutMs } = context.info;
  if (heartbeatTimeoutMs === undefined || heartbeatTimeoutMs === 0) return undefined;
  return setInterval(() => {
    beatAgain(context);
  }, BEAT_MS);
};

/** Also when a driver that was handed the cancellation signal answers it with an error of its own. */
const isCancellation = (error: unknown, { cancellationSignal }: Context): boolean =>
  cancellationSignal.aborted &&
  (error instanceof CancelledFailure || (isErrorLike(error) && error.name === 'AbortError'));

/** A worker that stops is no fault of the run: another one goes on at once, without the delay of a retry. */
const cancellationOf = (error: unknown, { cancellationSignal }: Context): unknown => {
  const reason: unknown = cancellationSignal.reason;
  if (!isErrorLike(reason) || reason.message !== 'WORKER_SHUTDOWN') return error;
  return ApplicationFailure.create({
    type: 'WORKER_SHUTDOWN',
    message: 'The worker is stopping; another one goes on.',
    nextRetryDelay: '1s',
    category: ApplicationFailureCategory.BENIGN,
  });
};

const failureOf = (error: unknown, context: Context, { retries }: FaultPolicy): ApplicationFailure => {
  if (error instanceof ApplicationFailure) return error;
  const fault = faultOf(error, context.info.activityType);
  const isOwn = !PASSING.includes(fault.code);
  const ownFaults = countFault(context, isOwn);
  logFault(fault, context);
  return ApplicationFailure.create({
    type: fault.code,
    message: fault.message,
    nonRetryable: !fault.retryable || (isOwn && ownFaults > retries),
    ...(fault.retryAfterMs === undefined ? {} : { nextRetryDelay: fault.retryAfterMs }),
  });
};

/** Where it happened, without the message: drivers quote values, which may be personal data. */
const logFault = (fault: RoundsError, { log }: Context): void => {
  const origin = isErrorLike(fault.cause) ? fault.cause : fault;
  const frames = (origin.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  log.warn(fault.message, { code: fault.code, origin: origin.name, frames: frames.slice(0, 12) });
};
