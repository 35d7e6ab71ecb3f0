import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeCredentials } from './process-credentials.ts';

/** Small, but for a folder of its own. */
describe('what processes sign in with', () => {
  let folder: string;
  beforeAll(async () => {
    folder = join(await mkdtemp(join(tmpdir(), 'rounds-credentials-')), 'new');
  });
  afterAll(() => rm(folder, { recursive: true }));

  it('is written to a file a process that its owner alone can read, and kept where it is told only once', async () => {
    const keys = { AWS_ACCESS_KEY_ID: 'k', AWS_SECRET_ACCESS_KEY: 's=/+' };
    const [file = ''] = await writeCredentials(folder, { fetch: { MONGODB_URI: 'mongodb://a', ...keys } });
    expect(file).toBe(join(folder, 'fetch.env'));
    await writeCredentials(folder, { fetch: { MONGODB_URI: 'mongodb://b?x=1&y=2' } });
    expect(await readFile(file, 'utf8')).toBe(
      'MONGODB_URI=mongodb://b?x=1&y=2\nAWS_ACCESS_KEY_ID=k\nAWS_SECRET_ACCESS_KEY=s=/+\n',
    );
    const modes = await Promise.all([folder, file].map(async (path) => (await stat(path)).mode & 0o777));
    expect(modes).toEqual([0o700, 0o600]);
  });
});
