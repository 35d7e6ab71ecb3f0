import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll } from '@jest/globals';

const folders: string[] = [];

/** A folder of the test's own; all are removed when the file has run. */
export const newFolder = async (): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), 'rounds-tools-'));
  folders.push(folder);
  return folder;
};

afterAll(async () => {
  await Promise.all(folders.map((folder) => rm(folder, { recursive: true, force: true })));
});

/**
 * Asks until there is an answer; a question that fails is asked again, as servers come and go here.
 *
 * @throws after 20 seconds
 */
export const until = async <T>(question: () => Promise<T | undefined | false>): Promise<T> => {
  for (const end = Date.now() + 20_000; Date.now() < end;) {
    const answer = await question().catch(() => undefined);
    if (answer !== undefined && answer !== false) return answer;
    await delay(25);
  }
  throw new Error('It did not happen within 20 s.');
};
