/**
 * Each language is two chunks of its own: what the first screen says, and what all others do, which is on its way as
 * soon as that is there. Nobody loads the words of another.
 */
import type { Words } from './message.ts';
import { isLanguage, makeVoice, type Language, type Voice } from './voice.ts';

const FIRST = import.meta.glob<Words>('./*.json', { query: '?first', import: 'default' });
const MORE = import.meta.glob<Words>('./*.json', { query: '?more', import: 'default' });

const wordsOf = (catalogues: typeof FIRST, language: Language): Promise<Words> => {
  const load = catalogues[`./${language}.json`] ?? catalogues['./en.json'];
  if (load === undefined) throw new Error('The app was built without words.');
  return load();
};

const KEPT = 'rounds.language';

const fromBrowser = (): Language => {
  const spoken = navigator.languages.map((tag) => tag.slice(0, 2).toLowerCase());
  return spoken.find(isLanguage) ?? 'en';
};

/** Before anybody has signed in: what was spoken last on this device, else the browser's. */
export const firstLanguage = (): Language => {
  const kept = localStorage.getItem(KEPT) ?? '';
  return isLanguage(kept) ? kept : fromBrowser();
};

/** Under way beside other things, for who will speak later. */
export const fetchFirstWords = async (language: Language): Promise<void> => {
  await wordsOf(FIRST, language);
};

/** @throws Error where the words cannot be had, e.g. offline */
export const loadVoice = async (language: Language): Promise<Voice> => {
  const voice = makeVoice(language, await wordsOf(FIRST, language), () => wordsOf(MORE, language));
  localStorage.setItem(KEPT, language);
  document.documentElement.lang = language;
  return voice;
};
