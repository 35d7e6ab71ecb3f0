import { randomBytes } from 'node:crypto';
import { chmod, mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';

/**
 * @template T
 * @param {string} file
 * @param {T} fallback what to answer where the file is missing or torn
 * @returns {Promise<T>}
 */
export async function readJson(file, fallback) {
  try {
    return JSON.parse(await readFile(file, 'utf8'));
  } catch {
    return fallback;
  }
}

/**
 * For state of the embedded servers: databases, keys and mails, which concern nobody else on the machine.
 *
 * @param {string} path made where it is not there
 */
export async function privateFolder(path) {
  await mkdir(path, { recursive: true });
  await chmod(path, 0o700);
}

/**
 * A reader sees the old file or the new one, never half of one.
 *
 * @param {string} file
 * @param {unknown} value
 * @param {number} [mode]
 */
export async function writeJson(file, value, mode = 0o644) {
  await mkdir(dirname(file), { recursive: true });
  const draft = `${file}.${randomBytes(4).toString('hex')}`;
  await writeFile(draft, `${JSON.stringify(value, null, 2)}\n`, { mode });
  await rename(draft, file);
}

/**
 * @param {NodeJS.ProcessEnv} env
 * @param {string[]} names
 * @returns {Record<string, string>} those that are set
 */
export function pick(env, names) {
  return Object.fromEntries(names.flatMap((name) => (env[name] ? [[name, env[name]]] : [])));
}
