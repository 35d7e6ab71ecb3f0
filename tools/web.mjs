/** Builds the web app (apps/web) into dist/web by Vite. `npm run build` does it with the rest. */
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import { wordsPlugin } from './web-words.mjs';
import { wholeLanguages } from './words.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Where the API serves it. */
export const WEB_BASE = '/app/';

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

/** What most see first. Else a browser learns of each only by running the one before. */
const FIRST_SCREEN = ['src/app.tsx', 'src/auth/oidc.ts', 'src/screens/home/home.screen.tsx'];

/** @typedef {import('vite').Rolldown.OutputBundle} Bundle */

/** The chunk of a module with all that it imports. @param {Bundle} bundle @param {string} module @returns {import('vite').Rolldown.OutputChunk[]} */
function chunksOf(bundle, module) {
  const chunks = Object.values(bundle).flatMap((output) => (output.type === 'chunk' ? [output] : []));
  /** @param {import('vite').Rolldown.OutputChunk | undefined} chunk @returns {import('vite').Rolldown.OutputChunk[]} */
  const withImports = (chunk) =>
    chunk === undefined || chunk.isEntry
      ? []
      : [
          chunk,
          ...chunk.imports.flatMap((file) => withImports(chunks.find(({ fileName }) => fileName === file))),
        ];
  return withImports(chunks.find(({ facadeModuleId }) => facadeModuleId?.endsWith(module)));
}

/** Its scripts are on their way with the page, its styles are there before them. @type {import('vite').Plugin} */
const preloadFirstScreen = {
  name: 'rounds-first-screen',
  transformIndexHtml: {
    order: 'post',
    handler(_page, { bundle = {} }) {
      const chunks = FIRST_SCREEN.flatMap((module) => chunksOf(bundle, module));
      const scripts = new Set(chunks.map(({ fileName }) => fileName));
      const styles = new Set(chunks.flatMap(({ viteMetadata }) => [...(viteMetadata?.importedCss ?? [])]));
      /** @param {string} rel @returns {(file: string) => import('vite').HtmlTagDescriptor} */
      const link = (rel) => (file) => ({
        tag: 'link',
        attrs: { rel, crossorigin: true, href: `${WEB_BASE}${file}` },
        injectTo: 'head',
      });
      return [...[...scripts].map(link('modulepreload')), ...[...styles].map(link('stylesheet'))];
    },
  },
};

/** @param {string} outDir @returns {Promise<import('vite').InlineConfig>} */
const configFor = async (outDir) => ({
  root: join(root, 'apps/web'),
  base: WEB_BASE,
  configFile: false,
  logLevel: 'warn',
  // Also where a test builds it.
  mode: 'production',
  define: { 'process.env.NODE_ENV': '"production"' },
  plugins: [wordsPlugin(), libraryLanguages(await wholeLanguages()), preloadFirstScreen],
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
      checks: { pluginTimings: false },
      onwarn: (warning, warn) => {
        if (warning.code !== 'MODULE_LEVEL_DIRECTIVE') warn(warning);
      },
    },
  },
});

export async function buildWeb(outDir = join(root, 'dist/web')) {
  const { build } = await import('vite');
  await build(await configFor(outDir));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await buildWeb(process.argv[2]);
