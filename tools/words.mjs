/**
 * The catalogues of what Rounds says: one JSON file a language and area, its messages in ICU MessageFormat, in folders
 * `words` of report types, in model/words/<area>, and of the web app. From them come the list of languages, the type of
 * what each message is given, and a module that holds those of reports and mails: a language is added by adding its files.
 */
import { existsSync } from 'node:fs';
import { readFile, readdir } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { TYPE, parse } from '@formatjs/icu-messageformat-parser';

const here = fileURLToPath(new URL('..', import.meta.url));
const SOURCES = 'libs/report-types/src';
const WEB_SOURCES = 'apps/web/src';
const SOURCE_LANGUAGE = 'en';
const HEAD = '/** Generated from the catalogues by `npm run generate`: do not edit. */\n';

/** @typedef {{ language: string, file: string, texts: Record<string, any> }} Catalogue */

/** What stands beside the messages: `@@locale`, and of one message `@its-key`. @param {string} key */
const isMessage = (key) => !key.startsWith('@');

/** @param {string} a @param {string} b */
const byName = (a, b) => (a < b ? -1 : a > b ? 1 : 0);

/** @param {string} root @param {string} sources @returns {Promise<Catalogue[]>} the source language first */
export async function readCatalogues(root = here, sources = SOURCES) {
  if (!existsSync(join(root, sources))) return [];
  const names = await readdir(join(root, sources), { recursive: true });
  const files = names.filter((name) => /(^|\/)words\/([a-z-]+\/)?[a-z]{2,3}\.json$/.test(name)).sort(byName);
  const found = await Promise.all(
    files.map(async (name) => {
      const file = `${sources}/${name}`;
      const texts = JSON.parse(await readFile(join(root, file), 'utf8'));
      return { language: /([a-z]+)\.json$/.exec(name)?.[1] ?? '', file, texts };
    }),
  );
  const rank = (/** @type {Catalogue} */ { language }) =>
    `${language === SOURCE_LANGUAGE ? 0 : 1}${language}`;
  return found.sort((a, b) => byName(rank(a), rank(b)) || byName(a.file, b.file));
}

/** @param {string} root */
export const readWebCatalogues = (root = here) => readCatalogues(root, WEB_SOURCES);

/** @param {Catalogue[]} catalogues */
const languagesOf = (catalogues) => [...new Set(catalogues.map(({ language }) => language))];

/**
 * What a message must be given, by name: a number where it is counted or put as one, else a word.
 *
 * @param {string} text
 * @returns {Map<string, 'number' | 'string'>}
 */
function placesOf(text) {
  const places = new Map();
  /** @param {import('@formatjs/icu-messageformat-parser').MessageFormatElement[]} elements */
  const visit = (elements) => {
    for (const element of elements) {
      if (element.type === TYPE.plural || element.type === TYPE.number) places.set(element.value, 'number');
      else if (element.type === TYPE.argument || element.type === TYPE.select)
        places.set(element.value, places.get(element.value) ?? 'string');
      if ('options' in element) for (const { value } of Object.values(element.options)) visit(value);
    }
  };
  visit(parse(text, { ignoreTag: true }));
  return places;
}

/** @param {Catalogue[]} catalogues @param {string} language @returns {Map<string, string>} */
export const messagesIn = (catalogues, language) =>
  new Map(
    catalogues
      .filter((catalogue) => catalogue.language === language)
      .flatMap(({ texts }) => Object.entries(texts).filter(([key]) => isMessage(key))),
  );

/** Its places, and those that other languages alone may need. @param {Catalogue[]} catalogues @param {string} key @param {string} text */
const givenTo = (catalogues, key, text) => {
  const beside = catalogues.find(({ texts }) => Object.hasOwn(texts, `@${key}`))?.texts[`@${key}`];
  const more = Object.keys(beside?.placeholders ?? {}).map((name) => /** @type {const} */ ([name, 'string']));
  return new Map([...more, ...placesOf(text)]);
};

/** Keys for which a language has no words yet: they are said in English. @param {Catalogue[]} catalogues @param {string} language */
function lackingIn(catalogues, language) {
  const messages = messagesIn(catalogues, language);
  return [...messagesIn(catalogues, SOURCE_LANGUAGE).keys()].filter((key) => !messages.has(key));
}

/** Languages with words for every message. */
export async function wholeLanguages() {
  const catalogues = await readCatalogues();
  return languagesOf(catalogues).filter((language) => lackingIn(catalogues, language).length === 0);
}

