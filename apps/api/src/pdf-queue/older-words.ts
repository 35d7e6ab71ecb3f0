/** The older queue's words for what Rounds calls otherwise (docs/migrating.md). */
import { defined } from '@rounds/contracts/defined';
import { RoundsError } from '@rounds/contracts/errors';

type Priority = 'high' | 'normal' | 'low';

const WORDS: Readonly<Record<string, Priority>> = {
  '': 'normal',
  urgent: 'high',
  critical: 'high',
  high: 'high',
  medium: 'normal',
  default: 'normal',
  normal: 'normal',
  low: 'low',
  bulk: 'low',
};

const inEitherCase = (word: string): string =>
  word.replaceAll(/[a-z]/g, (letter) => `[${letter}${letter.toUpperCase()}]`);

/** A word or a number as text. The schema says it too, and its patterns know no flags. */
export const OLDER_PRIORITY = `^\\s*(?:${Object.keys(WORDS).map(inEitherCase).join('|')}|\\d{1,15})\\s*$`;
const PATTERN = new RegExp(OLDER_PRIORITY);

/** Of numbers the smaller goes first, as in BullMQ; 0 is what BullMQ has where none was given. */
const ofNumber = (priority: number): Priority | undefined => {
  if (!Number.isInteger(priority) || priority < 0) return undefined;
  if (priority === 0) return 'normal';
  if (priority <= 3) return 'high';
  return priority <= 6 ? 'normal' : 'low';
};

/** @returns undefined for what is none of the older forms */
export const priorityOf = (written: string | number): Priority | undefined => {
  if (typeof written === 'number') return ofNumber(written);
  if (!PATTERN.test(written)) return undefined;
  const text = written.trim().toLowerCase();
  return WORDS[text] ?? ofNumber(Number(text));
};

/** The queue called its address for failures beside that for successes. */
export const failureAddress = (url: string): string | undefined => {
  const address = new URL(url);
  if (!address.pathname.includes('/pdf-complete')) return undefined;
  address.pathname = address.pathname.replace('/pdf-complete', '/pdf-failed');
  return address.href;
};

const FIELDS: readonly (readonly [RegExp, string])[] = [
  [/^studyId\b/, 'productId'],
  [/^(templateId|reportType)\b/, 'code'],
];

const inOlderWords = (field: string): string =>
  FIELDS.reduce((name, [ours, theirs]) => name.replace(ours, theirs), field);

/** Names the caller's own fields in a refusal. */
export const refusal = (error: unknown): unknown => {
  if (!(error instanceof RoundsError) || error.fields.length === 0) return error;
  const { code, message, cause, retryAfterMs } = error;
  return new RoundsError(code, message, {
    fields: error.fields.map((fault) => ({ ...fault, field: inOlderWords(fault.field) })),
    ...defined({ cause, retryAfterMs }),
  });
};
