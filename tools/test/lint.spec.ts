import { execFile } from 'node:child_process';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { newFolder } from './support.ts';

/** Real: oxlint with the configuration of this repository, on files that break its rules. */

const ROOT = resolve(import.meta.dirname, '../..');

/** By file: what it says, and the rules that it breaks. */
const FILES: Record<string, { text: string; faults: string[] }> = {
  'libs/contracts/src/a.ts': {
    text: `import '@rounds/adapters/clock'; import './b.ts'; import 'node:fs'; import 'zod';`,
    faults: ['house(arrows)', 'no-restricted-imports'],
  },
  'activities/fetch/src/a.ts': {
    text: `import '@rounds/activities-render/a'; import '@rounds/contracts/run'; import 'mongodb';`,
    faults: ['house(arrows)', 'no-restricted-imports'],
  },
  'activities/fetch/src/b.ts': {
    text: `import '../../render/src/a.ts'; import '@rounds/activities-fetch/a'; export * from '@rounds/studies/a';`,
    faults: ['house(arrows)', 'house(arrows)', 'house(arrows)'],
  },
  'workflows/src/a.ts': {
    text: `import '@nestjs/common'; await import('@rounds/blinding/a'); export const a = Date.now();`,
    faults: ['house(arrows)', 'no-restricted-imports'],
  },
  'workflows/test/a.ts': {
    text: `import '@rounds/activities-fetch/a'; import '@temporalio/client'; export const a = Date.now();`,
    faults: ['house(clock)'],
  },
  'libs/adapters/src/a.ts': {
    text: `import 'mongodb'; export const a = [new Date(), Temporal.Now.instant(), systemClock(), {} as Audited];`,
    faults: ['house(audited)', 'house(clock)', 'house(clock)', 'house(system-clock)'],
  },
  'libs/blinding/src/a.ts': {
    text: `if (a.reason.includes('x') || a === 'not on a sentence') b(/x/.test(error.message), /x/.exec(\`\${a.field}: \${rule}\`), process.env.A);`,
    faults: [
      'house(no-branch-on-words)',
      'house(no-branch-on-words)',
      'house(no-branch-on-words)',
      'house(no-branch-on-words)',
      'no-restricted-properties',
    ],
  },
  'apps/worker/src/config.ts': {
    text: `import '@rounds/activities-fetch/a'; import '@rounds/api/a'; export const a = process.env.A;`,
    faults: [],
  },
  'apps/cli/src/a.ts': {
    text: `import '@rounds/api/a'; import '@rounds/client/a'; export const a = systemClock();`,
    faults: ['house(arrows)'],
  },
  'apps/e2e/src/a.spec.ts': {
    text: `import '../../../tools/demo.mjs'; import '@rounds/studies/a'; if (page.includes('in words')) b();`,
    faults: ['house(arrows)'],
  },
};

let found: Record<string, string[]>;

beforeAll(async () => {
  const folder = await newFolder();
  const config = JSON.parse(await readFile(join(ROOT, '.oxlintrc.json'), 'utf8')) as object;
  const here = { options: {}, jsPlugins: [join(ROOT, 'tools/lint/house.mjs')] };
  await writeFile(join(folder, '.oxlintrc.json'), JSON.stringify({ ...config, ...here }));
  for (const [file, { text }] of Object.entries(FILES)) {
    await mkdir(dirname(join(folder, file)), { recursive: true });
    await writeFile(join(folder, file), text);
  }
  const lint = promisify(execFile)(join(ROOT, 'node_modules/.bin/oxlint'), ['-f', 'json'], { cwd: folder });
  const { stdout } = await lint.catch((error: unknown) => error as { stdout: string });
  const { diagnostics } = JSON.parse(stdout) as { diagnostics: { code: string; filename: string }[] };
  found = Object.fromEntries(Object.keys(FILES).map((file) => [file, []]));
  for (const { code, filename } of diagnostics)
    found[filename]?.push(code.replace('eslint(', '').replace(/^([\w-]+)\)$/, '$1'));
});

describe('lint', () => {
  it.each(Object.entries(FILES))('finds in %s what stands against the rules', (file, { faults }) => {
    expect(found[file]?.sort()).toEqual(faults);
  });
});
