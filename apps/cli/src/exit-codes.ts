/** How a command ended, for scripts. */
import { RoundsProblem, RoundsUnreachable } from '@rounds/client/problem';
import { RoundsError } from '@rounds/contracts/errors';
import { ImportRefused } from '@rounds/studies/import/import-summary';
import { CommanderError } from 'commander';

export const EXIT_CODES = {
  OK: 0,
  FAILED: 1,
  USAGE: 2,
  REFUSED: 3,
  NOT_FOUND: 4,
  UNAVAILABLE: 5,
  JOB_FAILED: 6,
  ALTERED: 7,
  UNSENT: 8,
  WITH_FAULTS: 9,
  NOT_ALLOWED: 10,
} as const;

export const EXIT_CODE_HELP = `
Exit codes:
  0  done
  1  failed for a reason of its own
  2  used wrongly: an option, a value or a file is not as it must be
  3  refused by the API
  4  there is no such thing among those that you may see
  5  a server does not answer, or has no room at the moment: try again later
  6  the report that was waited for was not made
  7  the file is not as it was made: its bytes were altered
  8  the file was made, and never sent to anybody
  9  imported; but rows, cells or documents were left out, or something is doubtful: it was told
  10 not imported: more rows would have gone, or were refused, than was allowed; nothing has changed`;

/** A report that was waited for ended otherwise than completed. */
export class JobFailed extends Error {
  override readonly name = 'JobFailed';
}

/** A file that is not one that was made and sent, unaltered. */
export class NotGenuine extends Error {
  override readonly name = 'NotGenuine';
  readonly verdict: 'altered' | 'unsent' | 'unknown';

  constructor(verdict: NotGenuine['verdict'], message: string) {
    super(message);
    this.verdict = verdict;
  }
}

/** It was done, and what is wrong with it has been printed. */
export class DoneWithFaults extends Error {
  override readonly name = 'DoneWithFaults';
}

const OF_VERDICT = {
  altered: EXIT_CODES.ALTERED,
  unsent: EXIT_CODES.UNSENT,
  unknown: EXIT_CODES.NOT_FOUND,
} as const;

const ofStatus = (status: number): number => {
  if (status === 404 || status === 410) return EXIT_CODES.NOT_FOUND;
  if (status === 429 || (status >= 502 && status <= 504)) return EXIT_CODES.UNAVAILABLE;
  return status < 500 ? EXIT_CODES.REFUSED : EXIT_CODES.FAILED;
};

/** What was given to the command itself, or stands in its environment. */
const ofError = ({ code, status }: RoundsError): number =>
  ['INVALID_INPUT', 'NOT_A_DATASET', 'CONFIGURATION'].includes(code) ? EXIT_CODES.USAGE : ofStatus(status);

export const exitCodeOf = (error: unknown): number => {
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT_CODES.OK : EXIT_CODES.USAGE;
  if (error instanceof DoneWithFaults) return EXIT_CODES.WITH_FAULTS;
  if (error instanceof ImportRefused) return EXIT_CODES.NOT_ALLOWED;
  if (error instanceof JobFailed) return EXIT_CODES.JOB_FAILED;
  if (error instanceof NotGenuine) return OF_VERDICT[error.verdict];
  if (error instanceof RoundsUnreachable) return EXIT_CODES.UNAVAILABLE;
  if (error instanceof RoundsProblem) return ofStatus(error.status);
  return error instanceof RoundsError ? ofError(error) : EXIT_CODES.FAILED;
};
