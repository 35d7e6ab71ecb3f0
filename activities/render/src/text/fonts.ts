/**
 * The typefaces of the report, in the order in which they are tried for a character. pdfmake has no fallback of
 * its own: what a face lacks comes out blank. Another script is one more family here (Noto CJK, for example).
 */
import { createRequire } from 'node:module';
import { openSync, type Font } from 'fontkit';

const { resolve } = createRequire(import.meta.url);

export const FAMILIES = ['Source Sans 3', 'Noto Sans', 'DejaVu Sans'] as const;
export type Family = (typeof FAMILIES)[number];
export const BODY_FAMILY: Family = 'Source Sans 3';

/** Files of the four styles that pdfmake knows. */
export interface FamilyFiles {
  readonly normal: string;
  readonly bold: string;
  readonly italics: string;
  readonly bolditalics: string;
}

const google = (pack: string, name: string) => (style: string) =>
  resolve(`@expo-google-fonts/${pack}/${style}/${name}_${style}.ttf`);
const sourceSans = google('source-sans-3', 'SourceSans3');
const notoSans = google('noto-sans', 'NotoSans');
const dejaVu = (style: string) => resolve(`dejavu-fonts-ttf/ttf/DejaVuSansCondensed${style}.ttf`);

/** The fallbacks stay upright in italics: their slanted cuts lack glyphs that the upright ones have. */
const upright = (normal: string, bold: string): FamilyFiles => ({
  normal,
  bold,
  italics: normal,
  bolditalics: bold,
});

export const FONT_FILES: Readonly<Record<Family, FamilyFiles>> = {
  'Source Sans 3': {
    normal: sourceSans('400Regular'),
    bold: sourceSans('600SemiBold'),
    italics: sourceSans('400Regular_Italic'),
    bolditalics: sourceSans('600SemiBold_Italic'),
  },
  'Noto Sans': upright(notoSans('400Regular'), notoSans('600SemiBold')),
  'DejaVu Sans': upright(dejaVu(''), dejaVu('-Bold')),
};

const opened = new Map<string, Font>();

export const openFont = (file: string): Font => {
  const font = opened.get(file) ?? (openSync(file) as Font);
  opened.set(file, font);
  return font;
};

const coverages = new Map<Family, ReadonlySet<number>>();

/** Code points that every style of the family can draw. */
export const coverage = (family: Family): ReadonlySet<number> => {
  const known = coverages.get(family);
  if (known !== undefined) return known;
  const [first = [], ...others] = [...new Set(Object.values(FONT_FILES[family]))].map(
    (file: string) => openFont(file).characterSet,
  );
  const sets = others.map((characters) => new Set(characters));
  const covered = new Set(first.filter((codePoint) => sets.every((set) => set.has(codePoint))));
  coverages.set(family, covered);
  return covered;
};
