import {
  baseEnvironment,
  parseEnvironment,
  port,
  runPolicyEnvironment,
  temporalEnvironment,
} from '@rounds/adapters/config/environment';
import { RoundsError } from '@rounds/contracts/errors';
import { ROLES, type Role } from '@rounds/contracts/queues';
import { z } from 'zod';

/** What every worker needs; the rest is asked for by its roles (roles.ts). */
export const workerEnvironment = z.object({
  ...baseEnvironment.shape,
  ...temporalEnvironment.shape,
  ...runPolicyEnvironment.shape,
  /** Serves `GET /healthz`; unset: no server. In development on the loopback address only. */
  ROUNDS_WORKER_PORT: port.optional(),
  /** Activities that one process works on at once, for each of its roles. */
  ROUNDS_WORKERS_PER_QUEUE: z.coerce.number().int().min(1).max(1000).optional(),
});
export type WorkerConfig = z.infer<typeof workerEnvironment>;
type ByEnvironment = Readonly<Record<WorkerConfig['ROUNDS_ENV'], number>>;

/** Defaults by environment: those of the public contract. */
const WORKERS_PER_QUEUE: ByEnvironment = { development: 2, staging: 3, production: 5 };
const RETRY_FIRST_S: ByEnvironment = { development: 1, staging: 60, production: 60 };
const RUN_TIMEOUT_S: ByEnvironment = { development: 300, staging: 300, production: 600 };

export const workersPerQueue = ({ ROUNDS_WORKERS_PER_QUEUE, ROUNDS_ENV }: WorkerConfig): number =>
  ROUNDS_WORKERS_PER_QUEUE ?? WORKERS_PER_QUEUE[ROUNDS_ENV];

export const retryFirstMs = ({ ROUNDS_RETRY_FIRST_S, ROUNDS_ENV }: WorkerConfig): number =>
  (ROUNDS_RETRY_FIRST_S ?? RETRY_FIRST_S[ROUNDS_ENV]) * 1000;

export const runTimeoutMs = ({ ROUNDS_RUN_TIMEOUT_S, ROUNDS_ENV }: WorkerConfig): number =>
  (ROUNDS_RUN_TIMEOUT_S ?? RUN_TIMEOUT_S[ROUNDS_ENV]) * 1000;

const isRole = (name: string): name is Role => (ROLES as readonly string[]).includes(name);

/**
 * `--role fetch,render` or ROUNDS_ROLES.
 *
 * @throws RoundsError CONFIGURATION when none is named or one is unknown
 */
export const chosenRoles = (args: readonly string[], environment = process.env): Role[] => {
  const flag = args.indexOf('--role');
  const text = (flag >= 0 ? args[flag + 1] : environment.ROUNDS_ROLES) ?? '';
  const names = [...new Set(text.split(',').map((name) => name.trim()))].filter((name) => name !== '');
  const unknown = names.filter((name) => !isRole(name));
  if (names.length > 0 && unknown.length === 0) return names.filter(isRole);
  const given = unknown.length > 0 ? `, not ${unknown.join(', ')}` : '';
  throw new RoundsError(
    'CONFIGURATION',
    `--role (or ROUNDS_ROLES): must be one or more of ${ROLES.join(', ')}${given}`,
  );
};

/** @throws RoundsError CONFIGURATION naming every variable that is missing or wrong, of all roles together */
export const parseConfig = <S extends z.ZodType>(schema: S): z.infer<S> =>
  parseEnvironment(schema, process.env);

/**
 * @param sections what the roles of this process need beside
 * @throws RoundsError CONFIGURATION naming every fault of all sections together
 */
export const parseWorkerConfig = (sections: readonly z.ZodObject[]): WorkerConfig => {
  const whole = sections.reduce<z.ZodObject>((sum, { shape }) => sum.extend(shape), workerEnvironment);
  parseConfig(whole);
  return parseConfig(workerEnvironment);
};
