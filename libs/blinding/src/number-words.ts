/**
 * Whole numbers below a million and decimals in the words of the reports' languages, without spaces: `eightyone`,
 * `einundachtzig`, `quatrevingtun`, `ochentayun`, `八十一`, `twopointfive`.
 */

interface Language {
  /** Every spelling of a whole number. */
  readonly spell: (n: number) => string[];
  /** For a decimal sign. */
  readonly points: readonly string[];
  /** What before a number makes it another one, in small letters without accents: `sixty-four` is not four. */
  readonly goesOn: string;
}

const listed = (words: string): string[] => words.split(' ');
/** Each of one before each of the next. */
const each = (...parts: readonly (readonly string[])[]): string[] =>
  parts.reduce<string[]>((heads, tails) => heads.flatMap((head) => tails.map((tail) => head + tail)), ['']);

/** `hundred` and `thousand`, with what may stand between them and the rest. */
const large = (
  n: number,
  spell: Language['spell'],
  { hundred, thousand, one, links }: Record<'hundred' | 'thousand' | 'one' | 'links', readonly string[]>,
): string[] => {
  const [size, names] = n < 1000 ? [100, hundred] : [1000, thousand];
  const [count, rest] = [Math.floor(n / size), n % size];
  const heads = each(count === 1 ? one : spell(count), names);
  return rest === 0 ? heads : each(heads, links, spell(rest));
};

const EN = listed(
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen ' +
    'eighteen nineteen',
);
const EN_TENS = listed('x ten twenty thirty forty fifty sixty seventy eighty ninety');
const english: Language = {
  spell: (n) => {
    if (n < 20) return [EN[n] ?? ''];
    if (n < 100) return [`${EN_TENS[Math.floor(n / 10)] ?? ''}${n % 10 === 0 ? '' : (EN[n % 10] ?? '')}`];
    const names = { hundred: ['hundred'], thousand: ['thousand'], one: ['one', 'a'], links: ['', 'and'] };
    return large(n, english.spell, names);
  },
  points: ['point'],
  goesOn: `(?:${EN_TENS.slice(2).join('|')}|hundred(?:and)?|thousand(?:and)?|point)`,
};

const DE = listed(
  'null ein zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn ' +
    'achtzehn neunzehn',
);
const DE_TENS = listed('x zehn zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig');
/** `ü` is read as `u`; who has no such key writes `ue`. */
const written = (text: string): string[] => [
  text,
  text.replaceAll('ü', 'ue').replaceAll('ö', 'oe').replaceAll('ß', 'ss'),
];
const germanNumber = (n: number): string[] => {
  if (n === 1) return ['ein', 'eins'];
  if (n < 20) return written(DE[n] ?? '');
  if (n < 100)
    return written(`${n % 10 === 0 ? '' : `${DE[n % 10] ?? ''}und`}${DE_TENS[Math.floor(n / 10)] ?? ''}`);
  const names = { hundred: ['hundert'], thousand: ['tausend'], one: ['', 'ein'], links: ['', 'und'] };
  return large(n, germanNumber, names);
};
const german: Language = {
  spell: germanNumber,
  points: ['komma'],
  goesOn: '(?:(?:hundert|tausend)(?:und)?|komma)',
};

const FR = listed(
  'zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dixsept dixhuit dixneuf',
);
const FR_TENS = listed('x dix vingt trente quarante cinquante soixante septante quatrevingt nonante');
const frenchTens = (tens: string, rest: number): string[] =>
  rest === 0 ? [tens] : each([tens], rest === 1 || rest === 11 ? ['', 'et'] : [''], [FR[rest] ?? '']);
