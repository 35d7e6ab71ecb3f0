import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';

const read = (path: string): string => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');

/** Wherever a process says which variables it reads. */
const SCHEMAS = [
  'libs/adapters/src/config/environment.ts',
  'libs/adapters/src/auth/embedded-issuer.ts',
  'apps/api/src/config.ts',
  'apps/cli/src/config.ts',
  'apps/worker/src/config.ts',
];

/** Read before any schema: it chooses them. */
const ROLES = 'ROUNDS_ROLES';

const names = (text: string, pattern: RegExp): string[] =>
  [...new Set([...text.matchAll(pattern)].map(([, name = '']) => name))].sort();

const settings = [
  ...new Set([ROLES, ...SCHEMAS.flatMap((path) => names(read(path), /^ +([A-Z][A-Z0-9]*_[A-Z0-9_]+): /gm))]),
].sort();

describe('what can be set', () => {
  it('stands in .env.example, and nothing else', () => {
    expect(names(read('.env.example'), /^(\w+)=/gm)).toEqual(settings);
  });

  it('is explained to operators', () => {
    expect(names(read('docs/operations.md'), /`([A-Z][A-Z0-9]*_[A-Z0-9_]+)[`=]/g)).toEqual(
      expect.arrayContaining(settings),
    );
  });
});
