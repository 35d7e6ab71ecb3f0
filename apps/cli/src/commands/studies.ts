/** `sample` and `import`: studies come in. */
import { resolve } from 'node:path';
import { writeSampleStudy } from '@rounds/studies/sample/sample-study';
import { Command } from 'commander';
import { answer } from '../output.ts';
import { importCommand } from './import.ts';

const sample = new Command('sample')
  .description('write the sample study, the same for the same seed')
  .argument('<folder>', 'where; made if missing')
  .option('--seed <number>', 'seed', '1')
  .action(async (folder: string, { seed }: { seed: string }, command: Command) => {
    await writeSampleStudy(resolve(folder), { seed: Number(seed) });
    answer(command, { folder: resolve(folder) }, (value) => `wrote the sample study to ${value.folder}`);
  });

export const studyCommands = (): Command[] => [sample, importCommand];
