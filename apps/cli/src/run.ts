import { DoneWithFaults, exitCodeOf } from './exit-codes.ts';
import { endProgress, printError } from './output.ts';
import { rounds } from './program.ts';

/** Runs the command, prints what went wrong. @returns the exit code */
export const run = async (words: readonly string[]): Promise<number> => {
  try {
    await rounds.parseAsync(words, { from: 'user' });
    return 0;
  } catch (error) {
    endProgress();
    if (!(error instanceof DoneWithFaults)) printError(error, words.includes('--json'));
    return exitCodeOf(error);
  }
};
