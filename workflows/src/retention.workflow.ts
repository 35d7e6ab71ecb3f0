import { sweeps } from './stages.ts';

/** Removes what finished runs no longer need; started by the schedule of the same name. */
export async function retention(): Promise<{ runs: number; objects: number }> {
  return sweeps.removeExpired();
}
