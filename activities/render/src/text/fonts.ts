/**
 * The typefaces of the report, in the order in which they are tried for a character. pdfmake has no fallback of
 * its own: what a face lacks comes out blank. Another script is one more family here (Noto CJK, for example).
 */
import { createRequire } from 'node:module';
import { openSync, type Font } from 'fontkit';

const require = createRequire(import.meta.url);

export const FAMILIES = ['Source Sans 3', 'Noto Sans', 'DejaVu Sans', 'Source Serif 4'] as const;
export type Family = (typeof FAMILIES)[number];
/** Of figures, tables, heads and charts. */
export const BODY_FAMILY: Family = 'Source Sans 3';
/** Of what is read as sentences: leads and narratives. What it lacks is drawn as the body's would be. */
export const PROSE_FAMILY: Family = 'Source Serif 4';

/** Files of the four styles that pdfmake knows. */
export interface FamilyFiles {
  readonly normal: string;
  readonly bold: string;
  readonly italics: string;
  readonly bolditalics: string;
}

/** The fallbacks stay upright in italics: their slanted cuts lack glyphs that the upright ones have. */
const upright = (normal: string, bold: string): FamilyFiles => ({
  normal,
  bold,
  italics: normal,
  bolditalics: bold,
});

export const FONT_FILES: Readonly<Record<Family, FamilyFiles>> = {
  'Source Sans 3': {
    normal: require.resolve('@expo-google-fonts/source-sans-3/400Regular/SourceSans3_400Regular.ttf'),
    bold: require.resolve('@expo-google-fonts/source-sans-3/600SemiBold/SourceSans3_600SemiBold.ttf'),
    italics:
      require.resolve('@expo-google-fonts/source-sans-3/400Regular_Italic/SourceSans3_400Regular_Italic.ttf'),
    bolditalics:
      require.resolve('@expo-google-fonts/source-sans-3/600SemiBold_Italic/SourceSans3_600SemiBold_Italic.ttf'),
  },
  'Source Serif 4': {
    normal: require.resolve('@expo-google-fonts/source-serif-4/400Regular/SourceSerif4_400Regular.ttf'),
    bold: require.resolve('@expo-google-fonts/source-serif-4/600SemiBold/SourceSerif4_600SemiBold.ttf'),
    italics:
      require.resolve('@expo-google-fonts/source-serif-4/400Regular_Italic/SourceSerif4_400Regular_Italic.ttf'),
    bolditalics:
      require.resolve('@expo-google-fonts/source-serif-4/600SemiBold_Italic/SourceSerif4_600SemiBold_Italic.ttf'),
  },
  'Noto Sans': upright(
    require.resolve('@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf'),
    require.resolve('@expo-google-fonts/noto-sans/600SemiBold/NotoSans_600SemiBold.ttf'),
  ),
  'DejaVu Sans': upright(
    require.resolve('dejavu-fonts-ttf/ttf/DejaVuSansCondensed.ttf'),
    require.resolve('dejavu-fonts-ttf/ttf/DejaVuSansCondensed-Bold.ttf'),
  ),
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
