import type { Stack } from '../stack/stack.ts';

/** The sample study as everybody gets it, moved to today. */
export const importSample = async (stack: Stack, folder: string): Promise<{ readonly studyId: string }> => {
  await stack.cli('sample', folder);
  return (await stack.cli('import', folder, '--shift-to-today')) as { studyId: string };
};
