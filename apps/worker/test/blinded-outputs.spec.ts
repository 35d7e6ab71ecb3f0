/**
 * What a blinded reader is sent, of every report type, in every format, and the mail: nowhere an arm, its code, a drug
 * or a dose, and no hash from which one could be tried out. The same search finds all of them in what is unblinded.
 */
import { systemClock } from '@rounds/adapters/clock';
import { createAggregateActivities } from '@rounds/activities-aggregate/aggregate.activities';
import { runRequest } from '@rounds/activities-aggregate/testing/cut';
import { composeReportMail } from '@rounds/activities-notify/channels/email/report-mail';
import { createArtefactsRepository } from '@rounds/activities-render/artefacts.repository';
import { blindingFindings } from '@rounds/activities-render/gate/blinding';
import { draw } from '@rounds/activities-render/draw';
import { memoryObjectStore } from '@rounds/adapters/testing/memory-object-store';
import { describeWith, realStudyFolder } from '@rounds/adapters/testing/test-data';
import type { Dataset, Headline } from '@rounds/contracts/dataset';
import { FORMATS } from '@rounds/contracts/formats';
import type { Finding } from '@rounds/contracts/gate';
import type { Scope } from '@rounds/contracts/scope';
import { REPORT_TYPES, type ReportTypeId } from '@rounds/report-types/catalogue';
import { spokenHeadline } from '@rounds/report-types/spoken-headline';
import { voiceOf } from '@rounds/report-types/model/words/voice';
import { complete } from './blinded/complete.ts';
import { everyTextOf, foundIn, needlesOf } from './blinded/needles.ts';
import { realStudy, sampleStudy, type FrozenStudy } from './blinded/studies.ts';

const TYPES = Object.keys(REPORT_TYPES) as ReportTypeId[];
const BLINDED: Scope = { sites: 'all', unblinded: false };
const UNBLINDED: Scope = { sites: 'all', unblinded: true };

type Store = ReturnType<typeof memoryObjectStore>;

const makeDataset = async (objects: Store, study: FrozenStudy, reportType: ReportTypeId, scope: Scope) => {
  const stage = createAggregateActivities({ objects, codeVersion: '0.1.0', beat: () => undefined });
  const { cut, previousCut, period } = study;
  const run = runRequest({ reportType, period, due: period.end });
  const ref = await stage.aggregate({ run, cut, previousCut, scope, parameters: {} });
  const read = async <Read>(key: string) => JSON.parse((await objects.get(key)).toString()) as Read;
  return {
    run,
    ref,
    dataset: await read<Dataset>(ref.key),
    headline: await read<Headline>(ref.headlineKey),
  };
};

/** Every text that leaves the product about one report, under the name of what it stands in. */
const outputs = async (objects: Store, study: FrozenStudy, type: ReportTypeId, scope: Scope) => {
  const { run, ref, dataset, headline } = await makeDataset(objects, study, type, scope);
  const completed = await complete(objects, dataset);
  const records: unknown[] = [];
  const keep = (...given: unknown[]) => Promise.resolve(records.push(given));
  const none = () => Promise.resolve(0);
  const mongo = { collection: () => ({ replaceOne: keep, insertOne: keep, countDocuments: none }) };
  const artefacts = createArtefactsRepository(mongo as never, objects, systemClock);
  const texts: [where: string, texts: string[]][] = [];
  const stored = [];
  const found: Finding[] = [];
  for (const format of FORMATS) {
    const bytes = Buffer.from(await draw({ format, ...completed }));
    texts.push([format, await everyTextOf(bytes)]);
    found.push(...(await blindingFindings(format, bytes, completed.dataset, study.treatments)));
    const artefact = await artefacts.store(format, bytes);
    const { runId, studyId } = run;
    await artefacts.record({ runId, studyId, scope, dataset: ref, formats: FORMATS }, artefact);
    stored.push(artefact);
  }
  const mail = composeReportMail({
    headline: spokenHeadline(headline, type, voiceOf()),
    reader: { voice: voiceOf(), timeZone: 'UTC' },
    scope,
    recipientName: null,
    artefacts: stored,
    linkUrl: 'https://rounds.example.org/r/token',
    linkExpiresAt: new Date('2026-12-23T23:30:00Z'),
  });
  return {
    dataset,
    found,
    texts: [
      ...texts,
      ['mail', [JSON.stringify(mail)]],
      // In all languages, for mails to come.
      ['headline', [JSON.stringify(headline)]],
      ['records', [JSON.stringify([records, ref])]],
    ] as typeof texts,
  };
};

