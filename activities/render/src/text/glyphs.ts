/** Which face draws which characters; what none can draw is shown as U+FFFD and counted, never left blank. */
import { BODY_FAMILY, coverage, FAMILIES, FONT_FILES, openFont, type Family } from './fonts.ts';

export const REPLACEMENT = '\uFFFD';

/** Characters that have no picture of their own: soft hyphens, joiners, marks of direction, byte order marks. */
const INVISIBLE = /\p{Default_Ignorable_Code_Point}/gu;
const LINE_ENDS = /\r\n?|[\u000B\u000C\u0085\u2028\u2029]/g;
const CLUSTER = /\P{M}\p{M}*|\p{M}+/gu;
const SPACE = /^\p{Zs}$/u;

/** One spelling of every character, one of every line end, a space for a tab. */
export const normalise = (text: string): string =>
  text.normalize('NFC').replace(INVISIBLE, '').replace(LINE_ENDS, '\n').replaceAll('\t', '    ');

const codePoints = (text: string): number[] => Array.from(text, (character) => character.codePointAt(0) ?? 0);

const familyFor = (cluster: string, first: Family = BODY_FAMILY): Family | undefined =>
  [first, ...FAMILIES].find((family) =>
    codePoints(cluster).every((codePoint) => coverage(family).has(codePoint)),
  );

export interface Run {
  readonly text: string;
  readonly family: Family;
}

/** A cluster whose parts no one face holds is drawn part by part, so that a lost accent does not cost the letter. */
const drawCluster = (cluster: string, first: Family): Run[] => {
  if (cluster === '\n' || SPACE.test(cluster)) {
    const text = coverage(first).has(cluster.codePointAt(0) ?? 0) ? cluster : ' ';
    return [{ text: cluster === '\n' ? '\n' : text, family: first }];
  }
  const family = familyFor(cluster, first);
  if (family !== undefined) return [{ text: cluster, family }];
  const parts = Array.from(cluster);
  if (parts.length > 1) return parts.flatMap((part) => drawCluster(part, first));
  return [{ text: REPLACEMENT, family: familyFor(REPLACEMENT, first) ?? first }];
};

const isPlain = (text: string, family: Family = BODY_FAMILY): boolean => {
  const body = coverage(family);
  for (const character of text) {
    if (character !== '\n' && !body.has(character.codePointAt(0) ?? 0)) return false;
  }
  return true;
};

/** The text as it is drawn, split wherever the face changes. @param first tried before all others */
export const runsOf = (raw: string, first: Family = BODY_FAMILY): Run[] => {
  const text = normalise(raw);
  if (isPlain(text, first)) return [{ text, family: first }];
  const runs: { text: string; family: Family }[] = [];
  for (const run of (text.match(CLUSTER) ?? []).flatMap((cluster) => drawCluster(cluster, first))) {
    const last = runs.at(-1);
    if (last?.family === run.family) last.text += run.text;
    else runs.push({ ...run });
  }
  return runs;
};

/** What a reader of the page finds for `text`. */
export const drawnText = (text: string): string =>
  runsOf(text)
    .map((run) => run.text)
    .join('');

const isMissing = (character: string): boolean =>
  character !== '\n' && !SPACE.test(character) && familyFor(character) === undefined;

/** Adds up, for every string at any depth of `value`, the characters that no face can draw. */
export const missingGlyphs = (value: unknown, found = new Map<string, number>()): Map<string, number> => {
  if (typeof value === 'string') {
    const text = normalise(value);
    if (isPlain(text)) return found;
    for (const character of text) {
      if (isMissing(character)) found.set(character, (found.get(character) ?? 0) + 1);
    }
  } else if (typeof value === 'object' && value !== null) {
    for (const part of Object.values(value)) missingGlyphs(part, found);
  }
  return found;
};

const advances = new Map<string, number>();

const advance = (character: string, { family }: Run, bold: boolean): number => {
  const file = FONT_FILES[family][bold ? 'bold' : 'normal'];
  const key = `${file}|${character}`;
  const known = advances.get(key);
  if (known !== undefined) return known;
  const font = openFont(file);
  const width = font.glyphForCodePoint(character.codePointAt(0) ?? 0).advanceWidth / font.unitsPerEm;
  advances.set(key, width);
  return width;
};

/** Points that one line of the text takes; kerning is left out. */
export const textWidth = (text: string, size: number, bold = false): number =>
  size *
  runsOf(text).reduce(
    (sum, run) => Array.from(run.text).reduce((width, each) => width + advance(each, run, bold), sum),
    0,
  );
