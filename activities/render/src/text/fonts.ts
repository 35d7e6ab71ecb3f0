/**
 * The typefaces of the report, in the order in which they are tried for a character. pdfmake has no fallback of
 * its own: what a face lacks comes out blank. Another script is one more family here (Noto CJK, for example).
 */
import { createRequire } from 'node:module';
import type * as Fontkit from 'fontkit';

const require = createRequire(import.meta.url);
// The copy that pdfkit has too: a second one of the package would be another module.
const { openSync } = require('fontkit') as typeof Fontkit;
type Font = Fontkit.Font;

export const FAMILIES = [
  'Source Sans 3',
  'Noto Sans',
  'DejaVu Sans',
  'Source Serif 4',
  'Noto Sans JP',
  'Noto Sans SC',
  'Noto Sans KR',
  'Vazirmatn',
  'Noto Sans Hebrew',
  'Noto Sans Thai',
  'Noto Emoji',
  'DejaVu Sans Mono',
] as const;
export type Family = (typeof FAMILIES)[number];
/** Of figures, tables, heads and charts. */
export const BODY_FAMILY: Family = 'Source Sans 3';
/** Of what is read as sentences: leads and narratives. What it lacks is drawn as the body's would be. */
export const PROSE_FAMILY: Family = 'Source Serif 4';

/** Of code and of what stands in columns by its spaces. */
export const CODE_FAMILY: Family = 'DejaVu Sans Mono';

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
  'DejaVu Sans Mono': upright(
    require.resolve('dejavu-fonts-ttf/ttf/DejaVuSansMono.ttf'),
    require.resolve('dejavu-fonts-ttf/ttf/DejaVuSansMono-Bold.ttf'),
  ),
  'Noto Sans JP': upright(
    require.resolve('@expo-google-fonts/noto-sans-jp/400Regular/NotoSansJP_400Regular.ttf'),
    require.resolve('@expo-google-fonts/noto-sans-jp/600SemiBold/NotoSansJP_600SemiBold.ttf'),
  ),
  'Noto Sans SC': upright(
    require.resolve('@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf'),
    require.resolve('@expo-google-fonts/noto-sans-sc/600SemiBold/NotoSansSC_600SemiBold.ttf'),
  ),
  'Noto Sans KR': upright(
    require.resolve('@expo-google-fonts/noto-sans-kr/400Regular/NotoSansKR_400Regular.ttf'),
    require.resolve('@expo-google-fonts/noto-sans-kr/600SemiBold/NotoSansKR_600SemiBold.ttf'),
  ),
  Vazirmatn: upright(
    require.resolve('@expo-google-fonts/vazirmatn/400Regular/Vazirmatn_400Regular.ttf'),
    require.resolve('@expo-google-fonts/vazirmatn/600SemiBold/Vazirmatn_600SemiBold.ttf'),
  ),
  'Noto Sans Hebrew': upright(
    require.resolve('@expo-google-fonts/noto-sans-hebrew/400Regular/NotoSansHebrew_400Regular.ttf'),
    require.resolve('@expo-google-fonts/noto-sans-hebrew/600SemiBold/NotoSansHebrew_600SemiBold.ttf'),
  ),
  'Noto Sans Thai': upright(
    require.resolve('@expo-google-fonts/noto-sans-thai/400Regular/NotoSansThai_400Regular.ttf'),
    require.resolve('@expo-google-fonts/noto-sans-thai/600SemiBold/NotoSansThai_600SemiBold.ttf'),
  ),
  'Noto Emoji': upright(
    require.resolve('@expo-google-fonts/noto-emoji/400Regular/NotoEmoji_400Regular.ttf'),
    require.resolve('@expo-google-fonts/noto-emoji/600SemiBold/NotoEmoji_600SemiBold.ttf'),
  ),
};

const CHINESE_JAPANESE_KOREAN =
  /[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Bopomofo}\p{scx=Hangul}\u3000-\u33FF\uFE30-\uFE4F\uFF00-\uFFEF]/u;
const KANA = /[\p{sc=Hiragana}\p{sc=Katakana}]/u;
const HANGUL = /\p{sc=Hangul}/u;
/** Drawn as pictures; the others that may be (✓, ▲) are symbols of the faces of text. */
const EMOJI = /\p{Emoji_Presentation}|\p{RI}|\p{Emoji_Modifier}|[\u200D\u20E3]/u;

const SCRIPTS: readonly (readonly [RegExp, Family])[] = [
  [/\p{scx=Arabic}/u, 'Vazirmatn'],
  [/\p{scx=Hebrew}/u, 'Noto Sans Hebrew'],
  [/\p{scx=Thai}/u, 'Noto Sans Thai'],
  [EMOJI, 'Noto Emoji'],
];

/** Chinese, Japanese and Korean draw some characters that they share differently. */
export type HanFamily = 'Noto Sans JP' | 'Noto Sans SC' | 'Noto Sans KR';
const HAN_FAMILIES: readonly HanFamily[] = ['Noto Sans SC', 'Noto Sans JP', 'Noto Sans KR'];

/** Whose characters a text has: kana are Japanese alone and hangul Korean; other texts do not show it. */
export const hanFamilyOf = (text: string): HanFamily | undefined => {
  if (KANA.test(text)) return 'Noto Sans JP';
  return HANGUL.test(text) ? 'Noto Sans KR' : undefined;
};

/**
 * The families to try for what is drawn as one, in order. Those of single scripts, some of them large, are asked
 * and opened for their own characters alone.
 * @param han whose drawing of shared characters is wanted
 */
export const facesOf = (cluster: string, first: Family, han?: HanFamily): Family[] => [
  first,
  BODY_FAMILY,
  ...(CHINESE_JAPANESE_KOREAN.test(cluster) ? [...(han ? [han] : []), ...HAN_FAMILIES] : []),
  ...SCRIPTS.filter(([pattern]) => pattern.test(cluster)).map(([, family]) => family),
  'Noto Sans',
  'DejaVu Sans',
  ...(/\p{Extended_Pictographic}/u.test(cluster) ? (['Noto Emoji'] as const) : []),
  // So that no text loses in one face what it has in another.
  PROSE_FAMILY,
  CODE_FAMILY,
];

const opened = new Map<string, Font>();

export const openFont = (file: string): Font => {
  const font = opened.get(file) ?? (openSync(file) as Font);
  opened.set(file, font);
  return font;
};

const coverages = new Map<Family, Map<number, boolean>>();

/**
 * Whether every style of the family can draw the code point. Looked up and kept one by one: a list of all that a
 * Chinese face has would take a tenth of a second of every report that has one Chinese name.
 */
export const hasGlyph = (family: Family, codePoint: number): boolean => {
  const known = coverages.get(family) ?? new Map<number, boolean>();
  coverages.set(family, known);
  const covered = known.get(codePoint);
  if (covered !== undefined) return covered;
  const has = [...new Set(Object.values(FONT_FILES[family]) as string[])].every((file) =>
    openFont(file).hasGlyphForCodePoint(codePoint),
  );
  known.set(codePoint, has);
  return has;
};
