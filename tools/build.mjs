/**
 * Builds every program into dist/: esbuild bundles our own code and leaves packages where npm put them;
 * swc transforms each file with the options that jest uses too (.swcrc), so that Nest's decorators behave alike
 * in tests and in production. The workflow bundle is a separate artefact: Temporal's own bundler makes it; so is the web
 * app, which Vite makes (web.mjs).
 */
import { copyFile, readFile, rm } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { buildWeb } from './web.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** Output below dist/ → entry point. */
const PROGRAMS = {
  'api/main': 'apps/api/src/main.ts',
  'worker/main': 'apps/worker/src/main.ts',
  'worker/pdf-worker': 'activities/render/src/pdf-worker.ts',
  'cli/main': 'apps/cli/src/main.ts',
  'bench/main': 'apps/bench/src/main.ts',
};

/** @returns {import('esbuild').Plugin} */
const swcPlugin = (/** @type {typeof import('@swc/core')} */ swc) => ({
  name: 'swc',
  setup(build) {
    build.onLoad({ filter: /\.ts$/ }, async ({ path }) => {
      const source = await readFile(path, 'utf8');
      const { code } = await swc.transform(source, { filename: path, root });
      return { contents: code, loader: 'js' };
    });
  },
});

/** Our own packages are bundled, all others stay imports. @returns {import('esbuild').Plugin} */
const externalPackages = () => ({
  name: 'external-packages',
  setup(build) {
    build.onResolve({ filter: /^[^./]/ }, ({ path, kind }) =>
      kind === 'entry-point' || path.startsWith('@rounds/') ? undefined : { path, external: true },
    );
  },
});

/** Our tools find their files from where they lie: seen from a program, two folders up. @returns {import('esbuild').Plugin} */
const toolsInPlace = () => ({
  name: 'tools-in-place',
  setup(build) {
    build.onResolve({ filter: /\/tools\/[\w/-]+\.mjs$/ }, ({ path, resolveDir }) => ({
      path: join('../..', relative(root, resolve(resolveDir, path))),
      external: true,
    }));
  },
});

/** @param {import('esbuild').BuildOptions} what goes in and where it comes out */
async function bundle(what) {
  const [{ build }, swc] = await Promise.all([import('esbuild'), import('@swc/core')]);
  await build({
    ...what,
    absWorkingDir: root,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    sourcemap: true,
    logLevel: 'warning',
    plugins: [externalPackages(), toolsInPlace(), swcPlugin(swc)],
  });
}

/** A worker loads the parts of its own role. */
const IN_PARTS = 'worker';

/** Those of one folder of dist/, or of all others. @param {boolean} inParts */
const programs = (inParts) =>
  Object.fromEntries(
    Object.entries(PROGRAMS).filter(
      ([output, entry]) => (dirname(output) === IN_PARTS) === inParts && existsSync(join(root, entry)),
    ),
  );

async function buildPrograms() {
  await Promise.all([
    bundle({ entryPoints: programs(false), outdir: 'dist' }),
    // In the program's folder: its parts find other files from where they lie.
    bundle({
      entryPoints: programs(true),
      ...{ outdir: 'dist', splitting: true, chunkNames: `${IN_PARTS}/[name]-[hash]` },
    }),
  ]);
}

/**
 * One program alone, for tools that run a part of the product.
 *
 * @param {string} entry @param {string} outfile
 */
export async function buildProgram(entry, outfile) {
  await bundle({ entryPoints: [entry], outfile });
  await copyFile(join(root, CONVERTER), join(dirname(outfile), basename(CONVERTER)));
}

/** Temporal's SDK loads the failure converter by its path, so it cannot be part of a bundle. */
const CONVERTER = 'libs/adapters/src/temporal/failure-converter.cjs';

async function copyFailureConverter() {
  const programs = new Set(Object.keys(PROGRAMS).map((output) => dirname(output)));
  for (const program of programs)
    await copyFile(join(root, CONVERTER), join(root, 'dist', program, basename(CONVERTER)));
}

async function buildWorkflows() {
  const script = join(root, 'workflows/build.mjs');
  if (!existsSync(script)) return;
  const { buildWorkflowBundle } = await import(pathToFileURL(script).href);
  await buildWorkflowBundle(join(root, 'dist/worker/workflow-bundle.js'));
}

/** @throws when anything does not build: a half-built dist must not start. */
export async function build() {
  // Parts bear hashes in their names: those of earlier builds would stay.
  await rm(join(root, 'dist', IN_PARTS), { recursive: true, force: true });
  await Promise.all([buildPrograms(), buildWorkflows(), buildWeb()]);
  await copyFailureConverter();
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await build();
