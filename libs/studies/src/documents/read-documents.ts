/** The folder `documents/` beside a study's datasets. */
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { readIndex, type IndexEntry } from './index-file.ts';
import { orMissing } from './or-missing.ts';

export interface DocumentFolder {
  readonly path: string;
  /** File names, sorted. */
  readonly files: readonly string[];
  /** Folders within it: documents lie flat. */
  readonly folders: readonly string[];
  readonly index: ReadonlyMap<string, IndexEntry>;
}

const INDEX = 'index.json';

/** @throws RoundsError INVALID_INPUT when the index is wrong. */
export const readDocuments = async (path: string): Promise<DocumentFolder> => {
  const entries = await readdir(path, { withFileTypes: true }).catch(orMissing([]));
  const shown = entries
    .filter(({ name }) => !name.startsWith('.') && name !== INDEX)
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  return {
    path,
    files: shown.filter((entry) => !entry.isDirectory()).map(({ name }) => name),
    folders: shown.filter((entry) => entry.isDirectory()).map(({ name }) => name),
    index: await readIndex(join(path, INDEX)),
  };
};
