/**
 * Random series of imports, some of which are refused or die on the way: whatever a cut took over of the ones before,
 * it holds what the study holds. Real: the import, MongoDB and S3.
 */
import { rm } from 'node:fs/promises';
import { createFetchActivities } from '@rounds/activities-fetch/fetch.activities';
import { readCut } from '@rounds/activities-fetch/testing/study';
import type { Clock } from '@rounds/adapters/clock';
import type { Mongo } from '@rounds/adapters/mongo/client';
import { visibleAt } from '@rounds/adapters/mongo/generations';
import { ensureIndexes } from '@rounds/adapters/mongo/indexes';
import { joinTreatments, readTreatments } from '@rounds/adapters/mongo/treatments';
import { roleObjects } from '@rounds/adapters/testing/role-objects';
import { testMongo, testObjectStore, uniqueName } from '@rounds/adapters/testing/servers';
import type { ObjectStore } from '@rounds/adapters/s3/object-store';
import { compareBytes } from '@rounds/contracts/byte-order';
import type { CutDataset } from '@rounds/contracts/cut';
import type { SdtmRow } from '@rounds/contracts/received';
import { subjectSites } from '@rounds/contracts/subject-sites';
import { importStudy } from '@rounds/studies/import/import-study';
import { ae, failingAt } from '@rounds/studies/testing/import-harness';
import { withFolder, without, writeRows } from '@rounds/studies/testing/study-folder';
import fc from 'fast-check';

let mongo: Mongo & { readonly name: string };
let objects: ObjectStore;
beforeAll(async () => {
  mongo = testMongo('segmented');
  await ensureIndexes(mongo);
  objects = await testObjectStore('segmented');
});
afterAll(() => mongo.close());

interface Step {
  /** By sequence number: the day of the event, null for none, and its term. */
  readonly events: readonly { readonly seq: number; readonly day: number | null; readonly term: string }[];
  /** Of two subjects. */
  readonly sites: readonly string[];
  readonly arms: readonly string[];
  /** The write at which the process dies; null: it does not. */
  readonly dies: number | null;
  /** Whether so many rows may go. */
  readonly accepts: boolean;
  /** Whether a report is made of it, and of which type. */
  readonly report: 'study-weekly' | 'safety-weekly' | null;
}

const term = fc.constantFrom('headache', 'fall');
const step: fc.Arbitrary<Step> = fc.record({
  events: fc.uniqueArray(
    fc.record({
      seq: fc.integer({ min: 1, max: 30 }),
      day: fc.option(fc.integer({ min: 1, max: 12 })),
      term,
    }),
    { selector: ({ seq }) => seq, maxLength: 30 },
  ),
  sites: fc.tuple(fc.constantFrom('701', '702'), fc.constantFrom('701', '702')),
  arms: fc.tuple(fc.constantFrom('Placebo', 'High'), fc.constantFrom('Low', 'High')),
  dies: fc.option(fc.integer({ min: 1, max: 3 }), { freq: 3 }),
  accepts: fc.boolean(),
  report: fc.constantFrom('study-weekly', 'safety-weekly', null),
});

const rowsOf = (studyId: string, { events, sites, arms }: Step): Record<'DM' | 'AE' | 'TS', SdtmRow[]> => ({
  DM: sites.map((SITEID, index) => ({
    ...{ STUDYID: studyId, DOMAIN: 'DM', USUBJID: `S1-701-0${String(index + 1)}`, SITEID },
    ...{ ARM: arms[index] ?? '', DMDTC: '2024-01-02' },
  })),
  AE: events.map(({ seq, day, term: AETERM }) => {
    // One day that cannot be.
    const AEDTC = day === 12 ? '2206-01-12' : `2024-01-${String(day).padStart(2, '0')}`;
    const row = { ...ae(seq, { AETERM, AEDTC }), STUDYID: studyId };
    return day === null ? without(row, 'AEDTC', 'AESTDTC') : row;
  }),
  TS: [{ STUDYID: studyId, DOMAIN: 'TS', TSSEQ: 1, TSPARMCD: 'TITLE', TSVAL: 'A small trial' }],
});

/** Each moment is two minutes later: what is under way is taken for dead. */
const clock = (): Clock => {
  let at = Date.parse('2024-02-05T06:00:00Z');
  return () => new Date((at += 120_000));
};

const bring = async (studyId: string, each: Step, now: Clock): Promise<void> => {
  await withFolder(async (folder) => {
    for (const [domain, rows] of Object.entries(rowsOf(studyId, each))) {
      if (rows.length > 0) await writeRows(folder, domain, rows);
      else await rm(`${folder}/${domain.toLowerCase()}.ndjson`, { force: true });
    }
    const store = roleObjects('import', objects);
    const database = each.dies === null ? mongo : failingAt(mongo, each.dies);
    const options = { folder, today: '2024-02-05', ...(each.accepts && { acceptRemovals: true as const }) };
    await importStudy(options, { mongo: database, store, now }).catch((error: unknown) => {
      // It died, or was refused.
      if (!/power cut|Nothing was imported/.test(String(error))) throw error;
    });
  });
};

const wholeReading = async (studyId: string, domain: CutDataset, generation: number) => {
  const rows = await mongo
    .collection('records')
    .find({ studyId, domain, ...visibleAt(generation) })
    .toArray();
  return rows
    .map(({ key, day, subject, receivedAt, row }) => ({
      ...{ key, day, subject, receivedAt: receivedAt.toISOString(), row },
    }))
    .sort((a, b) => compareBytes(a.key, b.key));
};

it('holds what the whole database does', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 2, maxLength: 6 }), async (steps) => {
      const [studyId, now] = [uniqueName('S'), clock()];
      const fetch = createFetchActivities({
        ...{ mongo, objects, codeVersion: '0.1.0', now, beat: () => undefined, segmentRows: 4 },
      });
      for (const each of steps) {
        await bring(studyId, each, now);
        const study = await mongo.collection('studies').findOne({ _id: studyId });
        const { report: reportType } = each;
        if (study === null || reportType === null) continue;
        const cut = await readCut(
          objects,
          await fetch.freezeCut({
            ...{ runId: uniqueName('run'), studyId, sites: 'all', timeZone: 'UTC', reportType },
            period: { start: '2024-01-08', end: '2024-01-15' },
          }),
        );
        for (const domain of ['DM', 'AE', 'LB'] as const) {
          const whole = await wholeReading(studyId, domain, study.generation);
          expect(cut.stored(domain)).toEqual(whole);
          expect(cut.manifest.datasets[domain]?.expected).toBe(whole.length);
        }
        const { siteOf } = subjectSites(
          (await wholeReading(studyId, 'DM', study.generation)).map(({ subject, row }) => ({
            ...{ subject, siteId: row.SITEID },
          })),
        );
        expect(cut.subjects).toEqual([...siteOf].map(([subject, siteId]) => ({ subject, siteId })));
        const treatments = await readTreatments(
          ...([mongo.collection('records'), studyId, {}, { from: { $lte: study.generation } }] as const),
        );
        expect(cut.manifest.treatments).toEqual(joinTreatments(treatments, study.formerTreatments));
      }
    }),
    { numRuns: 15 },
  );
});
