/** The render stage: a dataset becomes the files that people read, each stored under the hash of its content. */
import type { Mongo } from '@rounds/adapters/mongo/client';
import type { ObjectStore } from '@rounds/adapters/s3/object-store';
import type { Beat } from '@rounds/adapters/temporal/heartbeat';
import type { RenderActivities } from '@rounds/contracts/activities';
import type { StudyWeeklyDataset } from '@rounds/contracts/dataset';
import type { Artefact } from '@rounds/contracts/run';
import { createArtefactsRepository } from './artefacts.repository.ts';
import { completeDataset, readDataset } from './dataset.ts';
import { createDrawPool, type DrawPool, type DrawPoolOptions } from './draw-pool.ts';
import type { Derivation } from './images/derive-image.ts';
import { derivedPicture } from './images/derived-pictures.ts';

export interface RenderDependencies {
  readonly objects: ObjectStore;
  /** Writes the collection `artefacts` and nothing else. */
  readonly mongo: Pick<Mongo, 'collection'>;
  readonly drawing: DrawPoolOptions;
  readonly beat: Beat;
  /** Of the running activity: its cancellation stops the thread that draws. */
  readonly signal: () => AbortSignal;
}

/** One image at a time: a large photograph takes 100 MB while it is read. */
const deriveAll = async (
  { documents: { images } }: StudyWeeklyDataset,
  { objects, beat }: RenderDependencies,
  pool: DrawPool,
  signal: AbortSignal,
): Promise<Map<string, Derivation>> => {
  const derivations = new Map<string, Derivation>();
  for (const entry of images) {
    if (derivations.has(entry.sha256)) continue;
    beat({ step: 'images', done: derivations.size, of: images.length });
    derivations.set(
      entry.sha256,
      await derivedPicture(objects, entry, (bytes) => pool.decodeHeic(bytes, signal)),
    );
  }
  return derivations;
};

/** `close` ends the drawing threads; call it once the worker has stopped. */
export const createRenderActivities = (
  dependencies: RenderDependencies,
): RenderActivities & { close(): Promise<void> } => {
  const { objects, mongo, drawing, beat } = dependencies;
  const pool = createDrawPool(drawing);
  const artefacts = createArtefactsRepository(mongo, objects);
  return {
    render: async (input) => {
      const signal = dependencies.signal();
      const read = await readDataset(objects, input);
      const derivations = await deriveAll(read, dependencies, pool, signal);
      const { dataset, pictures } = completeDataset(read, derivations);
      const drawn: Artefact[] = [];
      for (const format of input.formats) {
        beat({ step: format });
        const bytes = await pool.draw(
          { format, dataset, pictures: format === 'pdf' ? pictures : {} },
          signal,
        );
        drawn.push(await artefacts.store(input, format, bytes));
      }
      return drawn;
    },
    close: () => pool.close(),
  };
};
