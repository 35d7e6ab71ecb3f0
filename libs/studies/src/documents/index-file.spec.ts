import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { withFolder } from '../testing/study-folder.ts';
import { instantOf, readIndex } from './index-file.ts';

const read = (content: unknown) =>
  withFolder(async (folder) => {
    const path = join(folder, 'index.json');
    await writeFile(path, typeof content === 'string' ? content : JSON.stringify(content));
    return readIndex(path);
  });

describe('documents/index.json', () => {
  it('gives its entries by file', async () => {
    const entry = { file: 'a.txt', title: 'A', siteId: '701', receivedAt: '2024-01-05' };
    expect(await read([entry, { file: 'b.png' }])).toEqual(
      new Map<string, unknown>([
        ['a.txt', entry],
        ['b.png', { file: 'b.png' }],
      ]),
    );
  });

  it('may be missing', async () => {
    expect(await withFolder((folder) => readIndex(join(folder, 'index.json')))).toEqual(new Map());
  });

  it.each<[string, unknown, string]>([
    ['no JSON', '[', 'documents/index.json'],
    ['no list', { file: 'a.txt' }, 'documents/index.json'],
    ['an entry without a file', [{ title: 'A' }], '0.file'],
    ['a file elsewhere', [{ file: '../a.txt' }], '0.file'],
    ['a file twice', [{ file: 'a.txt' }, { file: 'a.txt' }], '1.file'],
    ['an empty title', [{ file: 'a.txt', title: ' ' }], '0.title'],
    ['a wrong moment', [{ file: 'a.txt', receivedAt: '5 January' }], '0.receivedAt'],
    ['a field that is unknown', [{ file: 'a.txt', site: '701' }], '0.site'],
  ])('with %s is refused by field', async (_name, content, field) => {
    await expect(read(content)).rejects.toMatchObject({ code: 'INVALID_INPUT', fields: [{ field }] });
  });

  it.each([
    ['2024-01-05', '2024-01-05T12:00:00.000Z'],
    ['2024-01-05T08:30:00', '2024-01-05T08:30:00.000Z'],
    ['2024-01-05T08:30:00Z', '2024-01-05T08:30:00.000Z'],
    ['2024-01-05T08:30:00+02:00', '2024-01-05T06:30:00.000Z'],
  ])('means by %s the instant %s', (text, instant) => {
    expect(instantOf(text).toISOString()).toBe(instant);
  });
});
