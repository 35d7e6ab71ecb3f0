/**
 * Hiding treatments from readers who are blinded. Every string of a dataset passes through the mask: an arm
 * stands not only in ARM but in titles, captions, event terms and narratives.
 *
 * Where in doubt the mask hides too much: a word too many is ugly, an arm too few unblinds a trial.
 */
import type { CutTreatments } from '@rounds/contracts/cut';
import { doseFinder } from './dose-spans.ts';
import { ARM_WORDS, namedFinder } from './named-spans.ts';
import { hasAsides, seenIn } from './seen.ts';
import { merged, type Span } from './span.ts';
import { termFinder } from './term-spans.ts';
import { vocabularyOf, type Vocabulary } from './vocabulary.ts';

export const MASK = '[blinded]';

/** What of a text is to be hidden: apart from each other, in their order. */
export type Finder = (text: string) => readonly Span[];

/** A text is read in pieces of this length, each with some of its neighbours: more would take much memory. */
const PIECE = 100_000;
const BESIDE = 500;

const inPieces =
  (find: Finder): Finder =>
  (text) => {
    if (text.length <= PIECE) return find(text);
    const spans: Span[] = [];
    for (let start = 0; start < text.length; start += PIECE) {
      const from = Math.max(0, start - BESIDE);
      const found = find(text.slice(from, start + PIECE + BESIDE));
      spans.push(...found.map((span) => ({ start: span.start + from, end: span.end + from })));
    }
    return merged(spans);
  };

/** Nothing in it stands for another character, or is read with others but by its letters and digits. */
const PLAIN = /^[\t\n\x20-\x24'-;=?-[\]-~]*$/;

/** Most strings of a dataset are short, plain and harmless: whether one is, without taking it apart. */
const harmless = (vocabulary: Vocabulary): ((text: string) => boolean) => {
  const lettersOf = (text: string) => seenIn(text, false).letters.replaceAll('.', '');
  const words = vocabulary.terms.map(({ text }) => lettersOf(text)).filter((letters) => letters !== '');
  const units = vocabulary.doses.flatMap((dose) => dose.units).map(lettersOf);
  const short = words.filter((word) => word.length < 3);
  const signs = [
    ...words.filter((word) => word.length >= 3),
    ...units.map((unit) => `[\\da-z]${unit}`),
    ...(short.length === 0 ? [] : [`(?:${ARM_WORDS})(?:${short.join('|')})`]),
  ];
  const isLiteral = vocabulary.terms.some(({ hidden }) => hidden === 'letter-by-letter');
  if (isLiteral) return () => false;
  const any = signs.length === 0 ? undefined : new RegExp(signs.join('|'));
  return (text) => PLAIN.test(text) && any?.test(text.toLowerCase().replace(/[^a-z\d]+/g, '')) !== true;
};

export const createFinder = (treatments: CutTreatments): Finder => {
  const vocabulary = vocabularyOf(treatments);
  const isHarmless = harmless(vocabulary);
  const finders = [termFinder(vocabulary), doseFinder(vocabulary), namedFinder(vocabulary)];
  const spansSeen = (text: string, skipsAsides: boolean): Span[] => {
    const seen = seenIn(text, skipsAsides);
    return finders.flatMap((find) => find(seen, text));
  };
  return inPieces((text) =>
    isHarmless(text)
      ? []
      : merged([...spansSeen(text, false), ...(hasAsides(text) ? spansSeen(text, true) : [])]),
  );
};

/** The text with each span replaced. */
export const hide = (text: string, spans: readonly Span[]): string => {
  let [shown, at] = ['', 0];
  for (const { start, end } of spans) {
    shown += text.slice(at, start) + MASK;
    at = end;
  }
  return shown + text.slice(at);
};

export type Mask = (text: string) => string;

export const maskOf =
  (find: Finder): Mask =>
  (text) =>
    hide(text, find(text));

export const createMask = (treatments: CutTreatments): Mask => maskOf(createFinder(treatments));
