/** The render stage on a real MongoDB, as its role's own user, and a real S3, with the built drawing thread. */
import { sha256Of } from '@rounds/adapters/crypto/sha256';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { buildDataset, imageEntry } from '@rounds/report-types/study-weekly/testing/dataset';
import { systemClock } from '@rounds/adapters/clock';
import { roleObjects } from '@rounds/adapters/testing/role-objects';
import { testRoleMongo } from '@rounds/adapters/testing/role-mongo';
import { testObjectStore, uniqueName } from '@rounds/adapters/testing/servers';
import type { RenderInput } from '@rounds/contracts/activities';
import { canonicalJson } from '@rounds/contracts/canonical-json';
import type { ImageEntry } from '@rounds/contracts/dataset';
import type { StudyWeeklyDataset } from '@rounds/report-types/study-weekly/dataset';
import { FORMATS } from '@rounds/contracts/formats';
import { createRenderActivities, type RenderDependencies } from '../render.activities.ts';

/** @throws when nothing was built: `npm test` builds first. */
export const drawingThread = (): string => {
  const file = resolve(import.meta.dirname, '../../../../dist/worker/pdf-worker.js');
  if (!existsSync(file)) throw new Error(`${file} is not there: run \`npm run build\`, or \`npm test\``);
  return file;
};

export const openRenderBed = async () => {
  const database = await testRoleMongo('render');
  const objects = await testObjectStore('render');
  const dependencies: RenderDependencies = {
    mongo: database.as('render'),
    objects: roleObjects('render', objects),
    drawing: { file: drawingThread(), threads: 1 },
    beat: () => undefined,
    signal: () => new AbortController().signal,
    now: systemClock,
  };
  const activities = createRenderActivities(dependencies);
  return {
    mongo: database.root,
    objects,
    dependencies,
    activities,
    close: async () => {
      await activities.close();
      await database.close();
    },
    /** An image whose bytes are in the store. */
    storeImage: async (bytes: Buffer, changes: Partial<ImageEntry> = {}): Promise<ImageEntry> => {
      const key = `documents/${sha256Of(bytes)}`;
      await objects.put(key, bytes, 'application/octet-stream');
      return imageEntry({ key, sha256: sha256Of(bytes), ...changes });
    },
    /** A dataset in the store, of a run and a cut of no other test. */
    storeDataset: async (changes: Partial<StudyWeeklyDataset> = {}): Promise<RenderInput> => {
      const built = buildDataset(changes);
      const dataset = { ...built, manifest: { ...built.manifest, cut: sha256Of(uniqueName('cut')) } };
      const bytes = Buffer.from(canonicalJson(dataset));
      const key = `datasets/${sha256Of(bytes)}.json`;
      await objects.put(key, bytes, 'application/json');
      const { scope, study } = dataset;
      return {
        runId: uniqueName('run'),
        studyId: study.studyId,
        scope,
        dataset: { key, sha256: sha256Of(bytes), headlineKey: '' },
        formats: FORMATS,
      };
    },
  };
};
