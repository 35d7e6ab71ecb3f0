/** The dataset against the cut last delivered. */
import { PERIOD, storeDocument } from './testing/cut.ts';
import type { Scope } from '@rounds/contracts/scope';
import { ALL, row, rows, stage } from './testing/stage.ts';

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
