import { once } from 'node:events';
import { RoundsError } from '@rounds/contracts/errors';
import { chosenRoles } from './config.ts';
import { runWorkers } from './worker.ts';

const stop = Promise.race([once(process, 'SIGTERM'), once(process, 'SIGINT')]);

try {
  await runWorkers(chosenRoles(process.argv), stop);
} catch (error) {
  // A fault with a name takes one line; anything else needs its stack.
  console.error(error instanceof RoundsError ? `${error.code}: ${error.message}` : error);
  process.exitCode = 1;
}
