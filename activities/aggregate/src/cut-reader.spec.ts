import { gzipSync } from 'node:zlib';
import type { ObjectStore } from '@rounds/adapters/s3/object-store';
import { memoryObjectStore } from '@rounds/adapters/testing/memory-object-store';
import { cutRow, sdtmRow } from '@rounds/adapters/testing/rows';
import { openCut } from './cut-reader.ts';
import { openEarlierCut } from './earlier-cut.ts';
import { storeCut, storeDocument, storeFiledCut } from './testing/cut.ts';

const readAll = async (objects: ObjectStore, ref: Parameters<typeof openCut>[1]) => {
  const cut = await openCut(objects, ref);
  const keys: string[] = [];
  for (const part of cut.parts('AE')) for (const { key } of await part.read()) keys.push(key);
  return { cut, keys };
};

const KINDS = {
  'of segments': {
    store: storeCut,
    isOfEvents: (key: string, events: readonly string[]) => events.includes(key),
  },
  'of an earlier version': { store: storeFiledCut, isOfEvents: (key: string) => key.includes('/AE.') },
};

describe.each(Object.entries(KINDS))('a cut %s', (_kind, { store, isOfEvents }) => {
  const frozen = async () => {
    const objects = memoryObjectStore();
    const rows = Array.from({ length: 500 }, () => cutRow('AE', sdtmRow('AE')));
    const document = await storeDocument(objects, Buffer.from('text'));
    const before = [...objects.objects.keys()];
    await store(objects, { datasets: ['AE'], rows: { AE: rows }, segmentRows: 100, subjects: [] });
    const events = [...objects.objects.keys()].filter(
      (key) => !before.includes(key) && !key.endsWith('.json'),
    );
    const ref = await store(objects, {
      rows: { DM: [cutRow('DM', sdtmRow('DM'))], AE: rows },
      manifest: { documents: [document] },
      segmentRows: 100,
    });
    const file = events.find((key) => isOfEvents(key, events.slice(0, 5))) ?? '';
    return { objects, ref, rows, document, file };
  };

  it('is read whole', async () => {
    const { objects, ref, rows, document } = await frozen();
    const { cut, keys } = await readAll(objects, ref);
    expect(keys.sort()).toEqual(rows.map(({ key }) => key));
    expect(cut.siteIds).toEqual(['701']);
    expect(cut.siteOf('01-701-1015')).toBe('701');
    expect((await cut.bytesOf(document)).toString()).toBe('text');
  });

  it.each([
    ['other rows', gzipSync('{"key":"a"}\n')],
    ['no gzip', Buffer.from('{"key":"a"}\n')],
    ['no JSON', gzipSync('{"key":\n')],
    ['half a file', gzipSync(Buffer.alloc(100_000, 'x')).subarray(0, 60)],
    ['no bytes', Buffer.alloc(0)],
  ])('is not trusted when an object has %s', async (_what, bytes) => {
    const { objects, ref, file } = await frozen();
    await objects.put(file, bytes, '');
    await expect(readAll(objects, ref)).rejects.toMatchObject({ code: 'CUT_CORRUPT' });
  });

  it('is not trusted when an object, a document or the manifest is missing or another', async () => {
    const { objects, ref, file, document } = await frozen();
    const { cut } = await readAll(objects, ref);
    await objects.put(document.key, Buffer.from('other'), '');
    await expect(cut.bytesOf(document)).rejects.toMatchObject({ code: 'CUT_CORRUPT' });
    await objects.remove(document.key);
    await expect(cut.bytesOf(document)).rejects.toMatchObject({ code: 'CUT_CORRUPT' });
    await objects.remove(file);
    await expect(readAll(objects, ref)).rejects.toMatchObject({ code: 'CUT_CORRUPT' });
    await expect(openCut(objects, { ...ref, sha256: '0'.repeat(64) })).rejects.toMatchObject({
      code: 'CUT_CORRUPT',
    });
    await objects.remove(ref.manifestKey);
    await expect(openCut(objects, ref)).rejects.toMatchObject({ code: 'CUT_CORRUPT' });
  });

  it('leaves a fault of the server what it is', async () => {
    const { objects, ref } = await frozen();
    const down = new Error('connect ECONNREFUSED');
    let isDown = false;
    const failing: ObjectStore = {
      ...objects,
      get: (key) => (isDown ? Promise.reject(down) : objects.get(key)),
      stream: (key) => (isDown ? Promise.reject(down) : objects.stream(key)),
    };
    const cut = await openCut(failing, ref);
    isDown = true;
    await expect(cut.parts('AE')[0]?.read()).rejects.toBe(down);
    await expect(openCut(failing, ref)).rejects.toBe(down);
  });

  it('of an earlier run may never have been, be gone, or be damaged', async () => {
    const { objects, ref } = await frozen();
    expect(await openEarlierCut(objects, ref)).toMatchObject({ sha256: ref.sha256 });
    expect(await openEarlierCut(objects, undefined)).toBe('none');
    await objects.put(ref.manifestKey, Buffer.from('{}'), '');
    expect(await openEarlierCut(objects, ref)).toBe('damaged');
    await objects.remove(ref.manifestKey);
    expect(await openEarlierCut(objects, ref)).toBe('gone');
  });
});
