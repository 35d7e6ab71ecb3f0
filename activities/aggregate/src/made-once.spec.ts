/** Which datasets are given to others who ask for the same. */
import { systemClock } from '@rounds/adapters/clock';
import { createMakings } from '@rounds/adapters/s3/makings';
import { memoryObjectStore } from '@rounds/adapters/testing/memory-object-store';
import { roleObjects } from '@rounds/adapters/testing/role-objects';
import type { AggregateInput } from '@rounds/contracts/activities';
import type { Dataset } from '@rounds/contracts/dataset';
import { createAggregateActivities } from './aggregate.activities.ts';
import { runRequest, storeCut, storeDocument } from './testing/cut.ts';
import { ALL, BLINDED, rows } from './testing/stage.ts';

/** Two workers; `opened` counts how often either read a cut. */
const twoWorkers = () => {
  const objects = memoryObjectStore();
  let opened = 0;
  const own = roleObjects('aggregate', objects);
  const counted = {
    ...own,
    get: (key: string) => {
      if (key.endsWith('manifest.json')) opened += 1;
      return own.get(key);
    },
  };
  const worker = () => {
    const makings = createMakings({
      ...{ objects: counted, program: 'test', beat: () => undefined, now: systemClock },
    });
    const activities = createAggregateActivities({
      ...{ objects: counted, makings, codeVersion: '0.1.0', beat: () => undefined },
    });
    return (input: Pick<AggregateInput, 'cut'> & Partial<AggregateInput>) =>
      activities.aggregate({ run: runRequest(), scope: ALL, parameters: {}, ...input });
  };
  const read = async (key: string) => JSON.parse((await objects.get(key)).toString()) as Dataset;
  return { objects, read, opened: () => opened, one: worker(), other: worker() };
};

it('a dataset is made once for all of a scope, whose run it is whatever', async () => {
  const { objects, opened, one, other } = twoWorkers();
  const cut = await storeCut(objects, { rows: rows() });
  const made = await one({ cut });
  const run = runRequest({ runId: 'run-2', subscriptionId: 'sub_2', requestedBy: 'usr_2' });
  expect(await other({ cut, run })).toEqual(made);
  expect(await one({ cut, run })).toEqual(made);
  expect(opened()).toBe(1);
});

it('it is another one for another scope, other parameters, another cut to compare with, or on demand', async () => {
  const { objects, opened, one } = twoWorkers();
  const cut = await storeCut(objects, { rows: rows() });
  const previousCut = await storeCut(objects, { rows: rows(), manifest: { runId: 'run-0' } });
  const { subscriptionId: _none, ...onDemand } = runRequest({ trigger: 'on-demand' });
  await one({ cut });
  await one({ cut, scope: BLINDED });
  await one({ cut, run: onDemand });
  await one({ cut, previousCut });
  // Of this one, the cut before too.
  expect(opened()).toBe(5);
});

it('it is made anew where the store lacked something, which may be there again', async () => {
  const { objects, read, one, other } = twoWorkers();
  const document = await storeDocument(objects, Buffer.from('A text.'));
  const bytes = await objects.get(document.key);
  const lacking = [{ documentId: 'doc-1', kind: 'text', reason: 'missing' }] as const;
  const cut = await storeCut(objects, { rows: rows(), manifest: { documents: [document], lacking } });
  await objects.remove(document.key);
  const without = await one({ cut });
  expect((await read(without.key)).manifest.lacking).toEqual(lacking);
  await objects.put(document.key, bytes, 'text/plain');
  expect((await read((await other({ cut })).key)).documents.texts).toMatchObject([{ text: 'A text.' }]);
});
