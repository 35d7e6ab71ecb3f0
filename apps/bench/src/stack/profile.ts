/** Reads the V8 profiles that a worker wrote: which functions its time was spent in. */
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';

interface CpuProfile {
  readonly nodes: readonly {
    readonly id: number;
    readonly callFrame: { readonly functionName: string; readonly url: string; readonly lineNumber: number };
  }[];
  readonly samples: readonly number[];
  /** Microseconds since the sample before. */
  readonly timeDeltas: readonly number[];
}

/** No work: the thread slept. */
const ASLEEP = /^(?:\((?:idle|program|root)\)|atomicsWaitLoop .*)$/;
const SHOWN = 25;

const addTimes = (sums: Map<string, number>, { nodes, samples, timeDeltas }: CpuProfile): void => {
  const names = new Map(
    nodes.map(({ id, callFrame: { functionName, url, lineNumber } }) => [
      id,
      url === '' ? functionName : `${functionName || '(anonymous)'} ${basename(url)}:${lineNumber + 1}`,
    ]),
  );
  samples.forEach((id, index) => {
    const name = names.get(id) ?? '';
    if (!ASLEEP.test(name)) sums.set(name, (sums.get(name) ?? 0) + (timeDeltas[index] ?? 0));
  });
};

/** Lines of `seconds  share  function file:line`, of all threads, the most expensive first; none where nothing was profiled. */
export const topOfProfiles = async (folder: string): Promise<string[]> => {
  const sums = new Map<string, number>();
  const files = existsSync(folder) ? await readdir(folder) : [];
  for (const file of files)
    addTimes(sums, JSON.parse(await readFile(join(folder, file), 'utf8')) as CpuProfile);
  const total = [...sums.values()].reduce((sum, each) => sum + each, 0);
  return [...sums]
    .sort(([, a], [, b]) => b - a)
    .slice(0, SHOWN)
    .map(
      ([name, micros]) =>
        `${(micros / 1e6).toFixed(2).padStart(7)} s ${((100 * micros) / total).toFixed(1).padStart(5)} %  ${name}`,
    );
};
