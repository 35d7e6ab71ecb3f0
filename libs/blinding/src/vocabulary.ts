/**
 * What blinded readers must not learn, worked out from a study's treatments. The mask hides it, and the last wall
 * searches for it: they share this and nothing else.
 */
import type { CutTreatments } from '@rounds/contracts/cut';
import { isCommon, isOrdinary, isSchedule, meansTreatment } from './ordinary.ts';

export interface Term {
  /** As the study writes it. */
  readonly text: string;
  /** Its letters and digits, word by word. */
  readonly words: readonly string[];
  /**
   * `anywhere`: also within a longer word; `whole`: as words of its own; `named`: only where the text says that an arm
   * is meant; `letter-by-letter`: with its signs, `C++`.
   */
  readonly hidden: 'anywhere' | 'whole' | 'named' | 'letter-by-letter';
  /** Of words that a report says for other reasons too: `High Dose`. The end of a sentence parts them. */
  readonly isOrdinary: boolean;
}

export interface Dose {
  /** `54`, `2.5` */
  readonly amount: string;
  /** The spellings of its unit, lower case. */
  readonly units: readonly string[];
}

export interface Vocabulary {
  readonly terms: readonly Term[];
  readonly doses: readonly Dose[];
}

/** Letters from which a single word is hidden within longer ones: `placebo-like`, `PlaceboPhoto`, `placebos`. */
const LONG = 5;
/** Letters from which a word is an arm's own. */
const OWN = 3;

const WORD = /[\p{L}\p{N}\p{M}]+/gu;
/** Between words a sign may stand that belongs to the term; these do not. */
const GAPS_ALONE = /^[\p{L}\p{N}\p{M}\s_\p{Pd}]*$/u;

const wordsOf = (text: string): string[] => text.normalize('NFKC').match(WORD) ?? [];
const isNumber = (word: string): boolean => /^\p{N}+$/u.test(word);

/** A name, a part of one or a word of it. */
interface Found {
  readonly text: string;
  /** Not itself the name of an arm: a word that is common in medicine tells none. */
  readonly isPart: boolean;
}

const kindOf = (text: string, words: readonly string[], isPart: boolean): Term['hidden'] => {
  const length = words.join('').length;
  if (length < 3) return GAPS_ALONE.test(text) ? 'named' : 'letter-by-letter';
  if (words.length > 1) return 'whole';
  if ((isPart ? isCommon : isOrdinary)(words[0] ?? '')) return 'named';
  return length >= LONG ? 'anywhere' : 'whole';
};

const termOf = ({ text, isPart }: Found): Term => {
  const words = wordsOf(text);
  return {
    text,
    words,
    hidden: kindOf(text, words, isPart),
    isOrdinary: words.every((word) => word.length < OWN || isNumber(word) || isCommon(word)),
  };
};

/** `Drug A + Placebo` also names its parts. */
const partsOf = (name: string): string[] =>
  name.split(/\s*(?:[/+&;,]|->|→|\bthen\b|\bfollowed by\b|\bplus\b)\s*/iu).map((part) => part.trim());

const UNITS: Readonly<Record<string, readonly string[]>> = {
  G: ['g', 'gram', 'grams', 'gramme', 'grammes', 'gramm', 'gramo', 'gramos', 'グラム'],
  IU: [
    ...['iu', 'international unit', 'international units', 'ie', 'internationale einheiten', 'ui'],
    ...['unités internationales', 'unidades internacionales', '単位', '国際単位'],
  ],
  MCG: [
    ...['mcg', 'ug', 'microgram', 'micrograms', 'microgramme', 'microgrammes', 'mikrogramm'],
    ...['microgramo', 'microgramos', 'マイクログラム'],
  ],
  MG: [
    ...['mg', 'mgs', 'milligram', 'milligrams', 'milligramme', 'milligrammes', 'milligramm'],
    ...['miligramo', 'miligramos', 'ミリグラム'],
  ],
  ML: [
    ...['ml', 'mls', 'milliliter', 'milliliters', 'millilitre', 'millilitres', 'mililitro', 'mililitros'],
    'ミリリットル',
  ],
};

