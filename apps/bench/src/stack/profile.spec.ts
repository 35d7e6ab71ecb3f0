import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { withFolder } from './folder.ts';
import { topOfProfiles } from './profile.ts';

const frame = (functionName: string, url = '', lineNumber = 0) => ({ functionName, url, lineNumber });

const PROFILE = {
  nodes: [
    { id: 1, callFrame: frame('(idle)') },
    { id: 2, callFrame: frame('draw', 'file:///dist/worker/main.js', 9) },
    { id: 3, callFrame: frame('(garbage collector)') },
  ],
  samples: [1, 2, 2, 3],
  timeDeltas: [5_000_000, 1_000_000, 2_000_000, 1_000_000],
};

it('lists the functions of all threads by their time, and leaves out that in which a thread slept', () =>
  withFolder(async (folder) => {
    await mkdir(join(folder, 'render'));
    for (const thread of ['0', '1'])
      await writeFile(join(folder, 'render', `${thread}.cpuprofile`), JSON.stringify(PROFILE));
    expect(await topOfProfiles(join(folder, 'render'))).toEqual([
      '   6.00 s  75.0 %  draw main.js:10',
      '   2.00 s  25.0 %  (garbage collector)',
    ]);
    expect(await topOfProfiles(join(folder, 'fetch'))).toEqual([]);
  }));
