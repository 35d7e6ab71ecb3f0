import { readFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { defined } from '@rounds/contracts/defined';
import { RoundsError } from '@rounds/contracts/errors';
import { asTold } from '@rounds/contracts/rules';
import {
  Client,
  Connection,
  defaultGrpcRetryOptions,
  makeGrpcRetryInterceptor,
  type TLSConfig,
} from '@temporalio/client';
import type { z } from 'zod';
import type { temporalEnvironment } from '../config/environment.ts';
import { deadlineIn } from '../clock.ts';
import { parseCodecKeys } from './codec.ts';
import { dataConverter } from './data-converter.ts';

export type { Client, WorkflowHandle } from '@temporalio/client';

export type TemporalConfig = z.infer<typeof temporalEnvironment>;

export interface Temporal {
  readonly client: Client;
  readonly connection: Connection;
  /** @throws RoundsError DEPENDENCY_DOWN when the server or the namespace does not answer within three seconds */
  ping(): Promise<void>;
  close(): Promise<void>;
}

type FileSetting = `TEMPORAL_TLS_${'SERVER_CA_CERT' | 'CLIENT_CERT' | 'CLIENT_KEY'}_PATH`;

/** @throws RoundsError CONFIGURATION that names the setting: the file is not there, or not for this process to read */
const pem = (config: TemporalConfig, field: FileSetting): Buffer | undefined => {
  const path = config[field];
  if (path === undefined) return undefined;
  try {
    return readFileSync(path);
  } catch (cause) {
    const rule = `must be a file that this process can read (${(cause as NodeJS.ErrnoException).code ?? 'unknown'})`;
    throw new RoundsError('CONFIGURATION', `${field}: ${rule}`, { cause, fields: [asTold(field, rule)] });
  }
};

/** True: TLS with whom the system trusts; an object: with what the settings say beside. */
const tlsOf = (config: TemporalConfig): TLSConfig | boolean => {
  const ca = pem(config, 'TEMPORAL_TLS_SERVER_CA_CERT_PATH');
  const crt = pem(config, 'TEMPORAL_TLS_CLIENT_CERT_PATH');
  const key = pem(config, 'TEMPORAL_TLS_CLIENT_KEY_PATH');
  const { TEMPORAL_TLS_SERVER_NAME: serverName } = config;
  const tls: TLSConfig = {
    ...(ca && { serverRootCACertificate: ca }),
    ...(crt && key && { clientCertPair: { crt, key } }),
    ...(serverName && { serverNameOverride: serverName }),
  };
  // An API key is only ever sent over TLS.
  return Object.keys(tls).length > 0 ? tls : config.TEMPORAL_TLS || config.TEMPORAL_API_KEY !== undefined;
};

/**
 * Address and credentials, the same for clients and workers.
 *
 * @throws RoundsError CONFIGURATION when a certificate or key cannot be read
 */
export const connectionOptions = (config: TemporalConfig) => ({
  address: config.TEMPORAL_ADDRESS,
  tls: tlsOf(config),
  ...defined({ apiKey: config.TEMPORAL_API_KEY }),
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
