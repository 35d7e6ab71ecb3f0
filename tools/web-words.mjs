/**
 * The words of the web app, for Vite: each language a module of its own, its messages read while the app is built. So
 * the browser gets no parser and needs no `eval`. What the app says with the words of reports (why a report did not
 * come) it takes from their catalogues.
 */
import { TYPE, parse } from '@formatjs/icu-messageformat-parser';
import { messagesIn, readCatalogues, readWebCatalogues } from './words.mjs';

/** Messages of the reports' catalogues that the app says too. @param {string} key */
const isShared = (key) => /^(why\.|[a-z-]+\.(title|description|name\.))/.test(key);

/**
 * As `Part` of apps/web/src/words/message.ts reads it: text, or what stands at a place.
 *
 * @typedef {string | [string, ...any]} Part
 */

/** @type {Record<number, (element: any) => Part>} */
const PARTS = {
  [TYPE.literal]: ({ value }) => value,
  [TYPE.argument]: ({ value }) => ['put', value],
  [TYPE.number]: ({ value }) => ['number', value],
  [TYPE.pound]: () => ['#'],
  [TYPE.plural]: ({ value, options, offset }) => ['plural', value, optionsOf(options), offset],
  [TYPE.select]: ({ value, options }) => ['select', value, optionsOf(options)],
};

/** @param {Record<string, { value: any[] }>} options */
const optionsOf = (options) =>
  Object.fromEntries(Object.entries(options).map(([name, { value }]) => [name, value.map(partOf)]));

/** @param {any} element @returns {Part} */
function partOf(element) {
  const put = PARTS[element.type];
  if (put === undefined)
    throw new Error(`The web app says no message with an element of type ${element.type}`);
  return put(element);
}

/** @param {string} text in ICU MessageFormat @returns {string | Part[]} text alone where nothing is put in */
export function compileMessage(text) {
  const parts = parse(text, { ignoreTag: true }).map(partOf);
  return parts.every((part) => typeof part === 'string') ? parts.join('') : parts;
}

/** What a language lacks is said in English. @param {string} language @returns {Promise<Record<string, string | Part[]>>} */
export async function compiledWords(language) {
  const [reports, web] = await Promise.all([readCatalogues(), readWebCatalogues()]);
  const texts = ['en', language].flatMap((each) => [
    ...[...messagesIn(reports, each)].filter(([key]) => isShared(key)),
    ...messagesIn(web, each),
  ]);
  const locale = web.findLast((each) => each.language === language)?.texts['@@locale'] ?? language;
  return {
    '@@locale': locale,
    ...Object.fromEntries(texts.map(([key, text]) => [key, compileMessage(text)])),
  };
}

/** `import('./de.json?words')` gives the messages of a language. @returns {import('vite').Plugin} */
export const wordsPlugin = () => ({
  name: 'rounds-words',
  enforce: 'pre',
  load: {
    filter: { id: /\/words\/[a-z]{2,3}\.json\?words$/ },
    async handler(id) {
      const [, language = ''] = /([a-z]{2,3})\.json\?words$/.exec(id) ?? [];
      return { code: `export default ${JSON.stringify(await compiledWords(language))};`, moduleType: 'js' };
    },
  },
});
