/** Objects by key. The port speaks bytes and keys; no SDK type crosses it. */
import type { Readable } from 'node:stream';

export interface ObjectStore {
  /** Stores the bytes whole; a key that names its content's hash may be put again at no harm. */
  put(key: string, body: Buffer, mediaType: string): Promise<void>;
  /** @throws RoundsError NOT_FOUND when there is no such object. */
  get(key: string): Promise<Buffer>;
  /** As `get`, for objects of any size. */
  stream(key: string): Promise<Readable>;
  /** Bytes of the object, or null when there is none. */
  size(key: string): Promise<number | null>;
  keys(prefix: string): AsyncIterable<string>;
  /** As `keys`, with the moment at which each object was last put. */
  entries(prefix: string): AsyncIterable<{ readonly key: string; readonly putAt: Date }>;
  remove(key: string): Promise<void>;
  /**
   * Lets nobody of Rounds take away the object as it now is before then; again only makes it later.
   *
   * @throws RoundsError NOT_FOUND when there is no such object.
   */
  retain(key: string, until: Date): Promise<void>;
  /** A URL that serves the object for `seconds`, under `fileName`. */
  presign(key: string, options: { fileName: string; mediaType: string; seconds: number }): Promise<string>;
  ping(): Promise<void>;
}
