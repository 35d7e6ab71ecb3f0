/** Values of options, as people write them. */
import { readFile } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import { FORMATS, type Format } from '@rounds/contracts/formats';
import { WEEKDAYS, type Weekday } from '@rounds/contracts/weekdays';
import { INCOMPLETE_POLICIES } from '@rounds/contracts/run';
import type { RefusalLimit } from '@rounds/studies/import/judge';
import { InvalidArgumentError, Option } from 'commander';

const parts = (list: string): string[] => list.split(',').map((part) => part.trim());

export const listOf = (list: string): string[] => parts(list);

/** `AE,LB` or one after the other. */
export const domainList = (list: string, others: readonly string[] = []): string[] => [
  ...others,
  ...parts(list).map((domain) => domain.toUpperCase()),
];

/** `20` rows, or a share like `1%`. */
export const refusalLimit = (text: string): RefusalLimit => {
  const [, number, percent] = /^(\d+(?:\.\d+)?)(%?)$/.exec(text) ?? [];
  if (percent === '%' && Number(number) <= 100) return { share: Number(number) / 100 };
  if (percent === '' && Number.isInteger(Number(number))) return { rows: Number(number) };
  throw new InvalidArgumentError('must be a number of rows, or a share like 1%.');
};

const isFormat = (name: string): name is Format => (FORMATS as readonly string[]).includes(name);

export const formatList = (list: string): Format[] => {
  const formats = parts(list).filter(isFormat);
  if (formats.length === parts(list).length) return formats;
  throw new InvalidArgumentError(`must be of ${FORMATS.join(', ')}, with commas.`);
};

type Nth = 1 | 2 | 3 | 4 | 'last';
export type Day = Weekday | number | 'last' | { readonly nth: Nth; readonly weekday: Weekday };

const isWeekday = (name: string | undefined): name is Weekday =>
  (WEEKDAYS as readonly (string | undefined)[]).includes(name);

/** `tuesday`, `15`, `last`, `2-tuesday`, `last-friday` */
export const dayOf = (name: string): Day => {
  if (isWeekday(name) || name === 'last') return name;
  if (/^\d+$/.test(name)) return Number(name);
  const [, nth, weekday] = /^([1-4]|last)-(\w+)$/.exec(name) ?? [];
  if (nth !== undefined && isWeekday(weekday))
    return { nth: nth === 'last' ? nth : (Number(nth) as Nth), weekday };
  throw new InvalidArgumentError('must be like monday, 15, last, 2-tuesday or last-friday.');
};

export const incompleteOption = (): Option =>
  new Option('--incomplete <policy>', 'when the check before sending finds something wrong').choices(
    INCOMPLETE_POLICIES,
  );

const jsonOr = (value: string): unknown => {
  try {
    return JSON.parse(value) as unknown;
  } catch {
    return value;
  }
};

/** `asOf=2026-11-16`, once for each; what reads as JSON is taken as that. */
export const parameter = (pair: string, others: Record<string, unknown> = {}): Record<string, unknown> => {
  const [, name, value] = /^([^=]+)=(.*)$/s.exec(pair) ?? [];
  if (name === undefined || value === undefined) throw new InvalidArgumentError('must be like name=value.');
  return { ...others, [name]: jsonOr(value) };
};

/** JSON in a file, or on standard input for `-`. */
export const readJson = async (file: string): Promise<unknown> => {
  const content = file === '-' ? await text(process.stdin) : await readFile(file, 'utf8');
  try {
    return JSON.parse(content) as unknown;
  } catch (error) {
    throw new InvalidArgumentError(`${file}: ${error instanceof Error ? error.message : 'is no JSON'}`);
  }
};
