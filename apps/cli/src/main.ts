import { rounds } from './program.ts';
import { exitCodeOf, tellError } from './output.ts';

try {
  await rounds().parseAsync();
} catch (error) {
  tellError(error, process.argv.includes('--json'));
  process.exitCode = exitCodeOf(error);
}
