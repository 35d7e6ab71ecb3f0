import { setTimeout as delay } from 'node:timers/promises';
import { RoundsError } from '@rounds/contracts/errors';
import { Client, Connection, defaultGrpcRetryOptions, makeGrpcRetryInterceptor } from '@temporalio/client';
import type { z } from 'zod';
import type { temporalEnvironment } from '../config/environment.ts';
import { deadlineIn } from '../clock.ts';
import { parseCodecKeys } from './codec.ts';
import { dataConverter } from './data-converter.ts';

export type TemporalConfig = z.infer<typeof temporalEnvironment>;

export interface Temporal {
  readonly client: Client;
  readonly connection: Connection;
  /** @throws RoundsError DEPENDENCY_DOWN when the server or the namespace does not answer within three seconds */
  ping(): Promise<void>;
  close(): Promise<void>;
}

/** Address and credentials, the same for clients and workers. */
export const connectionOptions = ({ TEMPORAL_ADDRESS, TEMPORAL_TLS, TEMPORAL_API_KEY }: TemporalConfig) => ({
  address: TEMPORAL_ADDRESS,
  // An API key is only ever sent over TLS.
  tls: TEMPORAL_TLS || TEMPORAL_API_KEY !== undefined,
  ...(TEMPORAL_API_KEY === undefined ? {} : { apiKey: TEMPORAL_API_KEY }),
});

/** A little more than a retry that is due needs to be sent. */
const RETRY_SENT_MS = 50;

/**
 * The SDK's own retries, which can be awaited: one that fires after the connection was closed throws where nobody
 * can catch it, and ends the process.
 */
const awaitableRetries = () => {
  const usual = defaultGrpcRetryOptions();
  let isClosing = false;
  let lastDue = 0;
  const interceptor = makeGrpcRetryInterceptor({
    retryableDecider: (attempt, status) => !isClosing && usual.retryableDecider(attempt, status),
    delayFunction: (attempt, status) => {
      const ms = usual.delayFunction(attempt, status);
      lastDue = Math.max(lastDue, performance.now() + ms);
      return ms;
    },
  });
  const stop = async () => {
    isClosing = true;
    // One whose time has come may not have fired yet, where the loop was held up.
    if (lastDue > 0) await delay(Math.max(0, lastDue - performance.now()) + RETRY_SENT_MS);
  };
  return { interceptor, stop };
};

/** Connects lazily: the first call opens the connection, so that a process starts while Temporal is down. */
export const connectTemporal = (config: TemporalConfig): Temporal => {
  const retries = awaitableRetries();
  const connection = Connection.lazy({ ...connectionOptions(config), interceptors: [retries.interceptor] });
  const client = new Client({
    connection,
    namespace: config.TEMPORAL_NAMESPACE,
    dataConverter: dataConverter(parseCodecKeys(config.ROUNDS_CODEC_KEYS)),
  });
  return {
    client,
    connection,
    ping: async () => {
      try {
        await connection.withDeadline(deadlineIn(3_000), async () =>
          connection.workflowService.describeNamespace({ namespace: config.TEMPORAL_NAMESPACE }),
        );
      } catch (cause) {
        throw new RoundsError(
          'DEPENDENCY_DOWN',
          `Temporal does not answer at ${config.TEMPORAL_ADDRESS} for the namespace ${config.TEMPORAL_NAMESPACE}.`,
          { cause },
        );
      }
    },
    close: async () => {
      await retries.stop();
      await connection.close();
    },
  };
};
