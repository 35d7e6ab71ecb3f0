/**
 * Which encoding a file most likely has, by all of its cells that are not ASCII. Cells are short: what chardet knows of
 * languages is helped by what words look like. In the wrong encoding, signs stand within words (`g³owy`), scripts are
 * mixed, capitals follow small letters, and words are made of accented letters.
 */
import chardet from 'chardet';

interface Candidate {
  /** A label of the Encoding Standard. */
  readonly encoding: string;
  /** What chardet calls it, and what it contains. */
  readonly names: readonly string[];
  /** Decides where nothing else does: the more common first. */
  readonly prior: number;
}

const CANDIDATES: readonly Candidate[] = [
  { encoding: 'windows-1252', names: ['ISO-8859-1', 'windows-1252'], prior: 0.05 },
  { encoding: 'windows-1250', names: ['ISO-8859-2', 'windows-1250'], prior: 0.02 },
  { encoding: 'shift_jis', names: ['Shift_JIS'], prior: 0.02 },
  { encoding: 'euc-jp', names: ['EUC-JP'], prior: 0 },
  { encoding: 'gb18030', names: ['GB18030'], prior: 0 },
  { encoding: 'big5', names: ['Big5'], prior: 0 },
  { encoding: 'euc-kr', names: ['EUC-KR'], prior: 0 },
  { encoding: 'windows-1251', names: ['ISO-8859-5', 'windows-1251'], prior: 0 },
  { encoding: 'windows-1253', names: ['ISO-8859-7', 'windows-1253'], prior: 0 },
  { encoding: 'windows-1254', names: ['ISO-8859-9', 'windows-1254'], prior: 0 },
];

/** chardet gives every encoding of several bytes a confidence of 10 that is possible at all. */
const LEAST_CONFIDENCE = 10;
const WORDS_WEIGH = 1.5;

type Script = 'latin' | 'cyrillic' | 'greek' | 'east-asian' | 'half-width' | 'other' | 'none';

const SCRIPTS: readonly (readonly [Script, RegExp])[] = [
  // Of units and ordinals: letters by Unicode, signs in a text.
  ['none', /[µªº]/],
  ['latin', /\p{Script=Latin}/u],
  ['cyrillic', /\p{Script=Cyrillic}/u],
  ['greek', /\p{Script=Greek}/u],
  ['half-width', /[\uff61-\uff9f]/],
  ['east-asian', /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u],
  ['other', /\p{L}/u],
];

const scriptOf = (sign: string): Script => SCRIPTS.find(([, of]) => of.test(sign))?.[0] ?? 'none';

const UNASSIGNED = /[\u0080-\u009f\ue000-\uf8ff]/;
const WITHIN_WORDS = /[’·–-]/;
const BESIDE_NO_LETTER = /[¤£¥¢¦§¨©¬¯´¸¹²³]/;

const scoreOfSign = (sign: string, before: Script, after: Script): number => {
  if (before !== 'none' && after !== 'none' && !WITHIN_WORDS.test(sign)) return -2;
  return BESIDE_NO_LETTER.test(sign) && after !== 'none' ? -1 : 0;
};

const scoreOfNeighbour = (script: Script, sign: string, other: Script): number => {
  if (other === 'none') return 0;
  if (other !== script) return [other, script].sort().join() === 'east-asian,latin' ? 0 : -1.5;
  if (script === 'half-width') return 0.25;
  return script === 'latin' && sign > '\u007f' ? -0.5 : 0.5;
};

const scoreOfLetter = (sign: string, script: Script, [before, after]: readonly [string, string]): number => {
  const neighbours = [before, after].map((other) => scoreOfNeighbour(script, other, scriptOf(other)));
  const isMisplaced = /\p{Lu}/u.test(sign) && /\p{Ll}/u.test(before);
  const penalty = (isMisplaced ? 1.5 : 0) + (script === 'other' ? 1 : 0);
  return neighbours.reduce((sum, score) => sum + score, 0) - penalty;
};

/** From about −3 to 1: how much the texts look like words. */
const scoreOfWords = (texts: readonly string[]): number => {
  let [sum, signs] = [0, 0];
  for (const text of texts) {
    const characters = Array.from(text);
    characters.forEach((sign, at) => {
      if (sign <= '\u007f') return;
      const around = [characters[at - 1] ?? ' ', characters[at + 1] ?? ' '] as const;
      const script = scriptOf(sign);
      signs += 1;
      if (UNASSIGNED.test(sign)) sum -= 3;
      else if (script === 'none') sum += scoreOfSign(sign, scriptOf(around[0]), scriptOf(around[1]));
      else sum += scoreOfLetter(sign, script, around);
    });
  }
  return signs === 0 ? 0 : sum / signs;
};

const NEW_LINE = Buffer.from('\n');

/**
 * @param cells distinct cells that are not all ASCII
 * @param decode undefined where the cell cannot be of that encoding
 */
export const guessEncoding = (
  cells: readonly Buffer[],
  decode: (cell: Buffer, encoding: string) => string | undefined,
): string => {
  const sample = Buffer.concat(cells.flatMap((cell) => [cell, NEW_LINE]));
  const found = new Map(chardet.analyse(sample).map(({ name, confidence }) => [name as string, confidence]));
  const scored = CANDIDATES.flatMap(({ encoding, names, prior }) => {
    const texts = cells.map((cell) => decode(cell, encoding));
    if (!texts.every((text) => text !== undefined)) return [];
    const confidence = Math.max(...names.map((name) => found.get(name) ?? 0));
    const language = confidence > LEAST_CONFIDENCE ? confidence / 100 : 0;
    return [{ encoding, score: scoreOfWords(texts) * WORDS_WEIGH + language + prior }];
  });
  const best = scored.reduce<(typeof scored)[number] | undefined>(
    (most, each) => (most !== undefined && most.score >= each.score ? most : each),
    undefined,
  );
  return best?.encoding ?? 'windows-1252';
};
