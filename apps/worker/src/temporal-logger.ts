import type { Logger as PinoLogger } from '@rounds/adapters/logging/logger';
import { DefaultLogger } from '@temporalio/worker';

const LEVELS = { TRACE: 'trace', DEBUG: 'debug', INFO: 'info', WARN: 'warn', ERROR: 'error' } as const;

/** The SDK's lines in our one log. Errors are written out: as plain objects they would come out empty. */
export const temporalLogger = (log: PinoLogger): DefaultLogger =>
  new DefaultLogger('DEBUG', ({ level, message, meta }) => {
    log[LEVELS[level]](readable(meta ?? {}), message);
  });

const readable = (meta: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(meta).map(([key, value]) => [
      key,
      value instanceof Error ? { name: value.name, message: value.message, stack: value.stack } : value,
    ]),
  );
