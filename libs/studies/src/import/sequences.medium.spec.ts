/** Whatever was imported before, and wherever it broke off: the study is what came last. Real: MongoDB and S3. */
import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { systemClock } from '@rounds/adapters/clock';
import type { RecordDocument } from '@rounds/contracts/collections';
import fc from 'fast-check';
import {
  ae,
  failingAt,
  importHarness,
  TODAY,
  writeStudy,
  type ImportHarness,
} from '../testing/import-harness.ts';
import { withFolder, writeRows } from '../testing/study-folder.ts';
import { importStudy } from './import-study.ts';

const event = fc.record({
  sequence: fc.integer({ min: 1, max: 9 }),
  term: fc.constantFrom('rash', 'fever', 'fall'),
});
const events = fc
  .array(event, { minLength: 1, maxLength: 12 })
  .map((all) => all.map(({ sequence, term }) => ae(sequence, { AETERM: term })));
const delivery = fc.record({
  events,
  medications: events.map((rows) =>
    rows.map(({ AESEQ, ...row }) => ({ ...row, DOMAIN: 'CM', CMSEQ: AESEQ ?? 1 })),
  ),
  /** Nobody sees whether it breaks off, and where. */
  diesAt: fc.option(fc.integer({ min: 1, max: 4 }), { nil: Infinity }),
});
type Delivery = typeof delivery extends fc.Arbitrary<infer T> ? T : never;

const write = async (folder: string, { events: rows, medications }: Delivery): Promise<void> => {
  for (const file of await readdir(folder)) await rm(join(folder, file));
  await writeStudy(folder, rows);
  await writeRows(folder, 'CM', medications);
};

const bare = (rows: readonly RecordDocument[]) =>
  rows
    .map(({ domain, key, subject, day, row, hash }) => ({ domain, key, subject, day, row, hash }))
    .sort((a, b) => (`${a.domain}|${a.key}` < `${b.domain}|${b.key}` ? -1 : 1));

const fresh = async <T>(work: (study: ImportHarness) => Promise<T>): Promise<T> => {
  const study = await importHarness();
  try {
    return await work(study);
  } finally {
    await study.close();
  }
};

it('holds the last delivery and nothing else after any sequence of imports, some of which die', async () => {
  const property = fc.asyncProperty(fc.array(delivery, { maxLength: 4 }), delivery, async (earlier, last) =>
    withFolder(async (folder) => {
      const inTurn = await fresh(async (study) => {
        for (const [at, each] of earlier.entries()) {
          await write(folder, each);
          const now = () => new Date(systemClock().getTime() + at * 120_000);
          const mongo = failingAt(study.mongo, each.diesAt);
          const before = bare(await study.records());
          try {
            await importStudy(
              { folder, today: TODAY, acceptRemovals: true },
              { mongo, store: study.store, now },
            );
          } catch (error) {
            expect(String(error)).toContain('power cut');
            expect(bare(await study.records())).toEqual(before);
          }
        }
        await write(folder, last);
        const now = () => new Date(systemClock().getTime() + earlier.length * 120_000);
        await study.run(folder, { acceptRemovals: true }, now);
        return bare(await study.records());
      });
      expect(inTurn).toEqual(
        await fresh(async (study) => (await study.run(folder), bare(await study.records()))),
      );
    }),
  );
  await fc.assert(property, { numRuns: 12 });
});
