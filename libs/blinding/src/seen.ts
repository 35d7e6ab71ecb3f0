/**
 * A text as a reader sees the words in it: letters and digits alone, in one case and one form (NFKD without marks),
 * each with where it stands in the text and how it is parted from the one before.
 */
import { decodeHTML } from 'entities';
import { confusable } from './confusables.ts';

/** How two letters that follow each other are parted; each way holds those before it. */
export const PARTED = {
  /** They touch. */
  no: 0,
  /** By what is not seen or marks the text up, by a hyphen at the end of a line, by a change of case or to a digit. */
  softly: 1,
  /** By spaces, hyphens, brackets, points and the like. */
  asWords: 2,
  /** By the end of a sentence or of a paragraph. */
  asSentences: 3,
} as const;

export interface Seen {
  /** Letters and digits; `.` for a decimal sign between two digits. */
  readonly letters: string;
  /** Of each letter: where what it stands for begins and ends in the text. */
  readonly starts: readonly number[];
  readonly ends: readonly number[];
  /** How each letter is parted from the one before; one more for the end. */
  readonly parted: readonly number[];
}

const LINE_END = /(?:\p{Pd}|\u00AD)[ \t]*(?:\r\n?|\n)\s*/uy;
/** Also the edge of a table's cell, and a line after which an item, a heading or a quotation begins. */
const SENTENCE_END =
  /(?:[;!?|]|[.。](?=\s+\p{Lu})|(?:\r\n?|\n)[ \t]*(?:\r\n?|\n|(?=[-*+#>]\s|\d{1,9}[.)]\s)))/uy;
const ENTITY = /&(?:#\d{1,7}|#x[0-9a-f]{1,6}|[a-z][a-z0-9]{1,31});/iy;
const PERCENT = /(?:%[0-9a-f]{2})+/iy;
/** What stands between the words of a source and is not read with them: tags, addresses of links. */
const ASIDE = /<[^<>]{1,400}>|\]\([^()\s]{0,2000}\)|\]\[[^\][]{0,200}\]/uy;

const matchAt = (pattern: RegExp, text: string, at: number): string | undefined => {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0];
};

type Kind = 'lower' | 'upper' | 'digit' | 'unspaced' | 'mark' | 'unseen' | 'mark-up' | 'sign';

interface Character {
  readonly kind: Kind;
  /** That it is read as; empty for one that is no letter. */
  readonly letters: string;
}

const LETTER = /[\p{L}\p{N}]/u;
const KINDS: readonly [Kind, RegExp][] = [
  ['mark', /\p{M}/u],
  // Without spaces between words, each letter may begin one.
  ['unspaced', /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\p{sc=Thai}]/u],
  ['digit', /\p{N}/u],
  ['upper', /\p{Lu}/u],
  ['lower', /\p{L}/u],
  ['sign', /\s/u],
  ['unseen', /[\p{Default_Ignorable_Code_Point}\p{Cf}\p{Cc}]/u],
  ['mark-up', /[*`~\\]/u],
];

const lettersOf = (character: string): string =>
  Array.from(character.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().normalize('NFKD'))
    .map(confusable)
    .filter((letter) => LETTER.test(letter))
    .join('');

const characters = new Map<string, Character>();

const characterOf = (text: string): Character => {
  const known = characters.get(text);
  if (known !== undefined) return known;
  const seen = text.normalize('NFKC');
  const kind = KINDS.find(([, pattern]) => pattern.test(seen))?.[0] ?? 'sign';
  const found: Character = { kind, letters: kind === 'mark' ? '' : lettersOf(text) };
  characters.set(text, found);
  return found;
};

class Reading {
  private readonly letters: string[] = [];
  private readonly starts: number[] = [];
  private readonly ends: number[] = [];
  private readonly parted: number[] = [];
  private pending: number = PARTED.asSentences;
  private before: Kind | undefined;
  private readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  part(how: number): void {
    if (how > this.pending) this.pending = how;
  }

  take(character: string, start: number, end: number): void {
    const { kind, letters } = characterOf(character);
    if (letters === '') this.sign(kind, character, start, end);
    else {
      if (this.changes(kind, end)) this.part(PARTED.softly);
      this.before = kind;
      for (const letter of letters) this.push(letter, start, end);
    }
  }

  /** `RashHigh`, `PBOHigh`, `Dose2` */
  private changes(kind: Kind, end: number): boolean {
    const { before } = this;
    if (kind === 'unspaced' || before === 'unspaced') return true;
    if ((before === 'digit') !== (kind === 'digit')) return true;
    return (
      kind === 'upper' && (before !== 'upper' || characterOf(this.text.charAt(end) || ' ').kind === 'lower')
    );
  }

  private sign(kind: Kind, character: string, start: number, end: number): void {
    if (kind === 'mark') return;
    if (this.isDecimal(character, start, end)) this.push('.', start, end);
    else this.part(kind === 'unseen' || kind === 'mark-up' ? PARTED.softly : PARTED.asWords);
  }

  private isDecimal(character: string, start: number, end: number): boolean {
    if ((character !== '.' && character !== ',') || this.before !== 'digit' || this.pending !== PARTED.no)
      return false;
    return start > 0 && characterOf(this.text.charAt(end) || ' ').kind === 'digit';
  }

  private push(letter: string, start: number, end: number): void {
    for (let unit = 0; unit < letter.length; unit++) {
      this.letters.push(letter.charAt(unit));
      this.starts.push(start);
      this.ends.push(end);
      this.parted.push(this.pending);
      this.pending = PARTED.no;
    }
  }

  result(): Seen {
    const { letters, starts, ends, parted } = this;
    return { letters: letters.join(''), starts, ends, parted: [...parted, PARTED.asSentences] };
  }
}

const bytesOf = (written: string): string => {
  try {
    return decodeURIComponent(written);
  } catch {
    return written;
  }
};

const CODED: readonly [RegExp, (written: string) => string][] = [
  [ENTITY, decodeHTML],
  [PERCENT, bytesOf],
];

/** What stands for other characters at `at`: an entity, or a byte of an address. */
const codedAt = (
  text: string,
  at: number,
): { readonly written: string; readonly means: string } | undefined => {
  const first = text.charAt(at);
  if (first !== '&' && first !== '%') return undefined;
  for (const [pattern, decode] of CODED) {
    const written = matchAt(pattern, text, at);
    if (written !== undefined && decode(written) !== written) return { written, means: decode(written) };
  }
  return undefined;
};

const ASIDES = new Set(['<', ']']);

/** What parts letters at `at` and is longer than a character: how, and what it is. */
const partAt = (
  text: string,
  at: number,
  skipsAsides: boolean,
): [how: number, length: number] | undefined => {
  const first = text.charAt(at);
  if (skipsAsides && ASIDES.has(first)) {
    const aside = matchAt(ASIDE, text, at);
    if (aside !== undefined) return [PARTED.softly, aside.length];
  }
  if (first === ' ' || characterOf(first).letters !== '') return undefined;
  const folded = matchAt(LINE_END, text, at);
  if (folded !== undefined) return [PARTED.softly, folded.length];
  const end = matchAt(SENTENCE_END, text, at);
  return end === undefined ? undefined : [PARTED.asSentences, end.length];
};

/** @param skipsAsides whether tags and the addresses of links are passed over, as the words around them are read */
export const seenIn = (text: string, skipsAsides: boolean): Seen => {
  const reading = new Reading(text);
  for (let at = 0; at < text.length;) {
    const coded = codedAt(text, at);
    if (coded !== undefined) {
      for (const character of coded.means) reading.take(character, at, at + coded.written.length);
      at += coded.written.length;
      continue;
    }
    const part = partAt(text, at, skipsAsides);
    if (part !== undefined) {
      reading.part(part[0]);
      at += part[1];
      continue;
    }
    const character = String.fromCodePoint(text.codePointAt(at) ?? 0);
    reading.take(character, at, at + character.length);
    at += character.length;
  }
  return reading.result();
};

export const hasAsides = (text: string): boolean => /<[^<>]+>|\]\(|\]\[/.test(text);
