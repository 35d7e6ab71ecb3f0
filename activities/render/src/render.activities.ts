/** The render stage: a dataset becomes the files that people read, each stored under the hash of its content. */
import type { Clock } from '@rounds/adapters/clock';
import { sha256Of } from '@rounds/adapters/crypto/sha256';
import type { Mongo } from '@rounds/adapters/mongo/client';
import { createHaltsRepository } from '@rounds/adapters/mongo/halts.repository';
import { removeArtefacts } from '@rounds/adapters/mongo/remove-artefacts';
import type { ObjectStore } from '@rounds/adapters/s3/object-store';
import type { Beat } from '@rounds/adapters/temporal/heartbeat';
import type { RenderActivities, RenderInput } from '@rounds/contracts/activities';
import type { ImageEntry } from '@rounds/contracts/dataset';
import { RoundsError } from '@rounds/contracts/errors';
import type { Format } from '@rounds/contracts/formats';
import type { Artefact } from '@rounds/contracts/run';
import { createArtefactsRepository } from './artefacts.repository.ts';
import { completeImages, demandIdentity, readDataset, readTreatments } from './dataset.ts';
import type { DrawTask } from './draw.ts';
import { createDrawPool, type DrawPool, type DrawPoolOptions, type Waiting } from './draw-pool.ts';
import { storedFile, unsaid } from './gate/stored.ts';
import type { Derivation } from './images/derive-image.ts';
import { derivedPicture } from './images/derived-pictures.ts';
import type { Pictures } from './pdf/document.ts';
import type { StoredDataset } from './stored-dataset.ts';

const MEGABYTE = 1024 * 1024;

export interface RenderDependencies {
  readonly objects: ObjectStore;
  /** Reads `halts`, and writes the collection `artefacts` and nothing else. */
  readonly mongo: Pick<Mongo, 'collection'>;
  readonly drawing: DrawPoolOptions & {
    /** A larger file fails the run; default: none is too large. */
    readonly maxFileBytes?: number;
  };
  readonly beat: Beat;
  /** Of the running activity: its cancellation stops the thread that draws. */
  readonly signal: () => AbortSignal;
  readonly now: Clock;
}

/** One image at a time: a large photograph takes 100 MB while it is read. */
const deriveAll = async (
  images: readonly ImageEntry[],
  { objects, beat }: RenderDependencies,
  pool: DrawPool,
  waiting: Waiting,
): Promise<Map<string, Derivation>> => {
  const derivations = new Map<string, Derivation>();
  for (const entry of images) {
    if (derivations.has(entry.sha256)) continue;
    beat({ step: 'images', done: derivations.size, of: images.length });
    derivations.set(
      entry.sha256,
      await derivedPicture(objects, entry, (bytes) => pool.decodeHeic(bytes, waiting)),
    );
  }
  return derivations;
};

/** @throws RoundsError CUT_CORRUPT when the bytes are not those that the template names */
const readLogo = async (
  { presentation }: RenderInput,
  objects: ObjectStore,
): Promise<Pick<DrawTask, 'logo' | 'presentation'>> => {
  if (presentation === undefined) return {};
  const named = presentation.branding.logo;
  if (named === undefined) return { presentation };
  const logo = await objects.get(named.key);
  if (sha256Of(logo) === named.sha256) return { presentation, logo };
  throw new RoundsError(
    'CUT_CORRUPT',
    `The logo of ${presentation.templateVersion} is not the one it names.`,
  );
};

/** @throws RoundsError PAYLOAD_TOO_LARGE */
const demandSize = (format: Format, bytes: number, most = Infinity): void => {
  if (bytes <= most) return;
  const [is, allowed] = [bytes, most].map((size) => Math.ceil(size / MEGABYTE));
  throw new RoundsError(
    'PAYLOAD_TOO_LARGE',
    `The ${format} file has ${String(is)} MB, and ${String(allowed)} MB are allowed (ROUNDS_MAX_FILE_MB): ask for fewer sites or another format.`,
  );
};

/** With every image derived or refused: what the files are drawn from and compared with. */
const readWhole = async (
  input: RenderInput,
  dependencies: RenderDependencies,
  pool: DrawPool,
  waiting: Waiting,
): Promise<{ dataset: StoredDataset; pictures: Pictures }> => {
  const stored = await readDataset(dependencies.objects, input);
  const outline = await pool.outline(stored, waiting);
  demandIdentity(outline, input);
  const derivations = await deriveAll(outline.images, dependencies, pool, waiting);
  const { images, pictures } = completeImages(outline.images, derivations);
  return { dataset: { ...stored, images }, pictures };
};

/** What of the input decides what the files say. */
const wordsOf = ({
  language,
  presentation,
  lacking,
}: RenderInput): Pick<DrawTask, 'language' | 'presentation' | 'lacking'> => ({
  ...(language && { language }),
  ...(presentation && { presentation }),
  ...(lacking && { lacking }),
});

/** `close` ends the drawing threads; call it once the worker has stopped. */
export const createRenderActivities = (
  dependencies: RenderDependencies,
): RenderActivities & { close(): Promise<void> } => {
  const { objects, mongo, drawing, beat, now } = dependencies;
  const pool = createDrawPool(drawing);
  const halts = createHaltsRepository(mongo);
  const artefacts = createArtefactsRepository(mongo, objects, now);
  const waitingFor = (step: string): Waiting => ({
    signal: dependencies.signal(),
    onWork: () => {
      beat({ step });
    },
  });
  return {
    render: async (input) => {
      await halts.demandNone(input.studyId);
      const waiting = waitingFor('render');
      const { dataset, pictures } = await readWhole(input, dependencies, pool, waiting);
      const look = await readLogo(input, objects);
      const drawn: Artefact[] = [];
      for (const format of input.formats) {
        beat({ step: format });
        const bytes = await pool.draw(
          { ...wordsOf(input), format, dataset, pictures: format === 'pdf' ? pictures : {}, ...look },
          waiting,
        );
        demandSize(format, bytes.length, drawing.maxFileBytes);
        // Nothing is stored for a run that was cancelled while this was drawn.
        waiting.signal.throwIfAborted();
        drawn.push(await artefacts.store(input, format, bytes));
      }
      return drawn;
    },
    inspect: async (input) => {
      const waiting = waitingFor('inspect');
      const { dataset } = await readWhole(input, dependencies, pool, waiting);
      const treatments = await readTreatments(objects, input);
      const findings = await pool.inspectDataset(dataset, waiting);
      for (const format of input.formats) {
        beat({ step: `inspect ${format}` });
        const stored = await storedFile(objects, input.artefacts, format);
        const { maxFileBytes: maxBytes } = drawing;
        const more = {
          ...{ ...(maxBytes && { maxBytes }), ...(treatments && { treatments }) },
          ...(input.strict && { strict: true }),
        };
        const task = { ...wordsOf(input), format, dataset, ...more };
        if ('check' in stored) findings.push(stored);
        else findings.push(...(await pool.inspect({ ...task, bytes: stored }, waiting)));
      }
      return unsaid(findings, input.lacking);
    },
    discardArtefacts: async ({ runId }) => {
      await removeArtefacts(mongo, objects, runId, now);
    },
    close: () => pool.close(),
  };
};
