/** The objects of a cut: its manifest and the files that it names. */
import type { FiledManifest } from '@rounds/contracts/cut';
import type { ObjectStore } from './object-store.ts';

type Objects = Pick<ObjectStore, 'get' | 'keys' | 'remove' | 'size'>;
type OnRemoved = (key: string) => void;

/** Of one making. `study`, which is no run's id, tells it from the folders of runs of earlier versions. */
export const cutFolder = ({ studyId, cutId }: { readonly studyId: string; readonly cutId: string }): string =>
  `cuts/study/${encodeURIComponent(studyId)}/${cutId}/`;

/** In which each run had its own cut before cuts were of a study's state. */
export const runCutFolder = (runId: string): string => `cuts/${runId}/`;

export const manifestKeyIn = (folder: string): string => `${folder}manifest.json`;

/** The manifest goes first: what is left of a cut that was removed half is no cut. */
export const removeCut = async (objects: Objects, folder: string, onRemoved: OnRemoved): Promise<void> => {
  await objects.remove(manifestKeyIn(folder));
  for await (const key of objects.keys(folder)) {
    onRemoved(key);
    await objects.remove(key);
  }
};

/** What attempts of a run that were given up left beside the files of its own cut. Only for a run that is over. */
export const removeLeftOvers = async (
  objects: Objects,
  runId: string,
  onRemoved: OnRemoved,
): Promise<void> => {
  const folder = runCutFolder(runId);
  const manifestKey = manifestKeyIn(folder);
  if ((await objects.size(manifestKey)) === null) return;
  const { files } = JSON.parse((await objects.get(manifestKey)).toString('utf8')) as FiledManifest;
  const named = new Set([manifestKey, ...files.map(({ key }) => key)]);
  for await (const key of objects.keys(folder)) {
    if (named.has(key)) continue;
    onRemoved(key);
    await objects.remove(key);
  }
};
