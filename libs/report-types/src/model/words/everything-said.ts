/** What reports say by themselves, in every language: words of no study. */
import { RHYTHMS } from './voice.ts';
import { TEXTS } from './texts.ts';

export const EVERYTHING_SAID: readonly string[] = [
  ...Object.values(RHYTHMS),
  ...Object.entries(TEXTS).flatMap(([message, texts]) => [message, ...Object.values(texts)]),
];
