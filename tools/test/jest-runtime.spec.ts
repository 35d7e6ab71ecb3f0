import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import compression from 'compression';
import { describe, expect, it } from '@jest/globals';

/** An update of jest that changes what tools/jest/runtime.mjs stands on would only make the tests slow: this tells. */
describe('what jest runs test files in', () => {
  it('takes packages as Node loads them, one copy for all', () => {
    expect(compression).toBe(createRequire(import.meta.url)('compression'));
  });

  it("is Node's own realm", async () => {
    const missing = await readFile('/there/is/no/such/file').catch((error: unknown) => error);
    expect(missing).toBeInstanceOf(Error);
  });
});