const frenchNumber = (n: number): string[] => {
  if (n < 20) return [FR[n] ?? ''];
  if (n < 100) {
    const [tens, rest] = [Math.floor(n / 10), n % 10];
    const name = FR_TENS[tens] ?? '';
    if (tens === 7) return [...frenchTens('soixante', n - 60), ...frenchTens(name, rest)];
    if (tens === 9) return [...frenchTens('quatrevingt', n - 80), ...frenchTens(name, rest)];
    const others = n === 80 ? ['quatrevingts'] : [];
    const swiss = tens === 8 ? ['huitante', 'octante'].flatMap((eighty) => frenchTens(eighty, rest)) : [];
    return [...others, ...swiss, ...frenchTens(name, rest)];
  }
  const names = { hundred: ['cent', 'cents'], thousand: ['mille'], one: [''], links: [''] };
  return large(n, frenchNumber, names);
};
const french: Language = {
  spell: frenchNumber,
  points: ['virgule'],
  goesOn: `(?:(?:${[...FR_TENS.slice(2), 'huitante', 'octante'].join('|')})(?:et)?|quatre|dix|cents?|mille|virgule)`,
};

const ES = listed(
  'cero un dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciseis diecisiete ' +
    'dieciocho diecinueve',
);
const ES_TENS = listed('x diez veinte treinta cuarenta cincuenta sesenta setenta ochenta noventa');
const ES_HUNDREDS = listed(
  'x ciento doscientos trescientos cuatrocientos quinientos seiscientos setecientos ochocientos novecientos',
);
const spanishNumber = (n: number): string[] => {
  if (n === 1) return ['un', 'uno'];
  if (n < 20) return [ES[n] ?? ''];
  if (n < 100) {
    const [tens, rest] = [ES_TENS[Math.floor(n / 10)] ?? '', n % 10];
    if (rest === 0) return [tens];
    return each(n < 30 ? ['veinti', 'veintey'] : [`${tens}y`], spanishNumber(rest));
  }
  if (n === 100) return ['cien', 'ciento'];
  if (n < 1000)
    return each([ES_HUNDREDS[Math.floor(n / 100)] ?? ''], n % 100 === 0 ? [''] : spanishNumber(n % 100));
  return large(n, spanishNumber, { hundred: [], thousand: ['mil'], one: [''], links: [''] });
};
const spanish: Language = {
  spell: spanishNumber,
  points: ['coma', 'punto'],
  goesOn: `(?:(?:${ES_TENS.slice(2).join('|')})y|${ES_HUNDREDS.slice(1).join('|')}|cien|mil|coma|punto)`,
};

const JA = listed('零 一 二 三 四 五 六 七 八 九');
const japanesePart = (n: number, [size, sign]: readonly [number, string]): string => {
  const count = Math.floor(n / size) % 10;
  return count === 0 ? '' : `${count === 1 ? '' : (JA[count] ?? '')}${sign}`;
};
const japaneseNumber = (n: number): string => {
  if (n < 10) return JA[n] ?? '';
  if (n >= 10_000)
    return `${japaneseNumber(Math.floor(n / 10_000))}万${n % 10_000 === 0 ? '' : japaneseNumber(n % 10_000)}`;
  const tens = (
    [
      [1000, '千'],
      [100, '百'],
      [10, '十'],
    ] as const
  )
    .map((each) => japanesePart(n, each))
    .join('');
  return n % 10 === 0 ? tens : `${tens}${JA[n % 10] ?? ''}`;
};
const japanese: Language = {
  spell: (n) => [japaneseNumber(n)],
  points: ['点'],
  goesOn: '[一二三四五六七八九十百千万点]',
};

export interface InWords {
  readonly text: string;
  /** As of its language. */
  readonly goesOn: string;
}

/** Every spelling of an amount such as `81` or `2.5`; none for what nobody would write in words. */
export const inWords = (amount: string): InWords[] => {
  const [whole = '', decimals] = amount.split('.');
  if (whole.length > 6) return [];
  return [english, german, french, spanish, japanese].flatMap(({ spell, points, goesOn }) => {
    const heads = spell(Number(whole));
    const tails = decimals === undefined ? [] : Array.from(decimals, (digit) => spell(Number(digit)));
    const all = decimals === undefined ? heads : each(heads, points, ...tails);
    return [...new Set(all)].map((text) => ({ text, goesOn }));
  });
};
