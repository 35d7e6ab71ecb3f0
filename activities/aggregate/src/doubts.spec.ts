/** What of a cut leaves the first page in doubt, and to whom that is told. */
import type { CutManifest } from '@rounds/contracts/cut';
import type { Scope } from '@rounds/contracts/scope';
import { studyWeeklyModel } from '@rounds/report-types/study-weekly/page/model';
import { gunzipSync } from 'node:zlib';
import { PERIOD, storeFiledCut } from './testing/cut.ts';
import { BLINDED, WITHIN, row, rows, spokenIn, stage } from './testing/stage.ts';

const SOME: Scope = { sites: ['701'], unblinded: true };

const DELIVERY = { importId: 'imp_1', at: '2024-03-08T09:00:00.000Z', by: 'anna@example.org', rows: 3 };
const DOMAINS = ['DM', 'DS', 'AE', 'LB', 'VS', 'SV', 'EX', 'CM'];
const deliveries = (changes: Partial<Record<string, object>> = {}): CutManifest['deliveries'] =>
  Object.fromEntries(DOMAINS.map((domain) => [domain, { ...DELIVERY, ...changes[domain] }]));

const made = async (
  { aggregate, cut }: ReturnType<typeof stage>,
  content: Parameters<ReturnType<typeof stage>['cut']>[0],
  input: Parameters<ReturnType<typeof stage>['aggregate']>[1] = {},
) => {
  const report = await aggregate(await cut({ rows: rows(), ...content }), input);
  return { ...report, doubts: report.dataset.attention.doubts };
};

describe('the first page', () => {
  it('is certain of a cut of which all is well', async () => {
    expect((await made(stage(), { manifest: { deliveries: deliveries() } })).doubts).toEqual([]);
  });

  it('doubts where rows that it could show were refused, and says so first, in the mail too', async () => {
    const { dataset, headline, doubts } = await made(stage(), {
      manifest: { refusedAtImport: { AE: 1191, CM: 5 } },
    });
    expect(doubts).toEqual([{ code: 'rows-refused', values: { domain: 'AE', rows: 1191 } }]);
    const sentence = 'More may be urgent than is said here: 1,191 adverse events were refused at import.';
    expect(spokenIn('en', headline).attention[0]).toBe(sentence);
    expect(studyWeeklyModel.build(dataset, { undrawable: new Map() }).attention.items[0]).toMatchObject({
      lead: 'Not certain',
      sentence,
      section: 'data-quality',
    });
    expect(spokenIn('de', headline).attention[0]).toContain(
      '1.191 unerwünschte Ereignisse beim Import abgewiesen',
    );
  });

  it('cannot be calm of nothing but refused rows', async () => {
    const { headline } = await made(stage(), { rows: {}, manifest: { refusedAtImport: { AE: 1191 } } });
    expect(spokenIn('en', headline).attention).toEqual([
      'Cannot say that nothing is urgent: 1,191 adverse events were refused at import.',
    ]);
  });

  it('tells readers of some sites that rows were refused, not how many', async () => {
    const { doubts } = await made(stage(), { manifest: { refusedAtImport: { AE: 7 } } }, { scope: SOME });
    expect(doubts).toEqual([{ code: 'rows-refused-somewhere', values: { domain: 'AE' } }]);
  });

  it('doubts what was left out of later imports, is old, or never came', async () => {
    const all = deliveries({
      AE: { leftOutAt: '2024-03-09T09:00:00.000Z' },
      DS: { at: '2024-03-03T22:30:00.000Z' },
      DM: { at: '2024-03-03T23:30:00.000Z' },
      CM: { leftOutAt: '2024-03-09T09:00:00.000Z' },
    });
    const others = Object.fromEntries(Object.entries(all).filter(([domain]) => domain !== 'LB'));
    const { dataset, doubts } = await made(stage(), { manifest: { deliveries: others } });
    // 23:30 UTC is the first day of the period in Berlin.
    expect(dataset.dataQuality.lastDelivery).toMatchObject({
      ...{ AE: { stale: 'leftOut', by: 'anna@example.org', rows: 3 }, DS: { stale: 'beforePeriod' } },
      CM: { stale: 'leftOut' },
    });
    expect(dataset.dataQuality.lastDelivery.DM).not.toHaveProperty('stale');
    expect(doubts).toEqual([
      { code: 'delivery-stale', values: { domain: 'DS', day: '2024-03-03', why: 'beforePeriod' } },
      { code: 'delivery-stale', values: { domain: 'AE', day: '2024-03-08', why: 'leftOut' } },
      { code: 'never-delivered', values: { domain: 'LB' } },
    ]);
  });

  it('doubts what is older than the study allows', async () => {
    const { dataset } = await made(stage(), { manifest: { deliveries: deliveries(), maximumAgeDays: 2 } });
    expect(dataset.dataQuality.lastDelivery.AE?.stale).toBe('tooOld');
  });

  it('names rows without a day that it would show, and doubts those alone', async () => {
    const grave = row('AE', 'S1', { AESER: 'Y', AEDTC: undefined, AESTDTC: undefined }).row;
    const { dataset, doubts } = await made(stage(), {
      undated: [
        { domain: 'AE', subject: 'S1', row: grave },
        { domain: 'AE', subject: 'S1', row: { ...grave, AESER: 'N' } },
        { domain: 'CM', subject: 'S1', row: {} },
      ],
      implausible: [{ domain: 'AE', subject: 'S2', day: '2206-01-12', row: { ...grave, AEDECOD: 'FALL' } }],
    });
    expect(dataset.dataQuality).toMatchObject({
      undatedRows: { AE: 2, CM: 1 },
      implausibleDates: { AE: 1 },
      withoutDay: [
        { domain: 'AE', subject: 'S1', siteId: '701', day: null, what: 'HEADACHE' },
        { domain: 'AE', subject: 'S2', siteId: '702', day: '2206-01-12', what: 'FALL' },
      ],
    });
    expect(doubts).toEqual([
      { code: 'rows-undated', values: { domain: 'AE', rows: 1 } },
      { code: 'rows-implausible', values: { domain: 'AE', rows: 1 } },
    ]);
  });

  it('tells how many subjects it does not show, and all sites who they are', async () => {
    const subjects = [
      { subject: 'S1', siteId: null, sites: ['701', '702'] },
      { subject: 'S2', siteId: '702' },
    ];
    const all = await made(stage(), { subjects });
    expect(all.dataset.dataQuality.uncertainSites).toEqual({
      subjects: 1,
      listed: [{ subject: 'S1', sites: ['701', '702'] }],
    });
    expect(all.dataset.enrolment.toDate.screened).toBe(2);
    expect(all.dataset.dataQuality.notComputed).toEqual([]);
    const some = await made(stage(), { subjects }, { scope: SOME });
    expect(some.dataset.dataQuality.uncertainSites).toEqual({ subjects: 1 });
    expect(some.doubts).toEqual([{ code: 'sites-uncertain', values: { subjects: 1 } }]);
    expect(some.text).not.toContain('S1');
    const others = await made(stage(), { subjects }, { scope: { sites: ['703'], unblinded: true } });
    expect(others.doubts).toEqual([]);
  });
});

