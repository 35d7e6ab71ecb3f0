/** Rules that nothing asks for are taken out, with their words in each language. */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { RULES } from '@rounds/contracts/rules';

const DECLARED = 'libs/contracts/src/rules.ts';

const sourcesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !/\.(spec|generated)\.ts$|(^|\/)(test|generated)\//.test(name))
    .map((name) => join(folder, name))
    .filter((file) => file !== DECLARED);

it('asks for each rule somewhere', () => {
  const folders = [
    'apps/api/src',
    'libs/adapters/src',
    'libs/contracts/src',
    'libs/report-types/src',
    'libs/studies/src',
  ];
  const sources = folders.flatMap(sourcesIn).map((file) => readFileSync(file, 'utf8'));
  const own = readFileSync(DECLARED, 'utf8').split('as const satisfies')[1] ?? '';
  const isAsked = (code: string): boolean => [...sources, own].some((text) => text.includes(`'${code}'`));
  expect(Object.keys(RULES).filter((code) => !isAsked(code))).toEqual([]);
});
