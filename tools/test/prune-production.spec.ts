/** Small: on the packages that are installed here, of which nothing is removed. */
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { FONT_FILES } from '../../activities/render/src/text/fonts.ts';
import { unopened } from '../prune-production.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));

it('leaves what a report is drawn with, and Temporal’s core for this machine’s kind', () => {
  const gone = unopened(root).map((path) => join(root, 'node_modules', path));
  const opened = Object.values(FONT_FILES).flatMap((files) => Object.values(files) as string[]);
  expect(gone.filter((path) => opened.includes(path))).toEqual([]);
  expect(gone.filter((path) => path.includes('/@rounds/'))).toEqual([]);
  expect(gone.filter((path) => /\/licen[cs]e[^/]*$/i.test(path))).toEqual([]);
  expect(gone.filter((path) => path.endsWith('.ttf')).length).toBeGreaterThan(50);
  expect(gone.filter((path) => path.includes('core-bridge/releases/'))).toHaveLength(4);
});
