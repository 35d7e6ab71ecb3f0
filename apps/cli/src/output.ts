/** What a person or a program reads: lines for one, `--json` for the other; errors on standard error. */
import { RoundsError } from '@rounds/contracts/errors';
import type { Command } from 'commander';

const write = (text: string): void => {
  process.stdout.write(`${text}\n`);
};

/** Prints the answer as JSON when `--json` was given, else as `lines` says it. */
export const answer = <T>(
  command: Command,
  value: T,
  lines: (value: T) => string | readonly string[],
): void => {
  const { json } = command.optsWithGlobals<{ json?: boolean }>();
  if (json === true) {
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

/** On standard error: in words, or as JSON when the caller asked for that. */
export const tellError = (error: unknown, asJson: boolean): void => {
  const message = error instanceof Error ? error.message : String(error);
  const known = error instanceof RoundsError ? { code: error.code, fields: error.fields } : {};
  process.stderr.write(`${asJson ? JSON.stringify({ error: { message, ...known } }) : message}\n`);
};

/** 2: what was asked for is wrong and asking again will not help; 1: anything else. */
export const exitCodeOf = (error: unknown): number =>
  error instanceof RoundsError && error.status < 500 && !error.retryable ? 2 : 1;
