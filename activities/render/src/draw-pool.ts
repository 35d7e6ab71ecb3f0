import { RoundsError } from '@rounds/contracts/errors';
import Piscina from 'piscina';
import type { DrawTask } from './draw.ts';
import type { DecodeHeic } from './images/heic.ts';

export interface DrawPool {
  /** @throws RoundsError RENDER_INCOMPLETE when the thread's memory does not suffice; AbortError when stopped. */
  draw(task: DrawTask, signal: AbortSignal): Promise<Buffer>;
  decodeHeic(bytes: Uint8Array, signal: AbortSignal): ReturnType<DecodeHeic>;
  close(): Promise<void>;
}

export interface DrawPoolOptions {
  /** The built program of a drawing thread: dist/worker/pdf-worker.js. */
  readonly file: string;
  /** Reports drawn at once. */
  readonly threads: number;
}

/** Enough for a PDF of 300 pages with its images. */
export const MEMORY_MB = 512;

const isOutOfMemory = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';

const asFault = (error: unknown): unknown =>
  isOutOfMemory(error)
    ? new RoundsError(
        'RENDER_INCOMPLETE',
        `The report needs more than the ${MEMORY_MB} MB that drawing may use.`,
        {
          cause: error,
        },
      )
    : error;

/** Threads begin with the first task and end when they are idle for long, or with the task that is stopped. */
export const createDrawPool = ({ file, threads }: DrawPoolOptions): DrawPool => {
  const pool = new Piscina({
    filename: file,
    minThreads: 0,
    maxThreads: threads,
    idleTimeout: 300_000,
    resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB },
    // What is drawn was written by others: the threads that read it hold no secret of the process.
    env: {},
  });
  const run = async <T>(name: string, input: unknown, signal: AbortSignal): Promise<T> => {
    try {
      return (await pool.run(input, { name, signal })) as T;
    } catch (error) {
      throw asFault(error);
    }
  };
  return {
    draw: async (task, signal) => {
      const bytes = await run<Uint8Array>('draw', task, signal);
      return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    },
    decodeHeic: (bytes, signal) => run('decodeHeic', bytes, signal),
    close: () => pool.destroy(),
  };
};
