import { Readable } from 'node:stream';
import { RoundsError } from '@rounds/contracts/errors';
import { systemClock } from '../clock.ts';
import type { ObjectStore } from '../s3/object-store.ts';

/** An object store without a server, for small tests; `objects` shows what is in it. */
export const memoryObjectStore = (): ObjectStore & { readonly objects: Map<string, Buffer> } => {
  const objects = new Map<string, Buffer>();
  const get = (key: string): Buffer => {
    const body = objects.get(key);
    if (body === undefined) throw new RoundsError('NOT_FOUND', `There is no object ${key}.`);
    return body;
  };
  return {
    objects,
    put: (key, body) => {
      objects.set(key, Buffer.from(body));
      return Promise.resolve();
    },
    // Asynchronous throughout: a missing object rejects, as the real store's does.
    get: (key) => Promise.resolve().then(() => get(key)),
    stream: (key) => Promise.resolve().then(() => Readable.from([get(key)])),
    size: (key) => Promise.resolve(objects.get(key)?.length ?? null),
    // oxlint-disable-next-line typescript/require-await
    keys: async function* (prefix) {
      for (const key of [...objects.keys()].sort()) if (key.startsWith(prefix)) yield key;
    },
    // oxlint-disable-next-line typescript/require-await
    entries: async function* (prefix) {
      for (const key of [...objects.keys()].sort())
        if (key.startsWith(prefix)) yield { key, putAt: systemClock() };
    },
    remove: (key) => {
      objects.delete(key);
      return Promise.resolve();
    },
    retain: () => Promise.resolve(),
    presign: (key) => Promise.resolve(`memory:${key}`),
    ping: () => Promise.resolve(),
  };
};
