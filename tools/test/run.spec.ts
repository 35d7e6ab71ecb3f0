import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';

const RUN = fileURLToPath(new URL('../run.mjs', import.meta.url));

describe('tools/run.mjs', () => {
  it.each([[[]], [['dance']]])('names the commands where %j is none of them', (args) => {
    const { status, stderr } = spawnSync(process.execPath, [RUN, ...args], { encoding: 'utf8' });
    expect([status, stderr]).toEqual([
      2,
      expect.stringContaining('There are: demo, dev, test, rounds, bench, check'),
    ]);
  });
});
