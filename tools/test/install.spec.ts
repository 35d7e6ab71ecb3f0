import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { isInstalled } from '../install.mjs';
import { newFolder } from './support.ts';

type Packages = Record<string, object>;

const LOCKED: Packages = {
  '': { name: 'rounds' },
  'libs/contracts': { name: '@rounds/contracts' },
  'node_modules/@rounds/contracts': { resolved: 'libs/contracts', link: true },
  'node_modules/zod': { version: '4.6.7', integrity: 'sha512-a' },
  'node_modules/binding-darwin': { version: '1.0.0', integrity: 'sha512-b', optional: true },
};
const PRESENT: Packages = { 'node_modules/zod': { version: '4.6.7', integrity: 'sha512-a' } };

const checkout = async (present: Packages | undefined, links = ['@rounds/contracts']) => {
  const root = await newFolder();
  await writeFile(join(root, 'package-lock.json'), JSON.stringify({ packages: LOCKED }));
  if (!present) return root;
  for (const link of links) await mkdir(join(root, 'node_modules', link), { recursive: true });
  await mkdir(join(root, 'node_modules'), { recursive: true });
  await writeFile(join(root, 'node_modules/.package-lock.json'), JSON.stringify({ packages: present }));
  return root;
};

describe('the dependencies', () => {
  it('are installed when all but those of other platforms are there', async () => {
    expect(await isInstalled(await checkout(PRESENT))).toBe(true);
  });

  it.each([
    ['nothing is installed', undefined, []],
    ['a package is missing', {}, ['@rounds/contracts']],
    [
      'another version is there',
      { 'node_modules/zod': { version: '4.6.6', integrity: 'sha512-a' } },
      ['@rounds/contracts'],
    ],
    [
      'other content is there',
      { 'node_modules/zod': { version: '4.6.7', integrity: 'sha512-x' } },
      ['@rounds/contracts'],
    ],
    ['a workspace is not linked', PRESENT, []],
  ])('are stale when %s', async (_, present, links) => {
    expect(await isInstalled(await checkout(present, links))).toBe(false);
  });
});
