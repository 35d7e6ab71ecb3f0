import { RoundsError } from '@rounds/contracts/errors';
import type { Finding } from '@rounds/contracts/gate';
import Piscina from 'piscina';
import type { DrawTask } from './draw.ts';
import type { InspectTask } from './gate/inspect.ts';
import type { DecodeHeic } from './images/heic.ts';
import type { Stored, Watched } from './pdf-worker.ts';
import { signsOfTask, watchSigns } from './sign-of-work.ts';
import type { Outline, StoredDataset } from './stored-dataset.ts';

/** Of whoever waits for a task. */
export interface Waiting {
  /** Stops the thread. */
  readonly signal: AbortSignal;
  /** Called every two seconds in which the thread gave a sign of work or the task waits for one. */
  readonly onWork?: () => void;
}

export interface DrawPool {
  /** @throws RoundsError RENDER_INCOMPLETE when the thread's memory does not suffice; AbortError when stopped. */
  draw(task: Stored<DrawTask>, waiting: Waiting): Promise<Buffer>;
  /** What is wrong with one stored file. @throws as `draw` */
  inspect(task: Stored<InspectTask>, waiting: Waiting): Promise<Finding[]>;
  /** What the report would lack in any format. @throws as `draw` */
  inspectDataset(dataset: StoredDataset, waiting: Waiting): Promise<Finding[]>;
  /** @throws as `draw` */
  outline(dataset: StoredDataset, waiting: Waiting): Promise<Outline>;
  decodeHeic(bytes: Uint8Array, waiting: Waiting): ReturnType<DecodeHeic>;
  close(): Promise<void>;
}

export interface DrawPoolOptions {
  /** The built program of a drawing thread: dist/worker/pdf-worker.js. */
  readonly file: string;
  /** Reports drawn at once. */
  readonly threads: number;
  /** Megabytes of heap that a thread may use; a report that needs more fails. Default 512: some 300 pages. */
  readonly memoryMb?: number;
}

const LOOK_MS = 2_000;

const isOutOfMemory = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';

const outOfMemory = (memoryMb: number, cause: unknown): RoundsError =>
  new RoundsError(
    'RENDER_INCOMPLETE',
    `The report needs more than the ${memoryMb} MB that drawing may use.`,
    {
      cause,
    },
  );

/** Threads begin with the first task and end when they are idle for long, or with the task that is stopped. */
export const createDrawPool = ({ file, threads, memoryMb = 512 }: DrawPoolOptions): DrawPool => {
  const pool = new Piscina({
    filename: file,
    minThreads: 0,
    maxThreads: threads,
    idleTimeout: 300_000,
    resourceLimits: { maxOldGenerationSizeMb: memoryMb },
    // What is drawn was written by others: the threads that read it hold no secret of the process.
    env: {},
  });
  const run = async <T>(name: string, input: unknown, { signal, onWork }: Waiting): Promise<T> => {
    const signs = signsOfTask();
    const isAtWork = watchSigns(signs);
    const watch = setInterval(() => {
      if (!signal.aborted && isAtWork()) onWork?.();
    }, LOOK_MS);
    const task: Watched<unknown> = { input, signs };
    try {
      return (await pool.run(task, { name, signal })) as T;
    } catch (error) {
      throw isOutOfMemory(error) ? outOfMemory(memoryMb, error) : error;
    } finally {
      clearInterval(watch);
    }
  };
  return {
    draw: async (task, waiting) => {
      const bytes = await run<Uint8Array>('draw', task, waiting);
      return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    },
    inspect: (task, waiting) => run('inspect', task, waiting),
    inspectDataset: (dataset, waiting) => run('inspectDataset', dataset, waiting),
    outline: (dataset, waiting) => run('outline', dataset, waiting),
    decodeHeic: (bytes, waiting) => run('decodeHeic', bytes, waiting),
    close: () => pool.destroy(),
  };
};
