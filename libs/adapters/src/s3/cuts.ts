/** The objects of a cut: `cuts/<runId>/manifest.json` and the files that it names. */
import type { CutManifest } from '@rounds/contracts/cut';
import type { ObjectStore } from './object-store.ts';

type Objects = Pick<ObjectStore, 'get' | 'keys' | 'remove' | 'size'>;
type OnRemoved = (key: string) => void;

export const cutFolder = (runId: string): string => `cuts/${runId}/`;
export const cutManifestKey = (runId: string): string => `${cutFolder(runId)}manifest.json`;

/** The manifest goes first: what is left of a cut that was removed half is no cut. */
export const removeCut = async (objects: Objects, runId: string, onRemoved: OnRemoved): Promise<void> => {
  await objects.remove(cutManifestKey(runId));
  for await (const key of objects.keys(cutFolder(runId))) {
    onRemoved(key);
    await objects.remove(key);
  }
};

/** What attempts that were given up left beside the files of the cut. Only for a run that is over. */
export const removeLeftOvers = async (
  objects: Objects,
  runId: string,
  onRemoved: OnRemoved,
): Promise<void> => {
  const manifestKey = cutManifestKey(runId);
  if ((await objects.size(manifestKey)) === null) return;
  const { files } = JSON.parse((await objects.get(manifestKey)).toString('utf8')) as CutManifest;
  const named = new Set([manifestKey, ...files.map(({ key }) => key)]);
  for await (const key of objects.keys(cutFolder(runId))) {
    if (named.has(key)) continue;
    onRemoved(key);
    await objects.remove(key);
  }
};