const found = ({ treatments }: FrozenStudy, others: readonly string[], texts: readonly string[]): string[] =>
  [...new Set(foundIn(texts, needlesOf(treatments, others)))].sort();

const studies = [
  { name: 'the sample', open: sampleStudy, others: ['Zelnorvant'] },
  { name: 'the real study', open: realStudy, others: ['High Dose', 'Low Dose'] },
];

const suite = (name: string, body: () => void): void => {
  if (name === 'the real study') describeWith(realStudyFolder)(name, body);
  else describe(name, body);
};

for (const { name, open, others } of studies)
  suite(`what blinded readers get of ${name}`.replace(/^.* of the real study$/, 'the real study'), () => {
    const objects = memoryObjectStore();
    let study: FrozenStudy;
    beforeAll(async () => {
      study = await open(objects);
    });

    it.each(TYPES)('%s: no arm, code, drug or dose, in any output', async (type) => {
      const { texts, dataset, found: told } = await outputs(objects, study, type, BLINDED);
      // Neither did the mask let anything through, nor does the gate hold back what tells nothing.
      expect([dataset.dataQuality.blindingFaults, told]).toEqual([[], []]);
      for (const [where, all] of texts) {
        expect([where, found(study, others, all)]).toEqual([where, []]);
        expect(all.length).toBeGreaterThan(0);
        for (const hash of study.testable) expect(all.some((text) => text.includes(hash))).toBe(false);
      }
    });

    it('is found by the same search in what unblinded readers get, so that it would be found', async () => {
      const { texts, found: told } = await outputs(objects, study, 'study-weekly', UNBLINDED);
      expect(told.map(({ check, where }) => [check, where])).toEqual(
        FORMATS.map((format) => ['blinding', format]),
      );
      const { names, codes, doses } = study.treatments;
      const all = [...new Set([...names, ...codes, ...doses, ...others])].sort();
      for (const [where, shown] of texts) {
        if (!(FORMATS as readonly string[]).includes(where)) continue;
        expect([where, found(study, others, shown)]).toEqual([where, all]);
        if (where === 'json')
          expect(shown.some((text) => study.testable.some((hash) => text.includes(hash)))).toBe(true);
      }
    });

    it('does not tell that nothing but a treatment changed', async () => {
      const changesFor = async (scope: Scope) =>
        (await makeDataset(objects, study, 'study-weekly', scope)).dataset.changes;
      const [blinded, unblinded] = [await changesFor(BLINDED), await changesFor(UNBLINDED)];
      const changed = (domain: string, { rows = [] }: Dataset['changes']) =>
        rows.filter((row) => row.domain === domain && row.kind === 'changed').length;
      expect(unblinded).toMatchObject({ byDomain: { DM: { changed: 1 }, EX: { changed: 1 } } });
      expect(changed('AE', unblinded)).toBe(2);
      expect(blinded.byDomain.EX).toBeUndefined();
      expect(blinded.byDomain.DM?.changed ?? 0).toBe(0);
      expect(changed('AE', blinded)).toBe(1);
      const variables = blinded.rows?.flatMap((row) => row.variables ?? []).map((each) => each.name);
      expect(variables).toEqual(['AESER']);
    });
  });
