/** The stage as a whole, on cuts in an object store without a server. */
import type { AggregateInput } from '@rounds/contracts/activities';
import type { CutRow, DatedDomain } from '@rounds/contracts/cut';
import type { Headline, StudyWeeklyDataset } from '@rounds/contracts/dataset';
import type { CutRef } from '@rounds/contracts/run';
import type { Scope } from '@rounds/contracts/scope';
import { memoryObjectStore } from '@rounds/adapters/testing/memory-object-store';
import { cutRow, sdtmRow } from '@rounds/adapters/testing/rows';
import { createAggregateActivities } from './aggregate.activities.ts';
import { PERIOD, runRequest, sha256, storeCut, storeDocument, type CutContent } from './testing/cut.ts';

const ALL: Scope = { sites: 'all', unblinded: true };
const BLINDED: Scope = { sites: 'all', unblinded: false };
const WITHIN = '2024-03-05';

const row = (
  domain: DatedDomain,
  USUBJID: string,
  variables: Parameters<typeof sdtmRow>[1],
  key?: string,
): CutRow => cutRow(domain, sdtmRow(domain, { USUBJID, ...variables }), key);

/** Two sites, two arms; terms, visits and reasons that give arms away. */
const rows = (): Partial<Record<DatedDomain, CutRow[]>> => ({
  DM: [
    row('DM', 'S1', { SITEID: '701', ARM: 'Placebo', ARMCD: 'Pbo' }, 'S1'),
    row('DM', 'S2', { SITEID: '702', ARM: 'Xanomeline High Dose', ARMCD: 'Xan_Hi', DMDTC: WITHIN }, 'S2'),
  ],
  DS: [
    row('DS', 'S1', {}, 'S1|1'),
    row('DS', 'S2', {}, 'S2|1'),
    row(
      'DS',
      'S2',
      { DSCAT: 'DISPOSITION EVENT', DSDECOD: 'Placebo NOT TOLERATED', DSSTDTC: WITHIN },
      'S2|2',
    ),
  ],
  AE: [
    row('AE', 'S1', { AEDTC: WITHIN, AEDECOD: 'PLACEBO EFFECT', AETERM: 'on Pbo' }, 'S1|1'),
    row('AE', 'S2', { AEDTC: WITHIN, AEDECOD: 'XANOMELINE EFFECT', AESER: 'Y', AEREL: 'XANOMELINE' }, 'S2|1'),
    row('AE', 'S2', { AEDTC: '2024-01-05' }, 'S2|2'),
  ],
  SV: [row('SV', 'S1', { SVSTDTC: WITHIN, VISIT: 'PLACEBO RUN-IN' }, 'S1|1')],
  LB: [row('LB', 'S2', { LBDTC: WITHIN, LBSTRESN: 200, LBNRIND: 'HIGH', VISIT: 'Xan_Hi 1' }, 'S2|1')],
  EX: [row('EX', 'S1', {}, 'S1|1'), row('EX', 'S2', { EXTRT: 'XANOMELINE' }, 'S2|1')],
});

const stage = () => {
  const objects = memoryObjectStore();
  const beats: unknown[] = [];
  const activities = createAggregateActivities({
    objects,
    codeVersion: '0.1.0',
    beat: (progress) => beats.push(progress),
  });
  const aggregate = async (cut: CutRef, input: Partial<AggregateInput> = {}) => {
    const ref = await activities.aggregate({ run: runRequest(), cut, scope: ALL, parameters: {}, ...input });
    const text = (await objects.get(ref.key)).toString('utf8');
    const headlineText = (await objects.get(ref.headlineKey)).toString('utf8');
    return {
      ref,
      text,
      headlineText,
      dataset: JSON.parse(text) as StudyWeeklyDataset,
      headline: JSON.parse(headlineText) as Headline,
    };
  };
  return {
    objects,
    beats,
    aggregate,
    cut: (content: CutContent = { rows: rows() }) => storeCut(objects, content),
  };
};