const unitNamed = (unit: string): string => {
  const name = unit.normalize('NFKC').replace('\u03BC', 'U').toUpperCase();
  return name === 'UG' ? 'MCG' : name;
};

/** The dose in the units of mass beside its own: 54 mg are 0.054 g. */
const MASS = ['MCG', 'MG', 'G'];
const shifted = (amount: string, thousands: number): string =>
  String(Number((Number(amount) * 1000 ** thousands).toPrecision(12)));

const doseIn = (amount: string, unit: string): Dose[] => {
  const at = MASS.indexOf(unit);
  if (at < 0 || Number(amount) === 0) return [{ amount, units: UNITS[unit] ?? [unit.toLowerCase()] }];
  return MASS.map((mass, index) => ({
    amount: index === at ? amount : shifted(amount, at - index),
    units: UNITS[mass] ?? [],
  })).filter(({ amount: written }) => /^\d{1,7}(?:\.\d{1,6})?$/.test(written));
};

const DOSE = /^(\d+(?:\.\d+)?)\s+(\S.*)$/u;
const dosesOf = (dose: string): Dose[] => {
  const [, amount, unit = ''] = DOSE.exec(dose.trim()) ?? [];
  return amount === undefined ? [] : doseIn(amount, unitNamed(unit));
};

const DOSE_IN_NAME = /(?<![\p{L}\p{N}.,])(\d+(?:\.\d+)?)\s*-?\s*(mg|mcg|[uµμ]g|g|ml|iu)(?![\p{L}\p{N}])/giu;
const dosesNamed = (name: string): string[] =>
  Array.from(name.matchAll(DOSE_IN_NAME), ([, amount = '', unit = '']) => `${amount} ${unit}`);

/** A word that is an arm's own: `Marolimab 50 mg` is recognised by its first word, `Xan_Hi` too. */
const isOwn = (word: string): boolean =>
  word.length >= OWN && !isNumber(word) && !isCommon(word) && !/^\d+[a-z]{1,3}$/iu.test(word);

/** `BMS-986165`, `mRNA-1273`: neither part says it alone. */
const CODE = /(?=\S*\p{L})(?=\S*\p{N})[\p{L}\p{N}]+(?:\p{Pd}[\p{L}\p{N}]+)+/gu;
const codesIn = (name: string): string[] =>
  (name.match(CODE) ?? []).filter((code) => dosesNamed(code).length === 0);

const ownWords = (name: string): string[] => [...wordsOf(name).filter(isOwn), ...codesIn(name)];

/** What an arm says beside its drug still tells it: `High Dose` of `Xanomeline High Dose`. In one piece alone. */
const restOf = (name: string): string[] => {
  const words = wordsOf(name);
  const rest = words.filter((word) => !isOwn(word) && !isNumber(word));
  if (rest.length === 0 || rest.length === words.length) return [];
  const start = words.indexOf(rest[0] ?? '');
  return rest.every((word, index) => words[start + index] === word) ? [rest.join(' ')] : [];
};

const trimmed = (texts: readonly string[]): string[] =>
  texts.map((text) => text.trim()).filter(meansTreatment);

const longestFirst = (texts: readonly string[]): string[] =>
  [...new Set(texts)].sort((a, b) => b.length - a.length || (a < b ? -1 : 1));

export const vocabularyOf = ({ names, codes, doses }: CutTreatments): Vocabulary => {
  const named = trimmed(names);
  const whole = longestFirst([...named, ...trimmed(codes)]);
  const parts = longestFirst([
    ...trimmed(named.flatMap(partsOf)),
    ...whole.flatMap(ownWords),
    ...named.flatMap((name) => [name, ...partsOf(name)]).flatMap(restOf),
  ]).filter((part) => !whole.includes(part) && !isSchedule(wordsOf(part)));
  const found = [
    ...whole.map((text): Found => ({ text, isPart: false })),
    ...parts.map((text): Found => ({ text, isPart: true })),
  ];
  return {
    terms: found.map(termOf).filter(({ words, hidden }) => words.length > 0 || hidden === 'letter-by-letter'),
    doses: longestFirst([...doses, ...named.flatMap(dosesNamed)]).flatMap(dosesOf),
  };
};
