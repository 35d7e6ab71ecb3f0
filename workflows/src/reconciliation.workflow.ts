import { sweeps } from './stages.ts';

/** Brings records and workflows together again; started by the schedule of the same name. */
export async function reconciliation(): Promise<{ applied: number; failed: number }> {
  return sweeps.applyPending();
}
