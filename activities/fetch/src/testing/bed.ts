/** The fetch stage on a real MongoDB, as its role's own user, and a real S3, with its role's rights. */
import type { FetchInput } from '@rounds/contracts/activities';
import type { CutRef } from '@rounds/contracts/run';
import { roleObjects } from '@rounds/adapters/testing/role-objects';
import { testRoleMongo } from '@rounds/adapters/testing/role-mongo';
import { testObjectStore, uniqueName } from '@rounds/adapters/testing/servers';
import { createFetchActivities, type FetchDependencies } from '../fetch.activities.ts';
import { readCut } from './study.ts';

export const PERIOD = { start: '2024-03-04', end: '2024-03-11' };
/** The first day that a cut of the period does not hold. */
export const LATER = '2024-03-11';

export type FetchBed = Awaited<ReturnType<typeof openFetchBed>>;

export const openFetchBed = async () => {
  const database = await testRoleMongo('fetch');
  const objects = await testObjectStore('fetch');
  const mongo = database.as('fetch');
  const activities = (changes: Partial<FetchDependencies> = {}) =>
    createFetchActivities({
      mongo,
      objects: roleObjects('fetch', objects),
      codeVersion: '0.1.0',
      now: () => new Date('2024-03-11T06:00:00Z'),
      beat: () => undefined,
      ...changes,
    });

  return {
    /** To arrange: with every right. */
    mongo: database.root,
    objects,
    activities,
    close: () => database.close(),
    /** A study and a run of no other test. */
    names: () => {
      const [studyId, runId] = [uniqueName('STUDY'), uniqueName('run')];
      const freeze = (
        input: Partial<FetchInput> = {},
        changes: Partial<FetchDependencies> = {},
      ): Promise<CutRef> =>
        activities(changes).freezeCut({
          runId,
          studyId,
          period: PERIOD,
          timeZone: 'Europe/Berlin',
          sites: 'all',
          ...input,
        });
      const cutOf = async (...given: Parameters<typeof freeze>) => readCut(objects, await freeze(...given));
      return { studyId, runId, freeze, cutOf };
    },
  };
};
