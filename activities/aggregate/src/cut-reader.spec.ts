import { gzipSync } from 'node:zlib';
import type { ObjectStore } from '@rounds/adapters/s3/object-store';
import { memoryObjectStore } from '@rounds/adapters/testing/memory-object-store';
import { cutRow, sdtmRow } from '@rounds/adapters/testing/rows';
import { openCut } from './cut-reader.ts';
import { openEarlierCut } from './earlier-cut.ts';
import { storeCut, storeDocument } from './testing/cut.ts';

const readAll = async (objects: ObjectStore, ref: Parameters<typeof openCut>[1]) => {
  const cut = await openCut(objects, ref);
  const keys: string[] = [];
  for await (const { key } of cut.rows('AE')) keys.push(key);
  return { cut, keys };
};

const frozen = async () => {
  const objects = memoryObjectStore();
  const rows = Array.from({ length: 500 }, () => cutRow('AE', sdtmRow('AE')));
  const document = await storeDocument(objects, Buffer.from('text'));
  const ref = await storeCut(objects, {
    rows: { DM: [cutRow('DM', sdtmRow('DM'))], AE: rows },
    undated: [{ domain: 'AE', subject: null, row: {} }],
    manifest: { documents: [document] },
  });
  const file = [...objects.objects.keys()].find((key) => key.includes('/AE.')) ?? '';
  return { objects, ref, rows, document, file };
};

describe('a cut', () => {
  it('is read whole, in the order of its keys', async () => {
    const { objects, ref, rows, document } = await frozen();
    const { cut, keys } = await readAll(objects, ref);
    expect(keys).toEqual(rows.map(({ key }) => key));
    expect(cut.siteIds).toEqual(['701']);
    expect(cut.siteOf('01-701-1015')).toBe('701');
    expect((await cut.bytesOf(document)).toString()).toBe('text');
    const undated = [];
    for await (const row of cut.undated()) undated.push(row);
    expect(undated).toEqual([{ domain: 'AE', subject: null, row: {} }]);
  });

  it.each([
    ['other rows', gzipSync('{"key":"a"}\n')],
    ['no gzip', Buffer.from('{"key":"a"}\n')],
    ['no JSON', gzipSync('{"key":\n')],
    ['half a file', gzipSync(Buffer.alloc(100_000, 'x')).subarray(0, 60)],
    ['no bytes', Buffer.alloc(0)],
  ])('is not trusted when a file has %s', async (_what, bytes) => {
    const { objects, ref, file } = await frozen();
    await objects.put(file, bytes, '');
    await expect(readAll(objects, ref)).rejects.toMatchObject({ code: 'CUT_CORRUPT' });
  });

  it('is not trusted when a file, a document or the manifest is missing or another', async () => {
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
    const failing = { ...objects, stream: () => Promise.reject(down) };
    await expect(readAll(failing, ref)).rejects.toBe(down);
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
