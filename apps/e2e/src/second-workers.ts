/** A second worker process for each role, beside those of a home; it is not started again when it dies. */
import { ROLES, type Role } from '@rounds/contracts/queues';
import type { Home } from './rounds-home.ts';
import { startSecond, type SecondProcess } from './second-process.ts';

export interface SecondWorkers {
  /** As an operating system does that runs out of memory. */
  readonly kill: (role: Role) => Promise<void>;
  readonly stop: () => Promise<void>;
}

export const startSecondWorkers = async (home: Home): Promise<SecondWorkers> => {
  const processes = new Map<Role, SecondProcess>();
  const start = async (role: Role): Promise<void> => {
    const env = (port: number) => ({ ROUNDS_WORKER_PORT: String(port) });
    processes.set(role, await startSecond(home, { name: 'worker', args: ['--role', role], env }));
  };
  await Promise.all(ROLES.map(start));
  const end = async (role: Role, signal: NodeJS.Signals): Promise<void> => processes.get(role)?.end(signal);
  return {
    kill: (role) => end(role, 'SIGKILL'),
    stop: async () => {
      await Promise.all(ROLES.map((role) => end(role, 'SIGTERM')));
    },
  };
};