describe('the dataset', () => {
  it('is stored by its content, and equal for equal inputs', async () => {
    const { aggregate, cut, beats } = stage();
    const ref = await cut();
    const [first, second] = [await aggregate(ref), await aggregate(ref)];
    expect(second.ref).toEqual(first.ref);
    expect(first.ref.key).toBe(`datasets/${sha256(first.text)}.json`);
    expect(first.ref.sha256).toBe(sha256(first.text));
    expect(first.ref.headlineKey).toBe(`headlines/${sha256(first.headlineText)}.json`);
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
        { domain: 'AE', subject: 'S1' },
        { domain: 'AE', subject: null },
      ],
      manifest: { documents: [document], refusedAtImport: { LB: 3 } },
    });
    const { dataset } = await aggregate(ref);
    expect(dataset.manifest).toMatchObject({
      runId: 'run-1',
      cut: ref.sha256,
      template: 'study-weekly@1',
      codeVersion: '0.1.0',
      requestedBy: 'usr_1',
      documents: [{ documentId: 'doc-1', sha256: document.sha256, bytes: 7 }],
    });
    expect(dataset.manifest.files.map(({ name, rows: count }) => [name, count])).toContainEqual(['AE', 3]);
    expect(dataset.documents.texts).toMatchObject([{ text: 'A text.', truncated: false }]);
    expect(dataset.dataQuality).toEqual({
      partialDates: {},
      undatedRows: { AE: 2 },
      refusedAtImport: { LB: 3 },
      notComputed: [],
    });
  });

  it('gives the mail figures and sentences without a subject', async () => {
    const { aggregate, cut } = stage();
    const { headline, headlineText } = await aggregate(await cut());
    expect(headline.figures).toContainEqual({ label: 'Adverse events', value: 2, previous: 0 });
    expect(headline.attention).toEqual([
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

describe('a scope of some sites', () => {
  const scope: Scope = { sites: ['701'], unblinded: true };

  it('sees rows, undated rows and documents of its subjects alone', async () => {
    const { objects, aggregate, cut } = stage();
    const documents = [
      await storeDocument(objects, Buffer.from('a'), { documentId: 'of-701', siteId: '701' }),
      await storeDocument(objects, Buffer.from('b'), { documentId: 'of-702', siteId: '702' }),
      await storeDocument(objects, Buffer.from('c'), { documentId: 'of-everybody' }),
      await storeDocument(objects, Buffer.from('d'), { documentId: 'of-S2', subject: 'S2' }),
      await storeDocument(objects, Buffer.from('e'), { documentId: 'of-nobody', subject: 'S9' }),
    ];
    const content = { rows: rows(), undated: [{ domain: 'AE', subject: 'S2' }], manifest: { documents } };
    const { dataset, text } = await aggregate(await cut(content), { scope });
    expect(dataset.enrolment.toDate).toMatchObject({ screened: 1, planned: null });
    expect(Object.keys(dataset.enrolment.bySite)).toEqual(['701']);
    expect(Object.keys(dataset.adverseEvents.byArm ?? {})).toEqual(['Placebo']);
    expect(dataset.dataQuality.undatedRows).toEqual({});
    expect(dataset.manifest.documents.map(({ documentId }) => documentId)).toEqual([
      'of-701',
      'of-everybody',
    ]);
    expect(text).not.toMatch(/"S2"|"702"/);
  });

  it('says which figures it cannot have', async () => {
    const { aggregate, cut } = stage();
    const { dataset } = await aggregate(await cut({ manifest: { refusedAtImport: { LB: 3 } } }), { scope });
    expect(dataset.dataQuality.refusedAtImport).toEqual({});
    expect(dataset.dataQuality.notComputed.map(({ figure }) => figure)).toEqual([
      'enrolment.toDate.planned',
      'dataQuality.refusedAtImport',
    ]);
  });

  it('does not see rows of subjects whom DM does not know; all sites do', async () => {
    const { aggregate, cut } = stage();
    const ref = await cut({ rows: { AE: [row('AE', 'S9', { AEDTC: WITHIN })] } });
    expect((await aggregate(ref, { scope })).dataset.adverseEvents.toDate.events).toBe(0);
    expect((await aggregate(ref)).dataset.adverseEvents.toDate.events).toBe(1);
  });

  it('has equal datasets however its sites are written', async () => {
    const { aggregate, cut } = stage();
    const ref = await cut();
    const twice = await aggregate(ref, { scope: { sites: ['702', '701', '702'], unblinded: true } });
    const once = await aggregate(ref, { scope: { sites: ['701', '702'], unblinded: true } });
    expect(twice.ref).toEqual(once.ref);
  });
});

describe('a blinded scope', () => {
  const ARMS = /placebo|xanomeline|xan.?hi|pbo|high.dose/i;

  it('finds no arm anywhere in the dataset or in the headline', async () => {
    const { objects, aggregate, cut } = stage();
    const text = Buffer.from('Narrative: S1 received placebo; S2 the high dose of xanomeline.');
    const documents = [
      await storeDocument(objects, text, { title: 'Placebo narrative', fileName: 'placebo.txt' }),
      await storeDocument(objects, Buffer.from('img'), {
        documentId: 'doc-2',
        kind: 'image',
        caption: 'Rash under Xanomeline',
        title: 'Xan_Hi rash',
        fileName: 'pbo_rash.png',
      }),
    ];
    const manifest = { documents, studyTitle: 'Xanomeline against Placebo' };
    const { dataset, ...made } = await aggregate(await cut({ rows: rows(), manifest }), { scope: BLINDED });
    expect(made.text).not.toMatch(ARMS);
    expect(made.headlineText).not.toMatch(ARMS);
    expect(made.text).not.toContain(sha256(text));
    expect(dataset.adverseEvents).not.toHaveProperty('byArm');
    expect(dataset.study.title).toBe('[blinded] against [blinded]');
  });

  it('counts terms that differ only in the arm as one', async () => {
    const { aggregate, cut } = stage();
    const { dataset } = await aggregate(await cut(), { scope: BLINDED });
    expect(dataset.adverseEvents.toDate.byPreferredTerm['[blinded] EFFECT']).toEqual({
      events: 2,
      subjects: 2,
    });
    expect(dataset.visits.byVisit).toEqual({ '[blinded] RUN-IN': 1 });
    expect(dataset.enrolment.discontinuationReasons).toEqual({ '[blinded] NOT TOLERATED': 1 });
  });

  it('has the same figures as an unblinded one', async () => {
    const { aggregate, cut } = stage();
    const ref = await cut();
    const [blinded, unblinded] = [await aggregate(ref, { scope: BLINDED }), await aggregate(ref)];
    expect(blinded.dataset.enrolment.toDate).toEqual(unblinded.dataset.enrolment.toDate);
    expect(blinded.dataset.laboratory).toEqual(unblinded.dataset.laboratory);
    expect(blinded.dataset.trends).toEqual(unblinded.dataset.trends);
  });

  it('hides arms that no row of its own sites has', async () => {
    const { objects, aggregate, cut } = stage();
    const document = await storeDocument(objects, Buffer.from('Site 702 gives xanomeline.'));
    const ref = await cut({ rows: rows(), manifest: { documents: [document] } });
    const { text } = await aggregate(ref, { scope: { sites: ['701'], unblinded: false } });
    expect(text).not.toMatch(ARMS);
  });
});

describe('changes', () => {
  const earlier = () => {
    const before = rows();
    return { ...before, AE: (before.AE ?? []).slice(0, 2) };
  };

  it('are counted against the cut last delivered', async () => {
    const { aggregate, cut } = stage();
    const period = { start: '2024-02-26', end: PERIOD.start };
    const previousCut = await cut({ rows: earlier(), manifest: { runId: 'run-0', period } });
    const now = rows();
    const changed = row('DM', 'S1', { SITEID: '701', ARM: 'Placebo', AGE: 64 }, 'S1');
    const current = await cut({ rows: { ...now, DM: [changed, ...(now.DM ?? []).slice(1)], SV: [] } });
    const { dataset, headline } = await aggregate(current, { previousCut });
    expect(dataset.changes).toEqual({
      first: false,
      comparedWith: { cut: previousCut.sha256, period },
      byDomain: {
        AE: { added: 1, changed: 0, removed: 0 },
        DM: { added: 0, changed: 1, removed: 0 },
        SV: { added: 0, changed: 0, removed: 1 },
      },
      headline: ['1 row was removed: SV 1.', '1 row was changed: DM 1.', '1 row was added: AE 1.'],
    });
    expect(headline.changes).toEqual(dataset.changes.headline);
  });

  it('are those of the scope', async () => {
    const { aggregate, cut } = stage();
    const previousCut = await cut({ rows: earlier(), manifest: { runId: 'run-0' } });
    const { dataset } = await aggregate(await cut(), {
      previousCut,
      scope: { sites: ['701'], unblinded: true },
    });
    expect(dataset.changes.headline).toEqual(['Nothing has changed since the last report.']);
  });

  it('say which sites the last report did not hold', async () => {
    const { aggregate, cut } = stage();
    const manifest = { runId: 'run-0', sites: ['701'] };
    const only701 = Object.fromEntries(
      Object.entries(rows()).map(([domain, list]) => [
        domain,
        list.filter(({ subject }) => subject === 'S1'),
      ]),
    );
    const previousCut = await cut({ rows: only701, manifest });
    const { dataset } = await aggregate(await cut(), { previousCut });
    expect(dataset.changes.headline.at(-1)).toContain('702');
  });

  it('say that the first report has nothing to compare with, or that the last is no longer kept', async () => {
    const { objects, aggregate, cut } = stage();
    const ref = await cut();
    expect((await aggregate(ref)).dataset.changes.first).toBe(true);
    const previousCut = await cut({ rows: rows(), manifest: { runId: 'run-0' } });
    await objects.remove(previousCut.manifestKey);
    const { dataset } = await aggregate(ref, { previousCut });
    expect(dataset.changes.headline[0]).toContain('no longer kept');
  });
});

describe('a corrupt cut', () => {
  it('makes no dataset', async () => {
    const { objects, aggregate, cut } = stage();
    const ref = await cut();
    const file = [...objects.objects.keys()].find((key) => key.includes('/EX.')) ?? '';
    await objects.put(file, Buffer.from('x'), '');
    await expect(aggregate(ref)).rejects.toMatchObject({ code: 'CUT_CORRUPT' });
    expect([...objects.objects.keys()].filter((key) => key.startsWith('datasets/'))).toEqual([]);
  });
});
