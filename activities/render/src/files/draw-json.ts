import type { Dataset } from '@rounds/contracts/dataset';
import type { Finding } from '@rounds/contracts/gate';

/** Text is handed to memory outside of the heap in pieces of about so many characters. */
const PIECE = 65_536;

const pieces = () => {
  const packed: Buffer[] = [];
  let waiting: string[] = [];
  let characters = 0;
  const pack = () => {
    packed.push(Buffer.from(waiting.join('')));
    waiting = [];
    characters = 0;
  };
  return {
    add: (text: string) => {
      waiting.push(text);
      characters += text.length;
      if (characters >= PIECE) pack();
    },
    bytes: (): Buffer => {
      pack();
      return Buffer.concat(packed);
    },
  };
};

const isWhole = (key: string): boolean => /^(?:0|[1-9]\d*)$/.test(key) && Number(key) < 2 ** 32 - 1;

/** Sorted; those that are whole numbers first, as in every JavaScript object and in canonicalJson. */
const keysOf = (value: object): string[] => {
  const keys = Object.entries(value).flatMap(([key, inner]) => (inner === undefined ? [] : [key]));
  const first = keys.findIndex((key) => !isWhole(key));
  return first === -1 ? keys : [...keys.slice(0, first), ...keys.slice(first).sort()];
};

/** As `JSON.stringify(value, null, 2)` writes, but piece by piece: a large dataset as one string would not fit. */
const write = (value: unknown, add: (text: string) => void, margin: string): void => {
  if (value === null || typeof value !== 'object') {
    add(JSON.stringify(value ?? null));
    return;
  }
  const isList = Array.isArray(value);
  const [open, close] = isList ? ['[', ']'] : ['{', '}'];
  const keys = isList ? [...value.keys()] : keysOf(value);
  if (keys.length === 0) {
    add(open + close);
    return;
  }
  const inner = `${margin}  `;
  keys.forEach((key, index) => {
    add(`${index === 0 ? open : ','}\n${inner}${isList ? '' : `${JSON.stringify(key)}: `}`);
    write((value as Record<string | number, unknown>)[key], add, inner);
  });
  add(`\n${margin}${close}`);
};

/** The completed dataset, its keys in one order, indented for people. @param lacking under this key, where it is partial */
export const drawJson = (dataset: Dataset, lacking?: readonly Finding[]): Buffer => {
  const { add, bytes } = pieces();
  write({ ...dataset, lacking }, add, '');
  add('\n');
  return bytes();
};
