/** What a role is made of: the sections of the environment that it asks for, and its activities over real adapters. */
import type { Logger } from '@rounds/adapters/logging/logger';
import type { Queue } from '@rounds/contracts/queues';
import type { WorkerOptions } from '@temporalio/worker';
import type { z } from 'zod';
import { parseConfig, type WorkerConfig } from './config.ts';

export interface WiringContext {
  readonly config: WorkerConfig;
  readonly log: Logger;
  /** Called before the worker takes any work. */
  readonly onStart: (check: () => Promise<void>) => void;
  /** Called in the reverse order once the worker has stopped. */
  readonly onClose: (close: () => Promise<void>) => void;
}

export interface Wired {
  readonly activities: object;
  /** What this role's worker needs beside the usual. */
  readonly options?: Partial<WorkerOptions>;
  /** A queue that the process polls beside the role's own. */
  readonly beside?: Omit<Wired, 'beside'> & { readonly queue: Queue };
}

export interface RoleWiring {
  /** Sections beside those of every worker. */
  readonly environment: z.ZodObject;
  readonly wire: (context: WiringContext) => Promise<Wired>;
}

/** Ties a role's environment to the function that is given it, so that no role sees another's secrets. @param load it */
export const role = <E extends z.ZodObject>(
  environment: E,
  load: () => Promise<(environment: z.infer<E>, context: WiringContext) => Wired>,
): RoleWiring => ({
  environment,
  wire: async (context) => (await load())(parseConfig(environment), context),
});
