import { workflowBundle } from '../build.mjs';

/** Each worker compiles it, and each cached workflow that it runs holds it. */
const MOST_BYTES = 650_000;

describe('the workflow bundle', () => {
  let code: string;
  beforeAll(async () => {
    const [withoutMap = ''] = (await workflowBundle()).split('//# sourceMappingURL');
    code = withoutMap;
  });

  it('is small', () => {
    expect(code.length).toBeGreaterThan(100_000);
    expect(code.length).toBeLessThan(MOST_BYTES);
  });

  it('holds no schema library: what workflows share with the API is types and constants', () => {
    expect(code).not.toContain('node_modules/zod/');
  });
});
