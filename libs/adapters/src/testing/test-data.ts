/** The real study and the awkward images, where the machine has them; tests that need them say that they were skipped. */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';

const folder = resolve(process.env.ROUNDS_TEST_DATA ?? '../shared/data');

export const realStudyFolder = resolve(folder, 'cdiscpilot01');
export const awkwardImagesFolder = resolve(folder, 'images');

/** `describeWith(realStudyFolder)('…', () => …)`: skips, and says why in the test's name, where the folder is missing. */
export const describeWith = (needed: string) => (name: string, body: () => void) => {
  if (existsSync(needed)) describe(name, body);
  else describe.skip(`${name} [skipped: ${needed} is not there; set ROUNDS_TEST_DATA]`, body);
};
