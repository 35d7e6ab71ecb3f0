import { readFile } from 'node:fs/promises';
import { unzipSync } from 'fflate';

/**
 * Files of a zip archive (a Python wheel is one), in memory. Their checksums are not looked at: whoever fetched the
 * archive compared its own.
 *
 * @param {string} archive
 * @param {(name: string) => boolean} isWanted
 * @returns {Promise<[name: string, bytes: Uint8Array][]>}
 */
export async function unzipped(archive, isWanted) {
  const bytes = await readFile(archive);
  try {
    return Object.entries(unzipSync(bytes, { filter: ({ name }) => isWanted(name) }));
  } catch (error) {
    throw new Error(`${archive} is not a zip archive, or it is damaged.`, { cause: error });
  }
}
