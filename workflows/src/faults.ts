import { ERROR_CODES, type ErrorCode } from '@rounds/contracts/errors';
import type { RunFault, RunStep } from '@rounds/contracts/run';
import type { TimeoutType } from '@temporalio/common';
import { asTold, because, inShort, type CauseCode, type Why } from '@rounds/contracts/why';
import { ApplicationFailure, TimeoutFailure } from '@temporalio/workflow';

const isErrorCode = (type: string | undefined | null): type is ErrorCode =>
  typeof type === 'string' && Object.hasOwn(ERROR_CODES, type);

/** What a person reads about a stage that gave up: the last thing that went wrong, by its name. */
export const runFaultOf = (error: unknown, step: RunStep): RunFault => {
  const failure = namedFailureOf(error);
  if (failure !== null) return { ...failure, step };
  const kind = timeOutOf(error);
  if (kind !== null) return { code: 'RUN_TIMED_OUT', why: because(timedOutBy(kind), { step }), step };
  return { code: 'INTERNAL', why: because('step-unexpected', { step }), step };
};

/** Whether the stage itself said that it cannot be done; else what it did before it fell silent is unknown. */
export const isCertain = ({ code }: RunFault): boolean =>
  code !== 'RUN_TIMED_OUT' && !ERROR_CODES[code].retryable;

/** The run ends red in Temporal too, for the same cause as in its record. */
export const failureOf = ({ code, why }: Pick<RunFault, 'code' | 'why'>): ApplicationFailure =>
  ApplicationFailure.create({ type: code, message: inShort(why), nonRetryable: true, details: [why] });

const namedFailureOf = (error: unknown): Pick<RunFault, 'code' | 'why'> | null => {
  for (const each of causesOf(error))
    if (each instanceof ApplicationFailure && isErrorCode(each.type))
      return { code: each.type, why: (each.details?.[0] as Why | undefined) ?? asTold(each.message) };
  return null;
};

const timeOutOf = (error: unknown): TimeoutType | null => {
  for (const each of causesOf(error)) if (each instanceof TimeoutFailure) return each.timeoutType;
  return null;
};

const timedOutBy = (kind: TimeoutType): CauseCode => {
  if (kind === 'START_TO_CLOSE') return 'step-too-long';
  return kind === 'HEARTBEAT' ? 'step-silent' : 'step-out-of-time';
};

function* causesOf(error: unknown): Generator<Error> {
  for (let each = error; each instanceof Error; each = each.cause) yield each;
}
