/** What each process is given to sign in to MongoDB and S3 with: a file a process, which its owner alone can read. */
import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** By the names of processes, what its environment gets. */
export type Credentials = Readonly<Record<string, Readonly<Record<string, string>>>>;

const variablesIn = (text: string): Record<string, string> =>
  Object.fromEntries([...text.matchAll(/^(\w+)=(.*)$/gm)].map(([, name = '', value = '']) => [name, value]));

/** What the file holds and is not given anew stays: a store shows the secret of a key pair only once. */
export const writeCredentials = async (folder: string, credentials: Credentials): Promise<string[]> => {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const written: string[] = [];
  for (const [name, variables] of Object.entries(credentials)) {
    const file = join(folder, `${name}.env`);
    const held = variablesIn(await readFile(file, 'utf8').catch(() => ''));
    const lines = Object.entries({ ...held, ...variables }).map(([key, value]) => `${key}=${value}\n`);
    await writeFile(file, lines.join(''), { mode: 0o600 });
    await chmod(file, 0o600);
    written.push(file);
  }
  return written;
};
