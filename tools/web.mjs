/** Builds the web app (apps/web) into dist/web by Vite. `npm run build` does it with the rest. */
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { brotliCompress } from 'node:zlib';
import { wordsPlugin } from './web-words.mjs';
import { wholeLanguages } from './words.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Where the API serves it. */
export const WEB_BASE = '/app/';

export const WEB_SOURCES = join(root, 'apps/web');

/**
 * React Aria brings its own words in thirty languages: those that Rounds does not speak stay out.
 *
 * @param {string[]} languages @returns {import('vite').Plugin}
 */
const libraryLanguages = (languages) => ({
  name: 'rounds-library-languages',
  enforce: 'pre',
  resolveId(source, importer) {
    const [, language] = /\/intl\/.*?([a-z]{2})-[A-Z]{2}\.m?js$/.exec(source) ?? [];
    const isLeftOut = language !== undefined && !languages.includes(language);
    return isLeftOut && /react-aria|react-stately/.test(importer ?? '') ? '\0no-words' : undefined;
  },
  load: (id) => (id === '\0no-words' ? 'export default {};' : undefined),
});

/** The page's own script; then what most see first, which a browser would else learn of by running that one. */
const BEGINNING = ['src/main.ts'];
const LAST = 'src/app.tsx';
const FIRST_SCREEN = ['src/auth/oidc.ts', LAST, 'src/screens/home/home.screen.tsx'];

/** What clients ask first. */
const CONFIG = '/api/v1/config';

/** @typedef {import('vite').Rolldown.PluginContext} PluginContext */
/** @typedef {import('vite').Rolldown.OutputChunk} Chunk */

/**
 * The modules that come with the first screen are one file, and those of its beginning another: each more would be a
 * way to the server and back. The page names them, so that they are on their way with it; the sign-in comes first, as it
 * has a way of its own to go.
 */
function firstScreen() {
  const [beginning, first] = [new Set(), new Set()];
  /** @param {PluginContext} context @param {Set<string>} found @param {string} id */
  const take = (context, found, id) => {
    if (found.has(id) || beginning.has(id)) return;
    found.add(id);
    for (const imported of context.getModuleInfo(id)?.importedIds ?? []) take(context, found, imported);
  };
  /** @param {PluginContext} context @param {Set<string>} found @param {string[]} modules */
  const takeAll = (context, found, modules) => {
    for (const id of context.getModuleIds())
      if (modules.some((module) => id.endsWith(module))) take(context, found, id);
  };
  /** @type {import('vite').Plugin} */
  const plugin = {
    name: 'rounds-first-screen',
    buildEnd() {
      takeAll(this, beginning, BEGINNING);
      takeAll(this, first, FIRST_SCREEN.slice(1));
    },
    transformIndexHtml: { order: 'post', handler: (_page, { bundle = {} }) => linksTo(bundle) },
  };
  const groups = [
    { name: 'begin', priority: 2, test: (/** @type {string} */ id) => beginning.has(id) },
    { name: 'first', priority: 1, test: (/** @type {string} */ id) => first.has(id) },
  ];
  return { plugin, groups };
}

/** @param {import('vite').Rolldown.OutputBundle} bundle @returns {import('vite').HtmlTagDescriptor[]} */
function linksTo(bundle) {
  const chunks = Object.values(bundle).flatMap((output) => (output.type === 'chunk' ? [output] : []));
  /** @param {string[]} modules */
  const chunksOf = (modules) =>
    modules.flatMap((module) =>
      chunks.filter(({ moduleIds }) => moduleIds.some((id) => id.endsWith(module))),
    );
  /** @param {Chunk[]} found @returns {Chunk[]} */
  const withImports = (found) =>
    found.flatMap((chunk) => [
      chunk,
      ...withImports(chunks.filter(({ fileName }) => chunk.imports.includes(fileName))),
    ]);
  const there = chunksOf(BEGINNING);
  const needed = withImports(chunksOf(FIRST_SCREEN)).filter((chunk) => !there.includes(chunk));
  const styles = needed.flatMap(({ viteMetadata }) => [...(viteMetadata?.importedCss ?? [])]);
  /** @param {Record<string, string>} attrs @returns {import('vite').HtmlTagDescriptor} */
  const link = (attrs) => ({ tag: 'link', attrs: { ...attrs, crossorigin: true }, injectTo: 'head' });
  return [
    link({ rel: 'preload', as: 'fetch', href: CONFIG }),
    ...[...new Set(styles)].map((file) => link({ rel: 'stylesheet', href: WEB_BASE + file })),
    ...[...new Set(needed)].map(({ fileName, moduleIds }) =>
      link({
        rel: 'modulepreload',
        href: WEB_BASE + fileName,
        // The largest by far, and the last that is needed.
        ...(moduleIds.some((id) => id.endsWith(LAST)) && { fetchpriority: 'low' }),
      }),
    ),
  ];
}

/** @param {string} outDir @returns {Promise<import('vite').InlineConfig>} */
const configFor = async (outDir) => {
  const { plugin, groups } = firstScreen();
  return {
    root: WEB_SOURCES,
    base: WEB_BASE,
    configFile: false,
    logLevel: 'warn',
    // Also where a test builds it.
    mode: 'production',
    define: { 'process.env.NODE_ENV': '"production"' },
    plugins: [wordsPlugin(), libraryLanguages(await wholeLanguages()), plugin],
    build: {
      outDir,
      emptyOutDir: true,
      target: 'es2023',
      manifest: true,
      // Inlined files would be `data:`, which the policy of the page does not take.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      // Libraries mark modules for React's servers, which the app has none of.
      rolldownOptions: {
        output: { codeSplitting: { groups } },
        checks: { pluginTimings: false },
        onwarn: (warning, warn) => {
          if (warning.code !== 'MODULE_LEVEL_DIRECTIVE') warn(warning);
        },
      },
    },
  };
};

/**
 * Beside each script and style the same as small as Brotli makes it, which takes too long to be done at each request:
 * a seventh less than what is done there.
 *
 * @param {string} folder
 */
async function compressFiles(folder) {
  const compress = promisify(brotliCompress);
  const names = (await readdir(folder)).filter((name) => /\.(?:js|css)$/.test(name));
  await Promise.all(
    names.map(async (name) => {
      const path = join(folder, name);
      await writeFile(`${path}.br`, await compress(await readFile(path)));
    }),
  );
}

export async function buildWeb(outDir = join(root, 'dist/web')) {
  const { build } = await import('vite');
  await build(await configFor(outDir));
  await compressFiles(join(outDir, 'assets'));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await buildWeb(process.argv[2]);
