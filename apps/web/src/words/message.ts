/** Says messages that tools/web-words.mjs has read from ICU MessageFormat while the app was built. */
import type { Messages } from './messages.generated.ts';

export type Message = keyof Messages;
export type Label = { [M in Message]: Messages[M] extends null ? M : never }[Message];
export type Given<M extends Message> = Messages[M] extends null ? [] : [values: Readonly<Messages[M]>];
export type Say = <M extends Message>(message: M, ...given: Given<M>) => string;

type Options = Readonly<Record<string, readonly Part[]>>;

export type Part =
  | string
  | readonly ['put' | 'number', string]
  | readonly ['#']
  | readonly ['plural', string, Options, number]
  | readonly ['select', string, Options];

/** Of one language, by key: text alone where nothing is put in. */
export type Words = Readonly<Record<string, string | readonly Part[]>>;

export type Values = Readonly<Record<string, string | number | null | undefined>>;

export interface Counting {
  readonly number: (value: number) => string;
  /** The plural category: `one`, `few`, `other`, … */
  readonly category: (value: number) => string;
}

const optionFor = (options: Options, ...names: readonly string[]): readonly Part[] =>
  names.map((name) => options[name]).find((option) => option !== undefined) ?? options.other ?? [];

const countedAs = (value: Values[string]): number =>
  value === null || value === undefined || value === '' ? Number.NaN : Number(value);

/** @param counted what `#` stands for within a plural */
const sayPart = (part: Part, values: Values, counting: Counting, counted: number): string => {
  if (typeof part === 'string') return part;
  switch (part[0]) {
    case '#':
      return counting.number(counted);
    case 'put':
      return String(values[part[1]] ?? '–');
    case 'number':
      return counting.number(countedAs(values[part[1]]));
    case 'select':
      return sayParts(optionFor(part[2], String(values[part[1]])), values, counting, counted);
    case 'plural': {
      const [, name, options, offset] = part;
      const value = countedAs(values[name]);
      const option = optionFor(options, `=${value}`, counting.category(value - offset));
      return sayParts(option, values, counting, value - offset);
    }
  }
};

const sayParts = (parts: readonly Part[], values: Values, counting: Counting, counted: number): string =>
  parts.map((part) => sayPart(part, values, counting, counted)).join('');

export const sayMessage = (message: string | readonly Part[], values: Values, counting: Counting): string =>
  typeof message === 'string' ? message : sayParts(message, values, counting, Number.NaN);
