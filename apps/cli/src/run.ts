import { DoneWithFaults, exitCodeOf } from './exit-codes.ts';
import { endProgress, tellError } from './output.ts';
import { rounds } from './program.ts';

/** Does what the words say, tells what went wrong. @returns the exit code */
export const run = async (words: readonly string[]): Promise<number> => {
  try {
    await rounds.parseAsync(words, { from: 'user' });
    return 0;
  } catch (error) {
    endProgress();
    if (!(error instanceof DoneWithFaults)) tellError(error, words.includes('--json'));
    return exitCodeOf(error);
  }
};
