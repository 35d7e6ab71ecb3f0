/**
 * The one place where what an activity throws becomes what Temporal decides on: the code as `type`, a message
 * for people, whether trying again can help, and when.
 */
import { defined } from '@rounds/contracts/defined';
import type { ErrorCode, RoundsError } from '@rounds/contracts/errors';
import { ApplicationFailure, CancelledFailure, type Context } from '@temporalio/activity';
import { ApplicationFailureCategory } from '@temporalio/common';
import type { ActivityInterceptorsFactory } from '@temporalio/worker';
import { faultOf, isErrorLike } from './fault-of.ts';
import { countFault, keepBeating } from './heartbeat.ts';

export interface FaultPolicy {
  /** Retries of a stage whose own work fails (ROUNDS_RETRIES). Those that an outage took are not counted. */
  readonly retries: number;
}

/** Faults of others, which pass by themselves: only the deadline of the stage ends their retries. */
const PASSING: readonly ErrorCode[] = ['DEPENDENCY_DOWN', 'RATE_LIMITED'];

/**
 * For `interceptors.activity` of every worker. Beside the faults it keeps the heartbeat of each activity that has a
 * heartbeat time-out, and gives up one that hangs: the next attempt need not wait for its startToClose time-out.
 */
export const withFaults =
  (policy: FaultPolicy): ActivityInterceptorsFactory =>
  (context) => ({
    inbound: {
      execute: async (input, next) => {
        try {
          return await watched(context, () => next(input));
        } catch (error) {
          throw isCancellation(error, context)
            ? cancellationOf(error, context)
            : failureOf(error, context, policy);
        }
      },
    },
  });

const watched = async <Result>(context: Context, work: () => Promise<Result>): Promise<Result> => {
  const { heartbeatTimeoutMs } = context.info;
  if (heartbeatTimeoutMs === undefined || heartbeatTimeoutMs === 0) return work();
  const beating = keepBeating(context);
  const { signal } = beating;
  const hangs = new Promise<never>((_resolve, reject) => {
    signal.addEventListener('abort', () => {
      reject(signal.reason as Error);
    });
  });
  try {
    return await Promise.race([work(), hangs]);
  } finally {
    beating.stop();
  }
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
    ...(fault.why === undefined ? {} : { details: [fault.why] }),
    nonRetryable: !fault.retryable || (isOwn && ownFaults > retries),
    ...defined({ nextRetryDelay: fault.retryAfterMs }),
  });
};

/** Where it happened, without the message: drivers quote values, which may be personal data. */
const logFault = (fault: RoundsError, { log }: Context): void => {
  const origin = isErrorLike(fault.cause) ? fault.cause : fault;
  const frames = (origin.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  log.warn(fault.message, { code: fault.code, origin: origin.name, frames: frames.slice(0, 12) });
};
