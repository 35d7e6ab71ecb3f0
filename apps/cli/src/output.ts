/** What a person or a program reads: lines for one, `--json` for the other; errors on standard error. */
import { RoundsProblem } from '@rounds/client/problem';
import { RoundsError } from '@rounds/contracts/errors';
import type { FieldFault } from '@rounds/contracts/rules';
import { CommanderError, type Command } from 'commander';

const write = (text: string): void => {
  process.stdout.write(`${text}\n`);
};

const wantsJson = (command: Command): boolean => command.optsWithGlobals<{ json?: boolean }>().json === true;

/** Prints the answer as JSON when `--json` was given, else as `lines` says it. */
export const answer = <T>(
  command: Command,
  value: T,
  lines: (value: T) => string | readonly string[],
): void => {
  if (wantsJson(command)) {
    write(JSON.stringify(value));
    return;
  }
  const text = lines(value);
  write(typeof text === 'string' ? text : text.join('\n'));
};

/** A line that is overwritten by the next, on a terminal; nothing elsewhere. */
export const progressLine = (text: string): void => {
  if (process.stderr.isTTY) process.stderr.write(`\r\u001b[K${text}`);
};

export const endProgress = (): void => {
  if (process.stderr.isTTY) process.stderr.write('\r\u001b[K');
};

interface ErrorReport {
  readonly message: string;
  readonly code?: string;
  readonly fields?: readonly FieldFault[];
  readonly requestId?: string;
}

const reportOf = (error: unknown): ErrorReport => {
  const message = error instanceof Error ? error.message : String(error);
  if (error instanceof RoundsError) return { message, code: error.code, fields: error.fields };
  if (!(error instanceof RoundsProblem)) return { message };
  const { code, errors, requestId } = error;
  return { message, code, fields: errors, requestId };
};

/** The API's faults are beside its message, those of this program within it. */
const wordsOf = (error: unknown, { message, fields = [] }: ErrorReport): string =>
  error instanceof RoundsProblem
    ? [message, ...fields.map(({ field, rule }) => `  ${field}: ${rule}`)].join('\n')
    : message;

/** On standard error: in words, or as JSON when the caller asked for that. */
export const printError = (error: unknown, asJson: boolean): void => {
  // Commander has printed its own already, and help is no error.
  if (error instanceof CommanderError && !asJson) return;
  if (error instanceof CommanderError && error.exitCode === 0) return;
  const report = reportOf(error);
  process.stderr.write(`${asJson ? JSON.stringify({ error: report }) : wordsOf(error, report)}\n`);
};
