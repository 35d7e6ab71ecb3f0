/** The activities of a run on a real MongoDB, as its `housekeeping` user, with one study. */
import type { Mongo } from '@rounds/adapters/mongo/client';
import { testRoleMongo } from '@rounds/adapters/testing/role-mongo';
import { addStudy } from '@rounds/adapters/testing/subscription-scene';
import type { RunActivities } from '@rounds/contracts/activities';
import type { Client } from '@temporalio/client';
import { createRunActivities } from '../src/run.activities.ts';

export const NOW = new Date('2026-11-23T07:00:00Z');

/** Temporal takes everything. @param start what becomes of workflows that are started */
export const clientWith = (start: (workflowId: string) => void = () => undefined): Client =>
  ({
    withDeadline: (_deadline: number, work: () => Promise<unknown>) => work(),
    workflow: {
      start: (_type: string, { workflowId }: { workflowId: string }) => {
        start(workflowId);
        return Promise.resolve();
      },
    },
  }) as unknown as Client;

interface RunScene {
  /** As root: for what a test stores and looks up. */
  readonly root: Mongo;
  readonly runs: RunActivities;
  readonly close: () => Promise<void>;
}

/** @param name of the database, in part */
export const openScene = async (name: string, client = clientWith()): Promise<RunScene> => {
  const { root, as, close } = await testRoleMongo(name);
  await addStudy(root);
  const runs = createRunActivities({
    mongo: as('housekeeping'),
    client,
    ownerGraceDays: 14,
    now: () => NOW,
  });
  return { root, runs, close };
};
