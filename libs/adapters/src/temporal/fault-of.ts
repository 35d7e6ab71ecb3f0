/**
 * Whatever was thrown, as a named error. What matters most is whether a server that Rounds needs is away: such
 * faults pass by themselves, so they are retried until the stage's deadline instead of failing the run.
 */
import { RoundsError } from '@rounds/contracts/errors';
import { because } from '@rounds/contracts/why';

/** How drivers' errors look from outside; none of their classes is imported, so no role loads another's driver. */
interface DriverError extends Error {
  readonly code?: string | number;
  readonly errors?: readonly unknown[];
  readonly errorLabels?: readonly string[];
  readonly $metadata?: { readonly httpStatusCode?: number };
  readonly details?: string;
}

/** Node's and undici's names for a peer that is not there, went away or stays silent. */
const NETWORK_CODES =
  /^(E(CONN(REFUSED|RESET|ABORTED)|PIPE|TIMEDOUT|NOTFOUND|AI_AGAIN|HOSTUNREACH|HOSTDOWN|NETUNREACH|NETDOWN|ADDRNOTAVAIL)|UND_ERR_(CONNECT_TIMEOUT|HEADERS_TIMEOUT|BODY_TIMEOUT|SOCKET))$/;

/** The driver lost or cannot find its server; MongoDB's own errors are recognised by label and code below. */
const MONGO_NAMES =
  /^Mongo(Network\w*|ServerSelection|NotConnected|PoolCleared\w*|PoolClosed|TopologyClosed|WaitQueueTimeout|ServerClosed|OperationTimeout)Error$/;

const MONGO_LABELS = ['RetryableWriteError', 'TransientTransactionError', 'ResumableChangeStreamError'];

/** Stepped down, shutting down, not primary, network time-out, interrupted: server codes of a member on its way out. */
const MONGO_CODES = [6, 7, 89, 91, 189, 262, 9001, 10058, 10107, 11600, 11602, 13435, 13436];

/** gRPC: DEADLINE_EXCEEDED, RESOURCE_EXHAUSTED, UNAVAILABLE. */
const GRPC_CODES = [4, 8, 14];

const S3_NAMES =
  /^(SlowDown|RequestTimeout|RequestTimeTooSkewed|ServiceUnavailable|InternalError|Throttling\w*|TimeoutError)$/;

/** @param doing what was being done, e.g. an activity's name; shown to people */
export const faultOf = (error: unknown, doing: string): RoundsError => {
  if (error instanceof RoundsError) return error;
  for (const each of causesOf(error)) {
    if (each instanceof RoundsError) return each;
    const server = serverThatIsDown(each);
    if (server !== null) {
      const symptom = symptomOf(each);
      return new RoundsError('DEPENDENCY_DOWN', `${nameOf(server)} does not answer: ${symptom}.`, {
        cause: error,
        why: because('server-silent', { server, symptom }),
      });
    }
  }
  const name = isErrorLike(error) ? error.name : typeof error;
  // The message of an unknown error is not shown: drivers quote values, which may be personal data.
  const message = `An unexpected fault (${name}) in ${doing}; the worker's log says where.`;
  return new RoundsError('INTERNAL', message, { cause: error });
};

/** The error, what caused it, and the parts of an AggregateError (one a tried address). */
function* causesOf(error: unknown, depth = 0): Generator<DriverError> {
  if (!isErrorLike(error) || depth > 8) return;
  yield error;
  for (const part of error.errors ?? []) yield* causesOf(part, depth + 1);
  yield* causesOf(error.cause, depth + 1);
}

/** By its shape: a time-out of `fetch` is a DOMException, and errors may come from another realm (a thread, a test). */
export const isErrorLike = (error: unknown): error is DriverError =>
  typeof error === 'object' && error !== null && 'name' in error && 'message' in error;

type Server = 'MongoDB' | 'S3' | 'Temporal' | 'unknown';

const nameOf = (server: Server): string => {
  if (server === 'unknown') return 'A server that this step needs';
  return server === 'S3' ? 'The object store' : server;
};

const serverThatIsDown = (error: DriverError): Server | null => {
  if (isMongo(error)) return isMongoDown(error) ? 'MongoDB' : null;
  if (error.$metadata !== undefined) return isS3Down(error) ? 'S3' : null;
  if (typeof error.code === 'number' && typeof error.details === 'string')
    return GRPC_CODES.includes(error.code) ? 'Temporal' : null;
  if (isNetworkFault(error)) return 'unknown';
  return null;
};

const isMongo = ({ name }: DriverError): boolean => name.startsWith('Mongo');

const isMongoDown = ({ name, code, errorLabels = [], message }: DriverError): boolean =>
  MONGO_NAMES.test(name) ||
  // Asked while it knows no server, the driver takes it for an old one, and has no code for that.
  // oxlint-disable-next-line house/no-branch-on-words
  (name === 'MongoCompatibilityError' && message.startsWith('Snapshot reads require')) ||
  (typeof code === 'number' && MONGO_CODES.includes(code)) ||
  errorLabels.some((label) => MONGO_LABELS.includes(label));

/** The SDK adds `$metadata` once it tried to send: without a status there was no answer at all. */
const isS3Down = ({ name, $metadata }: DriverError): boolean => {
  const status = $metadata?.httpStatusCode;
  return status === undefined || status >= 500 || status === 429 || S3_NAMES.test(name);
};

/** `AbortSignal.timeout` throws a DOMException named TimeoutError. */
const isNetworkFault = ({ name, code }: DriverError): boolean =>
  name === 'TimeoutError' || (typeof code === 'string' && NETWORK_CODES.test(code));

/** A word that helps an operator and can hold no personal data. */
const symptomOf = ({ name, code, $metadata }: DriverError): string => {
  if (typeof code === 'string') return code;
  if ($metadata?.httpStatusCode !== undefined) return `${name}, HTTP ${String($metadata.httpStatusCode)}`;
  return name === 'Error' ? 'no answer' : name;
};
