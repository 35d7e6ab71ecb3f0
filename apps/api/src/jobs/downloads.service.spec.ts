import type { ChosenFiles } from './chosen-files.service.ts';
import { Downloads } from './downloads.service.ts';
import type { Files } from './files.service.ts';

const CALLER = {} as Parameters<Downloads['contentFor']>[0];

it('opens no stream of a file whose opening cannot be recorded', async () => {
  const opened: string[] = [];
  const files = {
    demandThere: () => Promise.resolve(),
    stream: () => {
      opened.push('stream');
      return Promise.resolve();
    },
  };
  const chosen = {
    choose: () => Promise.resolve({ run: {}, file: { format: 'pdf', sha256: 'ab' } }),
    recordOpening: () => Promise.reject(new Error('The database does not answer.')),
  };
  const downloads = new Downloads(chosen as unknown as ChosenFiles, files as unknown as Files);
  await expect(downloads.contentFor(CALLER, 'run_1', { format: 'pdf' })).rejects.toThrow('does not answer');
  expect(opened).toEqual([]);
});
