/**
 * For tests that follow a page of docs/ to the letter: the steps that it has, and a copy of the sources to follow them
 * in. A step is a fenced block after a line that ends with the name of its file, as in "In `libs/x.ts`:". It is the
 * whole file; marked `diff`, what comes into one.
 */
import { cp, mkdir, mkdtemp, readFile, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

/**
 * @typedef {object} Step
 * @property {string} file from the repository's root
 * @property {boolean} isDiff
 * @property {string} text
 */

const STEP = /`([^`\n]+)`:\n\n( *)```(\w+)\n([^]*?\n)\2```$/gm;

/** @param {string} page Markdown @returns {Step[]} */
export const stepsOf = (page) =>
  [...page.matchAll(STEP)].map(([, file = '', indent = '', language = '', block = '']) => ({
    ...{ file, isDiff: language === 'diff' },
    text: block
      .split('\n')
      .map((line) => line.slice(indent.length))
      .join('\n'),
  }));

/**
 * The lines that a `+` brings stand among those that are there already, once.
 *
 * @param {string} source
 * @param {Step} step
 */
const patched = (source, { file, text }) => {
  const lines = text.trimEnd().split('\n');
  const there = lines.filter((line) => !line.startsWith('+')).map((line) => line.slice(1));
  const parts = source.split(`${there.join('\n')}\n`);
  if (parts.length !== 2) throw new Error(`${file} does not have "${there.join('\n')}" once.`);
  return parts.join(`${lines.map((line) => line.slice(1)).join('\n')}\n`);
};

/** @param {string} copy folder @param {string} page Markdown */
export const follow = async (copy, page) => {
  for (const step of stepsOf(page)) {
    const path = join(copy, step.file);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, step.isDiff ? patched(await readFile(path, 'utf8'), step) : step.text);
  }
};

/**
 * A folder within `dist`, so that packages are found as in the repository. Tests are left out.
 *
 * @param {string} name of the folder, and so of who makes it
 * @param {readonly string[]} folders from the root; those of `libs` are also found by their packages' names
 */
export const copyOfSources = async (name, folders) => {
  await mkdir(join(root, 'dist'), { recursive: true });
  const copy = await mkdtemp(join(root, 'dist', `${name}-`));
  const filter = (/** @type {string} */ path) => !path.endsWith('.spec.ts');
  for (const folder of folders) await cp(join(root, folder), join(copy, folder), { recursive: true, filter });
  await mkdir(join(copy, 'node_modules/@rounds'), { recursive: true });
  for (const folder of folders.filter((each) => each.startsWith('libs/')))
    await symlink(join(copy, folder), join(copy, 'node_modules/@rounds', folder.slice('libs/'.length)));
  return copy;
};
