/**
 * Text beyond ASCII in formats that do not say how it is encoded: decided once for a file, over all of its cells, never
 * cell by cell. What does not fit the decision is no text.
 */
import { invalidInput } from '@rounds/contracts/errors';
import type { FileWarning } from '@rounds/contracts/collections';
import { asTold } from '@rounds/contracts/rules';
import { guessEncoding } from './encoding-guess.ts';

const NOT_ASCII = /[^\0-\x7f]/;

/** Bytes 80 to 9F of code page 1252, which Node's own decoder takes for Latin-1. */
const WINDOWS_1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';
const UNASSIGNED_1252 = /[\u0081\u008d\u008f\u0090\u009d]/;

const windows1252 = (bytes: Buffer): string | undefined => {
  const text = bytes
    .toString('latin1')
    .replace(/[\u0080-\u009f]/g, (sign) => WINDOWS_1252[sign.charCodeAt(0) - 0x80] ?? sign);
  return UNASSIGNED_1252.test(text) ? undefined : text;
};

const decoders = new Map<string, TextDecoder>();

const strictly = (bytes: Buffer, encoding: string): string | undefined => {
  if (encoding === 'windows-1252') return windows1252(bytes);
  const decoder = decoders.get(encoding) ?? new TextDecoder(encoding, { fatal: true, ignoreBOM: true });
  decoders.set(encoding, decoder);
  try {
    return decoder.decode(bytes);
  } catch {
    return undefined;
  }
};

/** @throws RoundsError INVALID_INPUT for what is no label of the Encoding Standard. */
export const encodingNamed = (label: string): string => {
  try {
    return new TextDecoder(label).encoding;
  } catch {
    const rule = `must be an encoding like utf-8, shift_jis or windows-1250, not ${label}`;
    throw invalidInput('encoding', [asTold('encoding', rule)]);
  }
};

/** A character has at most four bytes, of which a cut leaves three. */
const MOST_LEFT = 3;

/** The text without a character that was cut in two at its end; undefined where that is not all that is wrong. */
const withoutCut = (bytes: Buffer, encoding: string): string | undefined => {
  for (let left = 1; left <= Math.min(MOST_LEFT, bytes.length - 1); left += 1) {
    const text = strictly(bytes.subarray(0, -left), encoding);
    if (text !== undefined) return text;
  }
  return undefined;
};

/** @param width bytes that a cell of its column can have: only one that is as good as full can have been cut. */
const textOf = (bytes: Buffer, width: number, encoding: string): { text?: string; cut: boolean } => {
  const text = strictly(bytes, encoding);
  if (text !== undefined) return { text, cut: false };
  const shorter = bytes.length >= width - MOST_LEFT ? withoutCut(bytes, encoding) : undefined;
  return shorter === undefined ? { cut: false } : { text: shorter, cut: true };
};

/** Distinct cells that are kept to look at: enough to know a language by, and no more than a second's work. */
const SAMPLED = 2_000;

interface Cell {
  readonly bytes: Buffer;
  readonly width: number;
}

export interface FileText {
  /** Undefined where the cell is no text of the file's encoding. */
  readonly decode: (bytes: Buffer, width: number) => string | undefined;
  readonly warnings: readonly FileWarning[];
}

/** Takes cells that are not all ASCII, then decides. */
export class EncodingSurvey {
  /** By their bytes, so that each is looked at once. */
  private readonly utf8 = new Map<string, Cell>();
  private readonly others = new Map<string, Cell>();
  private cutInUtf8 = 0;

  /** @param bytes without the blanks at their end. @param width bytes that a cell of this column can have. */
  look(bytes: Buffer, width: number): void {
    const { text, cut } = textOf(bytes, width, 'utf-8');
    // A text that has nothing beyond ASCII but what may be cut tells nothing of the encoding.
    const isUtf8 = text !== undefined && NOT_ASCII.test(text);
    if (cut && isUtf8) this.cutInUtf8 += 1;
    const sample = isUtf8 ? this.utf8 : this.others;
    // A copy: the cell is a view of a chunk that is not kept.
    if (sample.size < SAMPLED) sample.set(bytes.toString('latin1'), { bytes: Buffer.from(bytes), width });
  }

  /** @param declared by the study or whoever imports: then nothing is guessed. */
  decide(declared?: string): FileText {
    if (declared !== undefined) return this.textIn(encodingNamed(declared), false, []);
    if (this.others.size === 0) return this.textIn('utf-8', false, []);
    const cells = [...this.others.values()].map(({ bytes }) => bytes);
    const encoding = guessEncoding(cells, (cell, name) => strictly(cell, name) ?? withoutCut(cell, name));
    const isMixed = this.isMixed(encoding);
    const about = isMixed ? `utf-8, ${encoding}` : encoding;
    return this.textIn(encoding, isMixed, [{ code: isMixed ? 'encoding-mixed' : 'encoding-guessed', about }]);
  }

  /** Texts of one byte a character are UTF-8 by chance only; those of two may well be. */
  private isMixed(encoding: string): boolean {
    const cells = [...this.utf8.values()];
    if (encoding.startsWith('windows-')) return cells.length > 0;
    return cells.some(({ bytes, width }) => textOf(bytes, width, encoding).text === undefined);
  }

  private textIn(encoding: string, isMixed: boolean, warnings: readonly FileWarning[]): FileText {
    const count = this.cutIn(encoding) + (isMixed ? this.cutInUtf8 : 0);
    return {
      decode: (bytes, width) => {
        const asUtf8 = isMixed ? textOf(bytes, width, 'utf-8').text : undefined;
        return asUtf8 !== undefined && NOT_ASCII.test(asUtf8) ? asUtf8 : textOf(bytes, width, encoding).text;
      },
      warnings: count === 0 ? warnings : [...warnings, { code: 'cut-characters', count }],
    };
  }

  /** Of other encodings than UTF-8, in the cells that were kept. */
  private cutIn(encoding: string): number {
    if (encoding === 'utf-8') return this.cutInUtf8;
    return [...this.others.values()].filter(({ bytes, width }) => textOf(bytes, width, encoding).cut).length;
  }
}
