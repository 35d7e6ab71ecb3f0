/** Small. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { circlesIn, readImports } from '../circles.mjs';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'rounds-circles-'));
  for (const folder of ['apps', 'activities', 'libs', 'workflows', 'tools']) mkdirSync(join(root, folder));
});
afterEach(() => {
  rmSync(root, { recursive: true });
});

const write = (file: string, text: string) => {
  mkdirSync(dirname(join(root, file)), { recursive: true });
  writeFileSync(join(root, file), text);
};

it('finds circles of one file, of several, across projects, and of types alone', () => {
  write('libs/a/package.json', '{ "name": "@rounds/a" }');
  write('libs/b/package.json', '{ "name": "@rounds/b" }');
  write('libs/a/src/one.ts', `import type { Two } from '@rounds/b/two';`);
  write('libs/b/src/two.ts', `export type { Three } from './deep/three.ts';`);
  write('libs/b/src/deep/three.ts', `export type Three = import('@rounds/a/one').One;`);
  write('libs/b/src/beside.ts', `import { two } from './two.ts';`);
  write('tools/self.mjs', `const self = await import('./self.mjs');`);
  const circles = circlesIn(readImports(root)).map((circle) => [...circle].sort());
  expect(circles).toEqual([
    ['libs/a/src/one.ts', 'libs/b/src/deep/three.ts', 'libs/b/src/two.ts'],
    ['tools/self.mjs'],
  ]);
});

it('takes for none what several files import', () => {
  write('libs/a/package.json', '{ "name": "@rounds/a" }');
  write('libs/a/src/one.ts', `import './two.ts'; import './three.ts'; import 'elsewhere';`);
  write('libs/a/src/two.ts', `import './three.ts';`);
  write('libs/a/src/three.ts', '');
  expect(circlesIn(readImports(root))).toEqual([]);
});
