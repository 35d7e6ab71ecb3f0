/** One dataset in each language: every page passes the gate, and says days and figures as its reader does. */
import { LANGUAGES, type Language } from '@rounds/contracts/language';
import { buildDataset } from '@rounds/report-types/study-weekly/testing/dataset';
import { draw } from './draw.ts';
import { inspect } from './gate/inspect.ts';
import { pageText, readPdf } from './testing/pdf-text.ts';

const full = buildDataset();
const dataset = buildDataset({
  documents: { texts: [], images: [] },
  // The first page and a listing tell of the language; the long listings would only take time.
  listings: {
    ...full.listings,
    adverseEvents: full.listings.adverseEvents.slice(0, 5),
    outOfRange: full.listings.outOfRange.slice(0, 5),
  },
});

/** Contents, page n of m, the mean systolic pressure, the last day of the period, as a page has them without spaces. */
const EXPECTED: Readonly<Record<Language, readonly string[]>> = {
  en: ['Contents', 'Page1of', '133.75', '16–22November2026', '16Nov2026', 'Adverseevents'],
  de: ['Inhalt', 'Seite1von', '133,75', '16.–22.November2026', '16.11.2026', 'UnerwünschteEreignisse'],
  fr: ['Sommaire', 'Page1sur', '133,75', '16–22novembre2026', '16nov.2026', 'Événementsindésirables'],
  es: ['Índice', 'Página1de', '133,75', '16–22denoviembrede2026', '16nov2026', 'Acontecimientosadversos'],
  pl: ['Spistreści', 'Strona1z', '133,75', '16–22listopada2026', '16lis2026', 'Zdarzenianiepożądane'],
  ja: ['目次', '1/', '133.75', '2026年11月16日～2026年11月22日', '2026/11/16', '有害事象'],
};

describe('the page', () => {
  const drawn = new Map<Language, string>();

  it.each(LANGUAGES)('in %s holds every figure and row, without a missing glyph', async (language) => {
    const task = { format: 'pdf', dataset, language } as const;
    const bytes = await draw({ ...task, pictures: {} });
    expect(await inspect({ ...task, bytes })).toEqual([]);
    const text = (await readPdf(bytes)).map(pageText).join('');
    for (const words of EXPECTED[language]) expect(text).toContain(words);
    expect(text).not.toContain('\uFFFD');
    drawn.set(language, text);
  });

  it('is another in each language', () => {
    expect(new Set(drawn.values()).size).toBe(LANGUAGES.length);
  });
});

describe('the files for programs', () => {
  it('are the same in every language: JSON to the byte', async () => {
    const [english, japanese] = await Promise.all(
      (['en', 'ja'] as const).map((language) => draw({ format: 'json', dataset, pictures: {}, language })),
    );
    expect(Buffer.from(english ?? []).equals(Buffer.from(japanese ?? []))).toBe(true);
  });
});
