/** The real study and the awkward images, where the machine has them; tests that need them say that they were skipped. */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';

const folder = resolve(process.env.ROUNDS_TEST_DATA ?? '../shared/data');

export const realStudyFolder = resolve(folder, 'cdiscpilot01');
export const awkwardImagesFolder = resolve(folder, 'images');

/**
 * `describeWith(realStudyFolder)('…', () => …)`. Where the folder is missing one skipped test says so in its name;
 * the body is not entered, since it may read the folder to name its tests.
 */
export const describeWith = (needed: string) => (name: string, body: () => void) => {
  if (existsSync(needed)) describe(name, body);
  else it.skip(`${name} [skipped: ${needed} is not there; set ROUNDS_TEST_DATA]`, () => undefined);
};
