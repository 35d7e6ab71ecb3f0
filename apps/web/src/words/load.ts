/** Each language is a chunk of its own: nobody loads the words of another. */
import type { Words } from './message.ts';
import { isLanguage, makeVoice, type Language, type Voice } from './voice.ts';

const CATALOGUES = import.meta.glob<Words>('./*.json', { query: '?words', import: 'default' });

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

/** @throws Error where the words cannot be had, e.g. offline */
export const loadVoice = async (language: Language): Promise<Voice> => {
  const load = CATALOGUES[`./${language}.json`] ?? CATALOGUES['./en.json'];
  if (load === undefined) throw new Error('The app was built without words.');
  const voice = makeVoice(language, await load());
  localStorage.setItem(KEPT, language);
  document.documentElement.lang = language;
  return voice;
};
