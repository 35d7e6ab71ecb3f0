/** The stage as a whole, on cuts in an object store without a server. */
import { sha256Of } from '@rounds/adapters/crypto/sha256';
import type { RunRequest } from '@rounds/contracts/run';
import { PERIOD, runRequest, storeDocument } from './testing/cut.ts';
import { rows, spokenIn, stage } from './testing/stage.ts';

describe('the dataset', () => {
  it('is stored by its content, and equal for equal inputs', async () => {
    const { aggregate, cut, beats } = stage();
    const ref = await cut();
    const [first, second] = [await aggregate(ref), await aggregate(ref)];
    expect(second.ref).toEqual(first.ref);
    expect(first.ref.key).toBe(`datasets/${sha256Of(first.text)}.json`);
    expect(first.ref.sha256).toBe(sha256Of(first.text));
    expect(first.ref.headlineKey).toBe(`headlines/${sha256Of(first.headlineText)}.json`);
    expect(beats).toContainEqual({ domain: 'AE', rows: 0 });
  });

  it('holds the figures of the period and of the one before', async () => {
    const { aggregate, cut } = stage();
    const { dataset } = await aggregate(await cut());
    expect(dataset.enrolment.toDate).toMatchObject({
      screened: 2,
      randomised: 2,
      discontinued: 1,
      planned: 100,
    });
    expect(dataset.adverseEvents.inPeriod).toMatchObject({ events: 2, serious: 1 });
    expect(dataset.adverseEvents.byArm).toEqual({
      Placebo: { randomised: 1, subjectsWithEvents: 1, events: 1 },
      'Xanomeline High Dose': { randomised: 1, subjectsWithEvents: 1, events: 2 },
    });
    expect(dataset.previous.period).toEqual({ start: '2024-02-26', end: PERIOD.start });
    expect(dataset.previous.enrolment.toDate).toMatchObject({ screened: 1, ongoing: 2 });
    expect(dataset.previous.adverseEvents.inPeriod.events).toBe(0);
    expect(dataset.attention).toMatchObject({ newSeriousEvents: 1, newDeaths: 0 });
    expect(dataset.attention.newLabSignals).toHaveLength(1);
    expect(dataset.trends.weeks.at(-1)).toMatchObject({ adverseEvents: 2, labOutOfRange: 1 });
  });

  it('says what it was made from', async () => {
    const { objects, aggregate, cut } = stage();
    const document = await storeDocument(objects, Buffer.from('A text.'));
    const ref = await cut({
      rows: rows(),
      undated: [
        { domain: 'AE', subject: 'S1', row: { AESER: 'N' } },
        { domain: 'AE', subject: null, row: { AESER: 'N' } },
      ],
      manifest: { documents: [document], refusedAtImport: { LB: 3 }, deliveries: {} },
    });
    const { dataset } = await aggregate(ref);
    expect(dataset.manifest).toMatchObject({
      cut: ref.sha256,
      template: 'study-weekly@2',
      codeVersion: '0.1.0',
      documents: [{ documentId: 'doc-1', sha256: document.sha256, bytes: 7 }],
    });
    expect(dataset.manifest.files.map(({ name, rows: count }) => [name, count])).toContainEqual(['AE', 3]);
    expect(dataset.documents.texts).toMatchObject([{ text: 'A text.', truncated: false }]);
    expect(dataset.dataQuality).toEqual({
      partialDates: {},
      undatedRows: { AE: 2 },
      refusedAtImport: { LB: 3 },
      notComputed: [],
      ...{ mapped: [], notUnderstood: [], unreadableCells: {}, converted: [] },
      ...{ implausibleDates: {}, withoutDay: [], lastDelivery: {}, refusedDocuments: [] },
      uncertainSites: { subjects: 0, listed: [] },
    });
  });

  it('is the same, byte for byte, whoever asked for it, when and by which subscription', async () => {
    const { aggregate, cut } = stage();
    const ref = await cut({ rows: rows() });
    const keysOf = async (run: RunRequest) => {
      const { ref: made } = await aggregate(ref, { run });
      return [made.key, made.headlineKey];
    };
    const other = {
      runId: 'run-2',
      requestedBy: 'usr_2',
      subscriptionId: 'sub_2',
      trigger: 'run-now',
    } as const;
    expect(await keysOf(runRequest(other))).toEqual(await keysOf(runRequest()));
  });

  it('leaves out a document whose bytes were lacking and says so, until they are back', async () => {
    const { objects, aggregate, cut } = stage();
    const document = await storeDocument(objects, Buffer.from('A text.'));
    const lacking = [{ documentId: 'doc-1', kind: 'text', reason: 'missing' }] as const;
    const ref = await cut({ rows: rows(), manifest: { documents: [document], lacking } });
    const bytes = await objects.get(document.key);
    await objects.remove(document.key);
    const without = (await aggregate(ref)).dataset;
    expect([without.documents.texts, without.manifest.documents, without.manifest.lacking]).toEqual([
      ...[[], [], lacking],
    ]);
    await objects.put(document.key, Buffer.from('Others.'), '');
    expect((await aggregate(ref)).dataset.manifest.lacking).toEqual(lacking);
    await objects.put(document.key, bytes, '');
    const whole = (await aggregate(ref)).dataset;
    expect(whole.documents.texts).toMatchObject([{ text: 'A text.' }]);
    expect(whole.manifest).not.toHaveProperty('lacking');
  });

  it('names what was lacking to those alone who may see its site', async () => {
    const { objects, aggregate, cut } = stage();
    const document = await storeDocument(objects, Buffer.from('A text.'), { siteId: '702' });
    await objects.remove(document.key);
    const lacking = [{ documentId: 'doc-1', kind: 'text', reason: 'missing' }] as const;
    const ref = await cut({ rows: rows(), manifest: { documents: [document], lacking } });
    const of = async (sites: 'all' | string[]) =>
      (await aggregate(ref, { scope: { sites, unblinded: true } })).dataset.manifest.lacking;
    expect([await of('all'), await of(['701'])]).toEqual([lacking, undefined]);
  });

  it('gives the mail figures and sentences without a subject', async () => {
    const { aggregate, cut } = stage();
    const { headline, headlineText } = await aggregate(await cut());
    const spoken = spokenIn('en', headline);
    expect(spoken.figures).toContainEqual({ label: 'Adverse events', value: 2, previous: 0 });
    expect(spoken.attention).toEqual([
      '1 serious adverse event in the period.',
      '1 new liver signal in the laboratory.',
    ]);
    expect(headlineText).not.toMatch(/S1|S2/);
  });

  it('is not made of a report type that nobody knows', async () => {
    const { aggregate, cut } = stage();
    await expect(
      aggregate(await cut(), { run: runRequest({ reportType: 'toString' }) }),
    ).rejects.toMatchObject({ code: 'INVALID_INPUT', fields: [{ field: 'reportType' }] });
  });
});

describe('a corrupt cut', () => {
  it('makes no dataset', async () => {
    const { objects, aggregate, cut } = stage();
    const ref = await cut();
    const file = [...objects.objects.keys()].filter((key) => key.startsWith('segments/')).at(-1) ?? '';
    await objects.put(file, Buffer.from('x'), '');
    await expect(aggregate(ref)).rejects.toMatchObject({ code: 'CUT_CORRUPT' });
    expect([...objects.objects.keys()].filter((key) => key.startsWith('datasets/'))).toEqual([]);
  });
});