/** What would be said wrongly, or by nobody. @param {Catalogue[]} catalogues @returns {string[]} */
export function faultsIn(catalogues) {
  const english = messagesIn(catalogues, SOURCE_LANGUAGE);
  /** @param {string} key @param {string} text */
  const faultsOf = (key, text) => {
    const source = english.get(key);
    if (source === undefined) return ['is no message'];
    const given = givenTo(catalogues, key, source);
    const said = placesOf(text);
    const unknown = [...said].flatMap(([name, type]) => {
      if (!given.has(name)) return [`is not given {${name}}`];
      return type === 'number' && given.get(name) !== 'number' ? [`counts {${name}}, which is a word`] : [];
    });
    const leftOut = [...placesOf(source)].flatMap(([name, type]) =>
      type === 'string' && !said.has(name) && key !== 'label-in-sentence' ? [`does not say {${name}}`] : [],
    );
    const isEmpty = text === '' && key !== 'between-sentences';
    return [...unknown, ...leftOut, ...(isEmpty ? ['is empty'] : [])];
  };
  return languagesOf(catalogues).flatMap((language) =>
    [...messagesIn(catalogues, language)].flatMap(([key, text]) =>
      faultsOf(key, text).map((fault) => `${language}: ${key} ${fault}`),
    ),
  );
}

const TYPES = { number: 'number | null', string: 'string' };

/** @param {Catalogue[]} catalogues */
const messageTypes = (catalogues) => {
  const lines = [...messagesIn(catalogues, SOURCE_LANGUAGE)].map(([key, text]) => {
    const places = [...givenTo(catalogues, key, text)].map(([name, type]) => `${name}: ${TYPES[type]}`);
    return `${JSON.stringify(key)}: ${places.length === 0 ? 'null' : `{ ${places.join('; ')} }`};`;
  });
  return `${HEAD}/** What each message is given; null where nothing. */\nexport interface Messages {${lines.join('\n')}}\n`;
};

const MODULE = `${SOURCES}/model/words/catalogues.generated.ts`;

/** @param {Catalogue[]} catalogues */
const catalogueModule = (catalogues) => {
  const named = catalogues.map(({ language, file }) => {
    const area =
      file
        .split('/')
        .filter((part) => part !== 'words')
        .at(-2) ?? '';
    const name = `${area}-${language}`.replaceAll(/-(.)/g, (_, letter) => letter.toUpperCase());
    const path = relative(dirname(MODULE), file);
    return { language, name, path: path.startsWith('.') ? path : `./${path}` };
  });
  const imports = named.map(({ name, path }) => `import ${name} from '${path}' with { type: 'json' };`);
  const entries = languagesOf(catalogues).map((language) => {
    const spreads = named.filter((each) => each.language === language).map(({ name }) => `...${name}`);
    return `${language}: { ${spreads.join(', ')} },`;
  });
  return `${HEAD}import type { Language } from '@rounds/contracts/language';\n${imports.join('\n')}
/** By language: messages by their key, and what stands beside them. */
export const CATALOGUES: Readonly<Record<Language, Readonly<Record<string, unknown>>>> = {${entries.join('\n')}};\n`;
};

/** @param {Catalogue} catalogue */
const isDraft = ({ texts }) => !/^reviewed\b/.test(texts['@@state'] ?? '');

/** @param {Catalogue[]} catalogues */
const languageModule = (catalogues) =>
  `${HEAD}/** Those that have catalogues, English first: what a language lacks is said in it. */
export const LANGUAGES = ${JSON.stringify(languagesOf(catalogues))} as const;
/** Of which some words nobody has reviewed. */
export const DRAFT_LANGUAGES: readonly (typeof LANGUAGES)[number][] = ${JSON.stringify(languagesOf(catalogues.filter(isDraft)))};\n`;

/** @param {string} root @returns {Promise<Record<string, string>>} source text by file, not yet formatted @throws Error for what would be said wrongly */
export async function generateWords(root = here) {
  const [catalogues, ofWeb] = await Promise.all([readCatalogues(root), readWebCatalogues(root)]);
  const faults = [...faultsIn(catalogues), ...faultsIn(ofWeb)];
  if (faults.length > 0) throw new Error(`The catalogues of words:\n${faults.join('\n')}`);
  return {
    'libs/contracts/src/languages.generated.ts': languageModule(catalogues),
    [`${SOURCES}/model/words/messages.generated.ts`]: messageTypes(catalogues),
    [MODULE]: catalogueModule(catalogues),
    ...(ofWeb.length > 0 && { [`${WEB_SOURCES}/words/messages.generated.ts`]: messageTypes(ofWeb) }),
  };
}

const SHOWN = 5;

/** One line a language that lacks something. @param {Catalogue[]} catalogues */
export const lackingLines = (catalogues) =>
  languagesOf(catalogues).flatMap((language) => {
    const lacking = lackingIn(catalogues, language);
    if (lacking.length === 0) return [];
    const more = lacking.length > SHOWN ? ', …' : '';
    return [
      `${language} lacks ${lacking.length}, said in English: ${lacking.slice(0, SHOWN).join(', ')}${more}`,
    ];
  });

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const copy = process.argv.indexOf('--copy') + 1;
  const root = copy > 0 ? process.argv[copy] : here;
  const lines = [...lackingLines(await readCatalogues(root)), ...lackingLines(await readWebCatalogues(root))];
  for (const line of lines) console.log(line);
  process.exitCode = process.argv.includes('--release') && lines.length > 0 ? 1 : 0;
}
