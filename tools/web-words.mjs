/**
 * The words of the web app, for Vite: each language two modules, its messages read while the app is built. So
 * the browser gets no parser and needs no `eval`. What the app says with the words of reports (why a report did not
 * come) it takes from their catalogues.
 */
import { TYPE, parse } from '@formatjs/icu-messageformat-parser';
import { messagesIn, readCatalogues, readWebCatalogues } from './words.mjs';

/** With the first screen, or with all others: nobody waits for words that come later. @typedef {'first' | 'more'} When */

/** Messages of the reports' catalogues that the app says too: what they are called, what they tell, why one did not come. */
const SHARED = { first: /^[a-z-]+\.(title|name\.)/, more: /^(why\.|[a-z-]+\.description$)/ };

const FIRST = 'apps/web/src/words/';

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

/** The head of each page names them all. @param {string} key */
const isOfHead = (key) => key.startsWith('nav.');

/** @param {import('./words.mjs').Catalogue} catalogue @param {string} key @param {When} when */
const isSaid = ({ file }, key, when) => (file.startsWith(FIRST) || isOfHead(key) ? 'first' : 'more') === when;

/** Of the app's own catalogues. @param {string} language @param {When} when @returns {Promise<[string, string][]>} */
async function ownMessages(language, when) {
  const catalogues = await readWebCatalogues();
  return catalogues.flatMap((catalogue) =>
    [...messagesIn([catalogue], language)].filter(([key]) => isSaid(catalogue, key, when)),
  );
}

/** What a language lacks is said in English. @param {string} language @param {When} when @returns {Promise<Record<string, string | Part[]>>} */
export async function compiledWords(language, when) {
  const reports = await readCatalogues();
  const inBoth = ['en', language].map(async (each) => [
    ...[...messagesIn(reports, each)].filter(([key]) => SHARED[when].test(key)),
    ...(await ownMessages(each, when)),
  ]);
  const texts = (await Promise.all(inBoth)).flat();
  const locale = reports.find((each) => each.language === language)?.texts['@@locale'] ?? language;
  return {
    '@@locale': locale,
    ...Object.fromEntries(texts.map(([key, text]) => [key, compileMessage(text)])),
  };
}

const CATALOGUE = /\/words\/[a-z]{2,3}\.json$/;
const MODULE = /\/words\/([a-z]{2,3})\.json\?(first|more)$/;

/** `import('./de.json?first')` gives messages of a language. @returns {import('vite').Plugin} */
export const wordsPlugin = () => ({
  name: 'rounds-words',
  enforce: 'pre',
  load: {
    filter: { id: MODULE },
    async handler(id) {
      const [, language = '', when] = MODULE.exec(id) ?? [];
      const words = await compiledWords(language, when === 'first' ? 'first' : 'more');
      return { code: `export default ${JSON.stringify(words)};`, moduleType: 'js' };
    },
  },
  // Each holds words of all catalogues.
  hotUpdate({ file }) {
    if (!CATALOGUE.test(file)) return undefined;
    return [...this.environment.moduleGraph.idToModuleMap.values()].filter(({ id }) => MODULE.test(id ?? ''));
  },
});
