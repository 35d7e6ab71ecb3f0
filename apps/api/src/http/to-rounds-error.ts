/** Whatever was thrown, as one of our own errors: Nest's, the body parser's, the drivers', and the unknown. */
import { HttpException } from '@nestjs/common';
import { faultOf } from '@rounds/adapters/temporal/fault-of';
import { RoundsError, type ErrorCode } from '@rounds/contracts/errors';
import { asTold } from '@rounds/contracts/rules';

const CODE_BY_STATUS: Readonly<Record<number, ErrorCode>> = {
  401: 'UNAUTHENTICATED',
  403: 'FORBIDDEN',
  404: 'NOT_FOUND',
  409: 'CONFLICT',
  413: 'PAYLOAD_TOO_LARGE',
  415: 'UNSUPPORTED_MEDIA_TYPE',
  429: 'RATE_LIMITED',
};

/** The body parser's errors carry a status and say by `expose` that their message is meant for the client. */
interface ClientError {
  readonly status: number;
  readonly message: string;
  readonly expose: true;
}

const isClientError = (error: unknown): error is ClientError =>
  typeof error === 'object' &&
  error !== null &&
  'expose' in error &&
  error.expose === true &&
  'status' in error &&
  typeof error.status === 'number';

export const toRoundsError = (error: unknown): RoundsError => {
  if (error instanceof RoundsError) return error;
  if (error instanceof HttpException) return fromStatus(error.getStatus(), error.message, error);
  if (isClientError(error)) return fromStatus(error.status, error.message, error);
  return faultOf(error, 'the API');
};

const fromStatus = (status: number, message: string, cause: unknown): RoundsError => {
  const code = CODE_BY_STATUS[status] ?? (status < 500 ? 'INVALID_INPUT' : 'INTERNAL');
  const fields = code === 'INVALID_INPUT' ? [asTold('body', message)] : [];
  return new RoundsError(code, message, { cause, fields });
};
