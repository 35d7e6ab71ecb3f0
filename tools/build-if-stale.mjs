import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from './build.mjs';
import { readJson, writeJson } from './servers/files.mjs';
import { withLock } from './servers/lock.mjs';

const SOURCES = ['apps', 'activities', 'libs', 'workflows'];
const INPUTS = ['tools/build.mjs', 'tools/web.mjs', 'tools/web-words.mjs', 'package-lock.json', '.swcrc'];

/**
 * Builds when a source changed since the last build. One process builds at a time: a program started while
 * another writes its file would read half of it.
 *
 * @param {string} root of the repository
 * @param {(line: string) => void} say
 */
export async function buildIfStale(root, say) {
  if (await isBuilt(root)) return;
  await withLock(join(root, '.rounds', 'build.lock'), async () => {
    if (await isBuilt(root)) return;
    const startedAt = Date.now();
    const state = await sourceState(root);
    await build();
    await writeJson(stampFile(root), state);
    say(`Built in ${((Date.now() - startedAt) / 1000).toFixed(1)} s.`);
  });
}

/** @param {string} root */
function stampFile(root) {
  return join(root, 'dist', 'built.json');
}

/** @param {string} root */
async function isBuilt(root) {
  const [state, built] = await Promise.all([sourceState(root), readJson(stampFile(root), undefined)]);
  return JSON.stringify(state) === JSON.stringify(built);
}

/**
 * @param {string} root
 * @returns {Promise<{ files: number, newestMs: number }>} the count tells of a file that was removed
 */
async function sourceState(root) {
  const folders = await Promise.all(SOURCES.map((name) => listFiles(join(root, name))));
  const files = [...folders.flat(), ...INPUTS.map((name) => join(root, name))];
  const times = await Promise.all(files.map(async (file) => (await stat(file)).mtimeMs));
  return { files: files.length, newestMs: Math.max(...times) };
}

/**
 * @param {string} folder
 * @returns {Promise<string[]>}
 */
async function listFiles(folder) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}