describe('a cut to compare with that is damaged', () => {
  const period = { start: '2024-02-26', end: PERIOD.start };
  const damaged = async ({ objects }: ReturnType<typeof stage>, key: string | undefined) => {
    const bytes = Buffer.from(await objects.get(key ?? ''));
    bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 1;
    await objects.put(key ?? '', bytes, '');
  };
  const manifest = { runId: 'run-0', period };

  /** Of an earlier version: each file by its name. */
  const damage = async (bed: ReturnType<typeof stage>, name: string) => {
    const previousCut = await storeFiledCut(bed.objects, { rows: rows(), manifest });
    await damaged(
      bed,
      [...bed.objects.objects.keys()].find((each) => each.includes(`run-0/${name}`)),
    );
    return previousCut;
  };

  it('in one of its segments is told and stops nothing, unless the current cut needs it too', async () => {
    const bed = stage();
    const events = [row('AE', 'S1', { AEDTC: '2024-01-05' }, 'S1|9')];
    const previousCut = await bed.cut({ rows: { ...rows(), AE: events }, manifest });
    const before = new Set(bed.objects.objects.keys());
    const current = await bed.cut({ rows: rows() });
    const own = [...before].filter((key) => key.startsWith('segments/') && key.endsWith('.run-0.gz'));
    const read = (key: string) => gunzipSync(bed.objects.objects.get(key) ?? Buffer.of()).toString();
    await damaged(
      bed,
      own.find((key) => read(key).includes('S1|9')),
    );
    const { dataset } = await bed.aggregate(current, { previousCut });
    expect(dataset.changes.notCompared).toBe('damaged');
    const [shared] = [...bed.objects.objects.keys()].filter((key) => key.endsWith('.run-1.gz'));
    await damaged(bed, shared);
    await expect(bed.aggregate(current, { previousCut })).rejects.toMatchObject({ code: 'CUT_CORRUPT' });
  });

  it.each(['manifest', 'subjects', 'AE', 'CM'])('in %s is told and stops nothing', async (name) => {
    const bed = stage();
    const previousCut = await damage(bed, name);
    const { dataset, doubts, ref } = await made(bed, {}, { previousCut });
    expect(dataset.changes).toEqual({
      ...{ first: false, notCompared: 'damaged', byDomain: {} },
      headline: ['The data of the last report are damaged: there is nothing to compare with.'],
    });
    expect(dataset.adverseEvents.inPeriod).toMatchObject({ events: 2, serious: 1 });
    expect(doubts).toEqual([{ code: 'not-compared', values: { why: 'damaged' } }]);
    expect(ref.changed).toBe(true);
  });
});

describe('the cut to compare with', () => {
  it('is the one that reached the scope last', async () => {
    const bed = stage();
    const period = { start: '2024-02-26', end: PERIOD.start };
    const earlier = (runId: string, events: number) =>
      bed.cut({ rows: { ...rows(), AE: (rows().AE ?? []).slice(0, events) }, manifest: { runId, period } });
    const [last, before] = [await earlier('run-0', 3), await earlier('run-00', 1)];
    const previousCut = { ...last, delivered: { 'all-unblinded': last, '701-unblinded': before } };
    const current = {
      rows: { ...rows(), AE: [...(rows().AE ?? []), row('AE', 'S1', { AEDTC: WITHIN }, 'S1|9')] },
    };
    const all = await made(bed, current, { previousCut });
    expect(all.dataset.changes.comparedWith?.cut).toBe(last.sha256);
    const some = await made(bed, current, { previousCut, scope: SOME });
    expect(some.dataset.changes.comparedWith?.cut).toBe(before.sha256);
    const { dataset } = await made(bed, current, { previousCut, scope: BLINDED });
    expect(dataset.changes).toMatchObject({ first: true, byDomain: {} });
  });
});
