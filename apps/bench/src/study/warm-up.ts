import { FORMATS } from '@rounds/contracts/formats';
import type { Stack } from '../stack/stack.ts';
import { subscribe } from '../stack/subscriber.ts';
import { importSample } from './sample.ts';

const WEEKS = 2;

/** Weeks of the small study: the code of a worker that has just started is still being compiled. */
export const warmUp = async (stack: Stack, folder: string): Promise<void> => {
  const { studyId } = await importSample(stack, folder);
  const subscriber = await subscribe(stack, 'warm@example.org', { studyId, formats: FORMATS });
  for (let week = 0; week < WEEKS; week += 1) await subscriber.nextReport();
};
