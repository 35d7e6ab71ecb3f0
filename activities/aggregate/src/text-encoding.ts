/** Bytes of a document become text: by what they say of themselves, else by what they most likely are. */
import type { NotShown, NotShownCode } from '@rounds/contracts/dataset';
import chardet from 'chardet';

export interface DecodedText {
  readonly text: string;
  /** Where the bytes do not say it and are not UTF-8: what was taken for the encoding, as people know it. */
  readonly assumed?: string;
}

export interface RefusedText {
  readonly refused: NotShown;
}

const MARKS: readonly (readonly [hex: string, encoding: string])[] = [
  ['efbbbf', 'utf-8'],
  ['fffe', 'utf-16le'],
  ['feff', 'utf-16be'],
];

/** Kinds that are sent as texts by mistake, by their first bytes. */
const KINDS: readonly (readonly [start: string, code: NotShownCode])[] = [
  ['%PDF-', 'text-is-pdf'],
  ['{\\rtf', 'text-is-rtf'],
  ['PK\u0003\u0004', 'text-is-archive'],
  ['\u00d0\u00cf\u0011\u00e0', 'text-is-office'],
  ['\u0089PNG', 'text-is-picture'],
  ['\u00ff\u00d8\u00ff', 'text-is-picture'],
  ['GIF8', 'text-is-picture'],
  ['\u001f\u008b', 'text-is-compressed'],
];

/** Enough to recognise an encoding by; looking at all of 10 MB would take seconds. */
const SAMPLE = 65_536;

/** Zero bytes at one side of each pair, none at the other: UTF-16 of a script of few letters. */
const utf16Of = (sample: Buffer): string | undefined => {
  const zeros = [0, 0];
  for (const [index, byte] of sample.entries())
    if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  const many = sample.length / 5;
  if (odd > many && even < odd / 20) return 'utf-16le';
  return even > many && odd < even / 20 ? 'utf-16be' : undefined;
};

/** What Windows writes where Latin-1 has control characters, 0x80 to 0x9F. Node's own decoder leaves these out. */
const WINDOWS_1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

const decodeWindows = (bytes: Buffer): string =>
  bytes
    .toString('latin1')
    .replace(/[\u0080-\u009f]/g, (control) => WINDOWS_1252.charAt(control.charCodeAt(0) - 0x80));

const strictly = (bytes: Buffer, encoding: string): string | undefined => {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
};

/** Of a hundred. Below it the guess is no better than the encoding that most of these files have. */
const LEAST_CONFIDENCE = 25;
const LATIN = new Set(['ISO-8859-1', 'windows-1252', 'ASCII', 'UTF-8']);

const guess = (bytes: Buffer): DecodedText => {
  const sample = bytes.subarray(0, SAMPLE);
  const likely = chardet.analyse(sample).filter(({ confidence }) => confidence >= LEAST_CONFIDENCE);
  for (const { name } of likely) {
    if (LATIN.has(name)) break;
    const text = strictly(bytes, name);
    if (text !== undefined) return { text, assumed: name === 'windows-1250' ? 'Windows-1250' : name };
  }
  return { text: decodeWindows(bytes), assumed: 'Windows-1252' };
};

/** A broken byte in a long text does not make it another encoding. */
const MOST_BROKEN = 0.05;

/** Characters that UTF-8 writes in several bytes, by the first of these: going through 20 MB as text takes a second. */
const countBeyondAscii = (bytes: Buffer): number => {
  let leads = 0;
  for (const byte of bytes) if (byte >= 0xc0) leads += 1;
  return leads;
};

const almostUtf8 = (bytes: Buffer): DecodedText | undefined => {
  const text = new TextDecoder('utf-8').decode(bytes);
  const broken = text.split('\ufffd').length - 1;
  return broken <= (countBeyondAscii(bytes) - broken) * MOST_BROKEN ? { text, assumed: 'UTF-8' } : undefined;
};

const JAPANESE_SHIFTS = /\u001b(?:\$[@B]|\([BJ])/;

const decode = (bytes: Buffer): DecodedText => {
  const start = bytes.subarray(0, 3).toString('hex');
  const marked = MARKS.find(([mark]) => start.startsWith(mark));
  if (marked !== undefined) return { text: new TextDecoder(marked[1]).decode(bytes) };
  const wide = utf16Of(bytes.subarray(0, SAMPLE));
  if (wide !== undefined) return { text: new TextDecoder(wide).decode(bytes), assumed: wide.toUpperCase() };
  const text = strictly(bytes, 'utf-8');
  if (text === undefined) return almostUtf8(bytes) ?? guess(bytes);
  const japanese = JAPANESE_SHIFTS.test(text) ? strictly(bytes, 'iso-2022-jp') : undefined;
  return japanese === undefined ? { text } : { text: japanese, assumed: 'ISO-2022-JP' };
};

/** Control characters that no text has: all but tab, line feed and return, form feed, and escape. */
const BINARY = /[\u0000-\u0008\u000e-\u001a\u001c-\u001f\u007f]/g;
const MOST_BINARY = 0.05;

const isBinary = (text: string): boolean => {
  const sample = text.slice(0, SAMPLE);
  return (sample.match(BINARY)?.length ?? 0) > sample.length * MOST_BINARY;
};

/** Never throws: bytes that are no text come back with the reason. */
export const decodeText = (bytes: Buffer): DecodedText | RefusedText => {
  const start = bytes.toString('latin1', 0, 8);
  const kind = KINDS.find(([first]) => start.startsWith(first));
  if (kind !== undefined) return { refused: { code: kind[1] } };
  const decoded = decode(bytes);
  return isBinary(decoded.text) ? { refused: { code: 'text-is-binary' } } : decoded;
};
