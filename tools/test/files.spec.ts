import { chmod, mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { privateFolder } from '../servers/files.mjs';

it('a folder of state is for its owner alone, also one that was open before', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'rounds-files-'));
  const made = join(folder, 'a/b');
  await chmod(folder, 0o755);
  await privateFolder(made);
  await privateFolder(folder);
  for (const path of [made, folder]) expect((await stat(path)).mode & 0o777).toBe(0o700);
  await rm(folder, { recursive: true });
});
