import type { LoggerService } from '@nestjs/common';
import type { Logger } from '@rounds/adapters/logging/logger';

const contextOf = (rest: readonly unknown[]): string | undefined => {
  const last = rest.at(-1);
  return typeof last === 'string' ? last : undefined;
};

/** Nest's own lines among ours. Its routine ones are for debugging. */
export const nestLogger = (logger: Logger): LoggerService => ({
  log: (message: unknown, ...rest: unknown[]) => {
    logger.debug({ context: contextOf(rest) }, String(message));
  },
  warn: (message: unknown, ...rest: unknown[]) => {
    logger.warn({ context: contextOf(rest) }, String(message));
  },
  error: (message: unknown, ...rest: unknown[]) => {
    logger.error({ context: contextOf(rest), err: message }, String(message));
  },
});
