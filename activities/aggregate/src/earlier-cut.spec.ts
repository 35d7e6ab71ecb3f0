/** The dataset against the cut last delivered. */
import { PERIOD, storeDocument } from './testing/cut.ts';
import type { Scope } from '@rounds/contracts/scope';
import { ALL, WITHIN, row, rows, spokenIn, stage } from './testing/stage.ts';

describe('changes', () => {
  const earlier = () => {
    const before = rows();
    return { ...before, AE: (before.AE ?? []).slice(0, 2) };
  };

  it('are counted against the cut last delivered', async () => {
    const { aggregate, cut } = stage();
    const period = { start: '2024-02-26', end: PERIOD.start };
    const visit = row('SV', 'S1', { SVSTDTC: '2024-01-03', VISIT: 'PLACEBO RUN-IN' }, 'S1|1');
    const previousCut = await cut({
      ...{ rows: { ...earlier(), SV: [visit] }, manifest: { runId: 'run-0', period } },
    });
    const now = rows();
    const changed = row('DM', 'S1', { SITEID: '701', ARM: 'Placebo', AGE: 64 }, 'S1');
    const current = await cut({ rows: { ...now, DM: [changed, ...(now.DM ?? []).slice(1)], SV: [] } });
    const { dataset, headline } = await aggregate(current, { previousCut });
    expect(dataset.changes).toMatchObject({
      first: false,
      comparedWith: { cut: previousCut.sha256, period },
      sitesNotHeld: [],
      byDomain: {
        // Two are of days of this period: the study had one of them, and the last report did not count it.
        AE: { added: 3, late: 1, changed: 0, removed: 0 },
        DM: { added: 1, late: 0, changed: 1, removed: 0 },
        SV: { added: 0, late: 0, changed: 0, removed: 1 },
      },
      rows: [
        { kind: 'removed', domain: 'SV', subject: 'S1', siteId: '701', what: 'PLACEBO RUN-IN' },
        { kind: 'changed', domain: 'DM', variables: [{ name: 'AGE', before: '63', now: '64' }] },
        { kind: 'late', domain: 'AE', subject: 'S2', siteId: '702', day: '2024-01-05' },
        { kind: 'added', domain: 'DM', subject: 'S2', siteId: '702', day: WITHIN },
        { kind: 'added', domain: 'AE', subject: 'S1', day: WITHIN },
        { kind: 'added', domain: 'AE', subject: 'S2', day: WITHIN },
        { kind: 'added', domain: 'LB', subject: 'S2', day: WITHIN },
        { kind: 'added', domain: 'DS', subject: 'S2', day: WITHIN },
      ],
    });
    expect(dataset.changes.headline).toEqual(
      expect.arrayContaining([
        '1 row was removed: SV 1.',
        '1 row was changed: DM 1.',
        '6 rows were added: AE 3, DM 1, DS 1, LB 1.',
      ]),
    );
    expect(spokenIn('en', headline).changes).toEqual(dataset.changes.headline);
  });

  it('are none where a subject of a later day is in both cuts', async () => {
    const { aggregate, cut } = stage();
    const later = row('DM', 'S9', { SITEID: '701', DMDTC: PERIOD.end }, 'S9');
    const held = { ...rows(), DM: [...(rows().DM ?? []), later] };
    const previousCut = await cut({ rows: held, manifest: { runId: 'run-0' } });
    const { dataset } = await aggregate(await cut({ rows: held }), { previousCut });
    expect(dataset.changes.byDomain).toEqual({});
  });

  const LAST = { start: '2024-02-26', end: PERIOD.start };
  const subjects = { DM: rows().DM ?? [], DS: rows().DS ?? [] };
  const early = (
    domain: 'AE' | 'LB' | 'SV',
    key: string,
    variables: Parameters<typeof row>[2],
    day: string,
  ) => row(domain, 'S1', { ...variables, [`${domain}${domain === 'SV' ? 'ST' : ''}DTC`]: day }, key);

  it('tell figures to date as the last report told them, and those of its period as they are known now', async () => {
    const { aggregate, cut } = stage();
    const [headache, fall] = [{ AESER: 'N' }, { AESER: 'Y', AEDECOD: 'FALL' }];
    const before = [
      early('AE', 'S1|1', headache, '2024-02-27'),
      early('AE', 'S1|2', fall, '2024-02-28'),
      early('AE', 'S1|3', fall, '2024-01-09'),
    ];
    const now = [
      early('AE', 'S1|1', { ...headache, AESER: 'Y' }, '2024-02-27'),
      early('AE', 'S1|3', fall, '2024-01-09'),
      early('AE', 'S1|4', fall, '2024-02-29'),
      early('AE', 'S1|5', headache, WITHIN),
    ];
    const previousCut = await cut({
      rows: { ...subjects, AE: before, SV: [early('SV', 'S1|1', {}, '2024-02-26')] },
      manifest: { runId: 'run-0', period: LAST },
    });
    const { dataset, headline } = await aggregate(await cut({ rows: { ...subjects, AE: now } }), {
      previousCut,
    });
    expect(dataset.changes.figures).toEqual([
      {
        figure: 'adverseEvents.toDate.serious',
        before: 2,
        now: 3,
        came: { changed: 1, late: 1 },
        went: { removed: 1 },
      },
      { figure: 'enrolment.toDate.screened', before: 1, now: 2 },
      { figure: 'enrolment.toDate.discontinued', before: 0, now: 1 },
      {
        figure: 'adverseEvents.toDate.events',
        before: 3,
        now: 4,
        came: { added: 1, late: 1 },
        went: { removed: 1 },
      },
    ]);
    expect(dataset.changes.restated).toEqual([
      { figure: 'visits.inPeriod', before: 1, now: 0 },
      { figure: 'adverseEvents.inPeriod.serious', before: 1, now: 2 },
    ]);
    expect(spokenIn('en', headline).changes[0]).toBe(
      'Serious adverse events to date: 2 → 3 (1 entered late, 1 by correction, 1 removed).',
    );
    expect(spokenIn('en', headline).attention).toContain(
      '2 serious adverse events of earlier days, not counted in the last report.',
    );
  });

  it('restate nothing where a report is missing between the two', async () => {
    const { aggregate, cut } = stage();
    const period = { start: '2024-02-19', end: LAST.start };
    const previousCut = await cut({ rows: subjects, manifest: { runId: 'run-0', period } });
    const { dataset } = await aggregate(await cut(), { previousCut });
    expect(dataset.changes.restated).toEqual([]);
    expect(dataset.changes.figures).not.toEqual([]);
  });

  it('compare the rows alone where the last cut does not hold all that the report reads', async () => {
    const { aggregate, cut } = stage();
    const previousCut = await cut({ datasets: ['DM'], rows: subjects, manifest: { runId: 'run-0' } });
    const { dataset } = await aggregate(await cut(), { previousCut });
    expect(dataset.changes.figures).toBeUndefined();
    expect(dataset.changes.byDomain.AE).toEqual({ added: 3, late: 0, changed: 0, removed: 0 });
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

  it('tell whether anything changed for the scope: rows and documents, or nothing to compare with', async () => {
    const { objects, aggregate, cut } = stage();
    const current = await cut();
    const changedSince = async (content: Parameters<typeof cut>[0], scope: Scope = ALL) => {
      const previousCut = await cut({ ...content, manifest: { runId: 'run-0', ...content?.manifest } });
      return (await aggregate(current, { previousCut, scope })).ref.changed;
    };
    expect((await aggregate(current)).ref.changed).toBe(true);
    expect(await changedSince({ rows: rows() })).toBe(false);
    expect(await changedSince({ rows: earlier() })).toBe(true);
    // The row that is new belongs to a subject of site 702.
    expect(await changedSince({ rows: earlier() }, { sites: ['701'], unblinded: true })).toBe(false);

    const documents = [await storeDocument(objects, Buffer.from('A text.'), { siteId: '702' })];
    const withText = await cut({ rows: rows(), manifest: { documents } });
    const previousCut = await cut({ rows: rows(), manifest: { runId: 'run-0' } });
    expect((await aggregate(withText, { previousCut })).ref.changed).toBe(true);
    const of701 = { previousCut, scope: { sites: ['701'], unblinded: true } };
    expect((await aggregate(withText, of701)).ref.changed).toBe(false);
  });
});
