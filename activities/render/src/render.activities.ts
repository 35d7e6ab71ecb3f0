/** The render stage: a dataset becomes the files that people read, each stored under the hash of its content. */
import type { Clock } from '@rounds/adapters/clock';
import { sha256Of } from '@rounds/adapters/crypto/sha256';
import type { Mongo } from '@rounds/adapters/mongo/client';
import { createHaltsRepository } from '@rounds/adapters/mongo/halts.repository';
import { removeArtefacts } from '@rounds/adapters/mongo/remove-artefacts';
import { UNSHARED, type Makings } from '@rounds/adapters/s3/makings';
import type { ObjectStore } from '@rounds/adapters/s3/object-store';
import type { Beat } from '@rounds/adapters/temporal/heartbeat';
import type { InspectInput, RenderActivities, RenderInput } from '@rounds/contracts/activities';
import type { ImageEntry } from '@rounds/contracts/dataset';
import { RoundsError } from '@rounds/contracts/errors';
import type { Format } from '@rounds/contracts/formats';
import type { Finding } from '@rounds/contracts/gate';
import { inOrder } from '@rounds/contracts/scope';
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
  /** Absent: nothing is shared. */
  readonly makings?: Makings;
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

/** Whatever run asks: a file is of its dataset, its words and its looks. */
const fileOf = (input: RenderInput, format: Format) => ({
  ...{ kind: 'file', format, dataset: input.dataset.sha256 },
  ...{ studyId: input.studyId, scope: inOrder(input.scope), ...wordsOf(input) },
});

const inspectionOf = (input: InspectInput, format: Format) => ({
  ...{ ...fileOf(input, format), kind: 'inspection', strict: input.strict === true },
  artefact: input.artefacts.find((artefact) => artefact.format === format),
});

/** A picture that took too long on a busy machine may be shown the next time. */
const isSettled = ({ images = [] }: StoredDataset): boolean =>
  images.every(({ refused }) => refused?.code !== 'takes-too-long');

const isClean = (findings: readonly Finding[]): boolean => findings.length === 0;

/** Read for the first that needs it. */
const lazily = <Value>(read: () => Promise<Value>): (() => Promise<Value>) => {
  let value: Promise<Value> | undefined;
  return () => (value ??= read());
};

/** `close` ends the drawing threads; call it once the worker has stopped. */
export const createRenderActivities = (
  dependencies: RenderDependencies,
): RenderActivities & { close(): Promise<void> } => {
  const { objects, mongo, makings = UNSHARED, drawing, beat, now } = dependencies;
  const pool = createDrawPool(drawing);
  const halts = createHaltsRepository(mongo);
  const artefacts = createArtefactsRepository(mongo, objects, now);
  const waitingFor = (step: string): Waiting => ({
    signal: dependencies.signal(),
    onWork: () => {
      beat({ step });
    },
  });
  const open = (input: RenderInput, step: string) => {
    const waiting = waitingFor(step);
    return {
      waiting,
      read: lazily(() => readWhole(input, dependencies, pool, waiting)),
      readLook: lazily(() => readLogo(input, objects)),
      readHidden: lazily(() => readTreatments(objects, input)),
    };
  };
  type Open = ReturnType<typeof open>;

  const draw = async (input: RenderInput, format: Format, { waiting, read, readLook }: Open) => {
    const { dataset, pictures } = await read();
    const look = await readLook();
    const bytes = await pool.draw(
      { ...wordsOf(input), format, dataset, pictures: format === 'pdf' ? pictures : {}, ...look },
      waiting,
    );
    demandSize(format, bytes.length, drawing.maxFileBytes);
    // Nothing is stored for a run that was cancelled while this was drawn.
    waiting.signal.throwIfAborted();
    return { artefact: await artefacts.store(format, bytes), isSettled: isSettled(dataset) };
  };

  const inspect = async (input: InspectInput, format: Format, { waiting, read, readHidden }: Open) => {
    const stored = await storedFile(objects, input.artefacts, format);
    if ('check' in stored) return [stored];
    const { dataset } = await read();
    const treatments = await readHidden();
    const more = {
      ...{
        ...(drawing.maxFileBytes && { maxBytes: drawing.maxFileBytes }),
        ...(treatments && { treatments }),
      },
      ...(input.strict && { strict: true }),
    };
    return pool.inspect({ ...wordsOf(input), format, dataset, ...more, bytes: stored }, waiting);
  };

  return {
    render: async (input) => {
      await halts.demandNone(input.studyId);
      const opened = open(input, 'render');
      const drawn = [];
      for (const format of input.formats) {
        beat({ step: format });
        const of = fileOf(input, format);
        const { artefact } = await makings.once(
          of,
          () => draw(input, format, opened),
          (made) => made.isSettled,
        );
        if (!(await artefacts.record(input, artefact))) {
          await makings.forget(of);
          throw new RoundsError(
            'DEPENDENCY_DOWN',
            'The same file was removed with the last run that had it: try again.',
          );
        }
        drawn.push(artefact);
      }
      return drawn;
    },
    inspect: async (input) => {
      const opened = open(input, 'inspect');
      const inspectDataset = async () => pool.inspectDataset((await opened.read()).dataset, opened.waiting);
      const { sha256 } = input.dataset;
      const findings = [
        ...(await makings.once({ kind: 'dataset-inspection', dataset: sha256 }, inspectDataset, isClean)),
      ];
      for (const format of input.formats) {
        beat({ step: `inspect ${format}` });
        const inspectFile = () => inspect(input, format, opened);
        findings.push(...(await makings.once(inspectionOf(input, format), inspectFile, isClean)));
      }
      return unsaid(findings, input.lacking);
    },
    discardArtefacts: async ({ runId }) => {
      await removeArtefacts(mongo, objects, runId, now);
    },
    close: () => pool.close(),
  };
};
