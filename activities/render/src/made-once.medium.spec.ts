/** What runs that ask for the same share, on several workers, a real MongoDB and a real S3. */
import { systemClock } from '@rounds/adapters/clock';
import { createMakings } from '@rounds/adapters/s3/makings';
import { buildDataset } from '@rounds/report-types/study-weekly/testing/dataset';
import { createRenderActivities } from './render.activities.ts';
import { openRenderBed } from './testing/bed.ts';

let bed: Awaited<ReturnType<typeof openRenderBed>>;
beforeAll(async () => {
  bed = await openRenderBed();
});
afterAll(() => bed.close());

const noDocuments = { texts: [], images: [] };

/** Two workers; `drew` says how often either of them had to read the dataset. */
const twoWorkers = () => {
  const read: string[] = [];
  const objects = {
    ...bed.dependencies.objects,
    get: (key: string) => {
      if (key.startsWith('datasets/')) read.push(key);
      return bed.dependencies.objects.get(key);
    },
  };
  const worker = () => {
    const makings = createMakings({ objects, program: 'test', beat: () => undefined, now: systemClock });
    return createRenderActivities({ ...bed.dependencies, objects, makings });
  };
  return { read, one: worker(), other: worker() };
};

it('runs that ask for the same have their files drawn and inspected once, each with records of its own', async () => {
  const { read, one, other } = twoWorkers();
  const mine = await bed.storeDataset({ documents: noDocuments });
  const theirs = { ...mine, runId: `${mine.runId}-other`, formats: ['pdf', 'csv'] as const };
  const artefacts = await one.render(mine);
  expect(await one.inspect({ ...mine, artefacts })).toEqual([]);
  expect(read).toHaveLength(2);
  const taken = await other.render(theirs);
  expect(taken).toEqual(artefacts.filter(({ format }) => format === 'pdf' || format === 'csv'));
  expect(await other.inspect({ ...theirs, artefacts: taken })).toEqual([]);
  expect(read).toHaveLength(2);
  const records = bed.mongo.collection('artefacts').find({ runId: theirs.runId }).sort({ format: 1 });
  expect((await records.toArray()).map(({ key }) => key)).toEqual(
    [taken[1], taken[0]].map((artefact) => artefact?.key),
  );
  await one.close();
  await other.close();
});

it('runs have files drawn for each language, and anew where they are gone with the run that had them', async () => {
  const { read, one, other } = twoWorkers();
  const mine = { ...(await bed.storeDataset({ documents: noDocuments })), formats: ['json'] as const };
  const [german, english] = [await one.render({ ...mine, language: 'de' }), await one.render(mine)];
  expect(read).toHaveLength(2);
  expect(german).not.toEqual([]);
  await one.discardArtefacts({ runId: mine.runId });
  const theirs = { ...mine, runId: `${mine.runId}-other` };
  await expect(other.render(theirs)).rejects.toMatchObject({ code: 'DEPENDENCY_DOWN' });
  expect(await other.render(theirs)).toEqual(english);
  for (const { key, bytes } of english) expect(await bed.objects.size(key)).toBe(bytes);
  await one.close();
  await other.close();
});

it('runs are each told what is wrong with what was made', async () => {
  const { one, other } = twoWorkers();
  const { manifest } = buildDataset();
  const input = await bed.storeDataset({
    documents: noDocuments,
    manifest: { ...manifest, lacking: [{ documentId: 'doc_9', kind: 'text', reason: 'missing' }] },
  });
  const artefacts = await one.render(input);
  for (const worker of [one, other])
    expect(await worker.inspect({ ...input, artefacts })).toMatchObject([{ check: 'documents' }]);
  await one.close();
  await other.close();
});
