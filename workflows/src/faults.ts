import { ERROR_CODES, type ErrorCode } from '@rounds/contracts/errors';
import type { RunFault, RunStep } from '@rounds/contracts/run';
import type { TimeoutType } from '@temporalio/common';
import { ApplicationFailure, TimeoutFailure } from '@temporalio/workflow';

const isErrorCode = (type: string | undefined | null): type is ErrorCode =>
  typeof type === 'string' && Object.hasOwn(ERROR_CODES, type);

/** What a person is told about a stage that gave up: the last thing that went wrong, by its name. */
export const runFaultOf = (error: unknown, step: RunStep): RunFault => {
  const failure = namedFailureOf(error);
  if (failure !== null) return { ...failure, step };
  const kind = timeOutOf(error);
  if (kind !== null) return { code: 'RUN_TIMED_OUT', message: timedOutIn(step, kind), step };
  return { code: 'INTERNAL', message: `An unexpected fault in the step ${step}.`, step };
};

/** Whether the stage itself said that it cannot be done; else what it did before it fell silent cannot be told. */
export const isCertain = ({ code }: RunFault): boolean =>
  code !== 'RUN_TIMED_OUT' && !ERROR_CODES[code].retryable;

/** The run ends red in Temporal too, under the same code and words as in its record. */
export const failureOf = ({ code, message }: RunFault): ApplicationFailure =>
  ApplicationFailure.create({ type: code, message, nonRetryable: true });

const namedFailureOf = (error: unknown): Pick<RunFault, 'code' | 'message'> | null => {
  for (const each of causesOf(error))
    if (each instanceof ApplicationFailure && isErrorCode(each.type))
      return { code: each.type, message: each.message };
  return null;
};

const timeOutOf = (error: unknown): TimeoutType | null => {
  for (const each of causesOf(error)) if (each instanceof TimeoutFailure) return each.timeoutType;
  return null;
};

const timedOutIn = (step: RunStep, kind: TimeoutType): string => {
  if (kind === 'START_TO_CLOSE')
    return `The step ${step} was stopped: it took longer than the run time-out allows (ROUNDS_RUN_TIMEOUT_S).`;
  if (kind === 'HEARTBEAT') return `The step ${step} was given up: each worker that took it fell silent.`;
  return `The step ${step} was given up: it was not done within the time that a run has.`;
};

function* causesOf(error: unknown): Generator<Error> {
  for (let each = error; each instanceof Error; each = each.cause) yield each;
}
