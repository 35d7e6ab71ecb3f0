import { exitCodeOf } from './exit-codes.ts';
import { endProgress, tellError } from './output.ts';
import { rounds } from './program.ts';

try {
  await rounds().parseAsync();
} catch (error) {
  endProgress();
  tellError(error, process.argv.includes('--json'));
  process.exitCode = exitCodeOf(error);
}
