/** Which face draws which characters; what none can draw is shown as U+FFFD and counted, never left blank. */
import type { Language } from '@rounds/contracts/language';
import { isAscii, normalise } from '@rounds/contracts/visible-text';
import {
  BODY_FAMILY,
  CODE_FAMILY,
  hasGlyph,
  facesOf,
  FONT_FILES,
  hanFamilyOf,
  openFont,
  type Family,
  type HanFamily,
} from './fonts.ts';

export const REPLACEMENT = '\uFFFD';

/** What is drawn as one: a letter and its marks, a flag, a picture with its skin tone and those joined to it. */
const CLUSTER =
  /\p{RI}{2}|\P{M}[\p{M}\p{Emoji_Modifier}\u200C\u200D]*(?:(?<=\u200D)\p{Extended_Pictographic}[\p{M}\p{Emoji_Modifier}\u200D]*)*|\p{M}+/gu;
const SPACE = /^\p{Zs}$/u;
/** More marks on a letter than any script has would be drawn over the lines above and below. */
const SURPLUS_MARKS = /(?<=\p{M}{4})\p{M}+/gu;
const JOINER = /[\u200C\u200D]/;

const codePointOf = (character: string): number => character.codePointAt(0) ?? 0;

/** A thread draws one report at a time. */
let hanOfReader: HanFamily | undefined;

/** Chinese characters are drawn as the reader's language does, where their text does not show which it is. */
export const drawFor = (language: Language | undefined): void => {
  hanOfReader = language === 'ja' ? 'Noto Sans JP' : undefined;
};

/** What is tried before all other faces. */
interface Preferred {
  readonly first: Family;
  readonly han: HanFamily | undefined;
}
const BODY: Preferred = { first: BODY_FAMILY, han: undefined };

const MARK = /\p{M}/u;
/** The face of code has a place of its own for a mark, and draws it over the letter after it. */
const isMisplaced = (text: string, family: Family): boolean => family === CODE_FAMILY && MARK.test(text);

const familyFor = (cluster: string, { first, han }: Preferred = BODY): Family | undefined => {
  // A joiner only says how its neighbours are drawn.
  const characters = Array.from(cluster).filter((character) => !JOINER.test(character));
  return facesOf(cluster, first, han).find(
    (family) =>
      !isMisplaced(cluster, family) &&
      characters.every((character) => hasGlyph(family, codePointOf(character))),
  );
};

/** As `normalise`, without what would be drawn over other lines. */
const drawable = (text: string): string => normalise(text).replace(SURPLUS_MARKS, REPLACEMENT);

export interface Run {
  readonly text: string;
  readonly family: Family;
}

/** A cluster whose parts no one face holds is drawn part by part, so that a lost accent does not cost the letter. */
const drawCluster = (cluster: string, preferred: Preferred): Run[] => {
  const { first } = preferred;
  if (cluster === '\n' || SPACE.test(cluster)) {
    const text = cluster === '\n' || hasGlyph(first, codePointOf(cluster)) ? cluster : ' ';
    return [{ text, family: first }];
  }
  const family = familyFor(cluster, preferred);
  if (family !== undefined) return [{ text: cluster, family }];
  const parts = Array.from(cluster).filter((character) => !JOINER.test(character));
  if (parts.length > 1) return parts.flatMap((part) => drawCluster(part, preferred));
  return [{ text: REPLACEMENT, family: familyFor(REPLACEMENT, preferred) ?? first }];
};

const isPlain = (text: string, family: Family = BODY_FAMILY): boolean => {
  if (isAscii(text)) return true;
  if (isMisplaced(text, family)) return false;
  for (const character of text) {
    if (character !== '\n' && !hasGlyph(family, codePointOf(character))) return false;
  }
  return true;
};

/** The text as it is drawn, split wherever the face changes. @param first tried before all others */
export const runsOf = (raw: string, first: Family = BODY_FAMILY): Run[] => {
  const text = drawable(raw);
  if (isPlain(text, first)) return [{ text, family: first }];
  const preferred = { first, han: hanFamilyOf(text) ?? hanOfReader };
  const runs: { text: string; family: Family }[] = [];
  for (const run of (text.match(CLUSTER) ?? []).flatMap((cluster) => drawCluster(cluster, preferred))) {
    const last = runs.at(-1);
    if (last?.family === run.family) last.text += run.text;
    else runs.push({ ...run });
  }
  return runs;
};

const surplusMarks = (text: string): string => (text.match(SURPLUS_MARKS) ?? []).join('');

const isMissing = (character: string): boolean =>
  character !== '\n' &&
  !SPACE.test(character) &&
  !JOINER.test(character) &&
  familyFor(character) === undefined;

/** Adds up, for every string at any depth of `value`, the characters that no face can draw. */
export const missingGlyphs = (value: unknown, found = new Map<string, number>()): Map<string, number> => {
  if (typeof value === 'string') {
    const text = normalise(value);
    if (isPlain(text)) return found;
    for (const character of [...Array.from(text).filter(isMissing), ...Array.from(surplusMarks(text))])
      found.set(character, (found.get(character) ?? 0) + 1);
  } else if (typeof value === 'object' && value !== null) {
    for (const part of Object.values(value)) missingGlyphs(part, found);
  }
  return found;
};

const advances = new Map<string, Map<string, number>>();

const advancesIn = (file: string): Map<string, number> => {
  const known = advances.get(file) ?? new Map<string, number>();
  advances.set(file, known);
  return known;
};

const measured = (character: string, file: string): number => {
  const font = openFont(file);
  return font.glyphForCodePoint(codePointOf(character)).advanceWidth / font.unitsPerEm;
};

const sumOfAdvances = (text: string, file: string): number => {
  const known = advancesIn(file);
  let sum = 0;
  for (const character of text) {
    const advance = known.get(character) ?? measured(character, file);
    known.set(character, advance);
    sum += advance;
  }
  return sum;
};

/** Letters that take another width beside each other, and pictures that are drawn as one. */
const SHAPED = /[\u0590-\u0DFF\u200C\u200D\p{Emoji_Modifier}\p{RI}]/u;

/** In parts of the size of the type. */
const runWidth = ({ text, family }: Run, bold: boolean): number => {
  const file = FONT_FILES[family][bold ? 'bold' : 'normal'];
  if (!SHAPED.test(text)) return sumOfAdvances(text, file);
  const font = openFont(file);
  return font.layout(text).advanceWidth / font.unitsPerEm;
};

/** Points that one line of the text takes; kerning is left out. @param first as of `runsOf` */
export const textWidth = (text: string, size: number, bold = false, first: Family = BODY_FAMILY): number =>
  size * runsOf(text, first).reduce((width, run) => width + runWidth(run, bold), 0);
