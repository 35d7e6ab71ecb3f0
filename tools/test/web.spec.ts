/** The web app is built as for production, and weighed. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, brotliDecompressSync } from 'node:zlib';
import { compiledWords } from '../web-words.mjs';

/** As they are sent to a browser that takes Brotli; every one does. */
const MOST_BYTES = 150_000;

interface Chunk {
  readonly file: string;
  readonly imports?: readonly string[];
  readonly css?: readonly string[];
}

type Manifest = Readonly<Record<string, Chunk>>;

const out = mkdtempSync(join(tmpdir(), 'rounds-web-'));
let manifest: Manifest;

beforeAll(() => {
  execFileSync(process.execPath, ['tools/web.mjs', out]);
  manifest = JSON.parse(readFileSync(join(out, '.vite', 'manifest.json'), 'utf8')) as Manifest;
});
afterAll(() => {
  rmSync(out, { recursive: true });
});

/** Scripts and styles that the page itself names: all that comes before somebody does anything, but for the words. */
const named = (): string[] => {
  const page = readFileSync(join(out, 'index.html'), 'utf8');
  return [...page.matchAll(/(?:href|src)="\/app\/([^"]+\.(?:js|css))"/g)].map(([, file = '']) => file);
};

const fileOf = (name: string): string => manifest[name]?.file ?? `no ${name}`;

const bytesOf = (file: string): number =>
  (existsSync(join(out, `${file}.br`))
    ? readFileSync(join(out, `${file}.br`))
    : brotliCompressSync(readFileSync(join(out, file)))
  ).length;

it('loads 150 kB at most for the first screen, words and signing in included', () => {
  const files = new Set(['index.html', ...named(), fileOf('src/words/ja.json?first')]);
  const bytes = [...files].reduce((sum, file) => sum + bytesOf(file), 0);
  expect(bytes).toBeLessThan(MOST_BYTES);
});

it('names in its page all that the first screen needs, so that nothing of it waits for a script to run', () => {
  const chunks = Object.values(manifest).filter(({ file }) => named().includes(file));
  const needed = chunks.flatMap(({ file, imports = [], css = [] }) => [file, ...css, ...imports.map(fileOf)]);
  expect(named()).toEqual(expect.arrayContaining([...needed, fileOf('src/auth/oidc.ts')]));
  // They are in the file of the first screen: one way to the server for all of them.
  for (const part of ['src/app.tsx', 'src/screens/home/home.screen.tsx'])
    expect(manifest).not.toHaveProperty([part]);
});

it('has each script and style compressed beside it, which the API sends in its place', () => {
  const names = readdirSync(join(out, 'assets'));
  const sources = names.filter((name) => /\.(?:js|css)$/.test(name));
  expect(names.filter((name) => name.endsWith('.br'))).toEqual(sources.map((name) => `${name}.br`));
  for (const name of sources) {
    const packed = readFileSync(join(out, 'assets', `${name}.br`));
    expect(brotliDecompressSync(packed)).toEqual(readFileSync(join(out, 'assets', name)));
  }
});

/** What the first screen is made of. */
const FIRST = [
  'shell',
  'screens/home',
  'screens/sign-in',
  'words',
  'parts/use-receive.ts',
  'model/schedule.ts',
].concat(['answer', 'button', 'fault', 'loading', 'page', 'tidings'].map((part) => `design/${part}.tsx`));

const sources = 'apps/web/src';
const filesIn = (path: string): string[] =>
  path.endsWith('.ts') || path.endsWith('.tsx')
    ? [path]
    : readdirSync(join(sources, path))
        .filter((name) => /\.tsx?$/.test(name) && !/\.(spec|generated)\./.test(name))
        .map((name) => `${path}/${name}`);

it('has the words of the first screen with it: the others come later', async () => {
  const [first, more] = await Promise.all([compiledWords('en', 'first'), compiledWords('en', 'more')]);
  const said = FIRST.flatMap(filesIn).flatMap((file) =>
    [...readFileSync(join(sources, file), 'utf8').matchAll(/'([a-z]+(?:[.-][a-z]+)*)'/g)].map(
      ([, key = '']) => key,
    ),
  );
  expect(said.filter((key) => key in more && !(key in first))).toEqual([]);
});

it('has nothing inline, which the policy of its page would refuse', () => {
  const page = readFileSync(join(out, 'index.html'), 'utf8');
  expect(page).not.toMatch(/<script(?![^>]*\bsrc=)|<style|style="|\bon\w+=/);
});
