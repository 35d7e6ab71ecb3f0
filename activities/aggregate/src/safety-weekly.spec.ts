/** The safety report made by the stage: its narratives, its parameters, and what blinded readers see of it. */
import type { SafetyWeeklyDataset } from '@rounds/report-types/safety-weekly/dataset';
import { safetyWeeklyModel } from '@rounds/report-types/safety-weekly/page/model';
import { runRequest, storeDocument } from './testing/cut.ts';
import { BLINDED, row, rows, spokenIn, stage } from './testing/stage.ts';

const run = runRequest({ reportType: 'safety-weekly' });

const made = async (input: Parameters<ReturnType<typeof stage>['aggregate']>[1] = {}) => {
  const { objects, aggregate, cut } = stage();
  const text = (subject: string | null, documentId: string, words: string) =>
    storeDocument(objects, Buffer.from(words), { documentId, subject });
  const documents = [
    await text('S2', 'of-serious', 'S2 received xanomeline and fainted.'),
    await text('S1', 'of-another', 'S1 is well.'),
    await text(null, 'of-all', 'Minutes.'),
    await storeDocument(objects, Buffer.from('img'), { documentId: 'image', kind: 'image', subject: 'S2' }),
  ];
  const { dataset, ...rest } = await aggregate(await cut({ rows: rows(), manifest: { documents } }), {
    run,
    ...input,
  });
  return { ...rest, dataset: dataset as unknown as SafetyWeeklyDataset };
};

describe('the safety report', () => {
  it('is of the type, with its own figures and its mail', async () => {
    const { dataset, headline } = await made();
    expect(dataset.manifest.template).toBe('safety-weekly@2');
    expect(dataset.events.inPeriod.serious).toEqual({ events: 1, subjects: 1 });
    expect(dataset.liver.toDate).toEqual({ altOrAst3xUln: 1, bilirubin2xUln: 0, hysLawCandidates: [] });
    const spoken = spokenIn('en', headline, 'safety-weekly');
    expect(spoken.report).toBe('Weekly safety report');
    expect(spoken.figures).toContainEqual({ label: 'Serious adverse events', value: 1, previous: 0 });
    expect(spoken.attention).toEqual([
      '1 serious adverse event in the period.',
      '1 new liver signal in the laboratory.',
    ]);
  });

  it('shows the texts about its own subjects, or none where it is asked for none', async () => {
    const { dataset } = await made();
    expect(dataset.documents.texts.map(({ documentId }) => documentId)).toEqual(['of-serious']);
    expect(dataset.documents.images).toEqual([]);
    expect(dataset.manifest.documents).toHaveLength(1);
    const without = await made({ parameters: { narratives: false } });
    expect(without.dataset.documents.texts).toEqual([]);
  });

  it('compares the domains that it reads, not the others', async () => {
    const { aggregate, cut } = stage();
    const previousCut = await cut({ rows: { DM: rows().DM ?? [] }, manifest: { runId: 'run-0' } });
    const { dataset, ref } = await aggregate(await cut(), { run, previousCut });
    expect(Object.keys(dataset.changes.byDomain)).toEqual(['AE', 'DS', 'LB']);
    expect(ref.changed).toBe(true);
  });

  it('tells of a death that a late change of DM alone tells of: first page, mail and listing', async () => {
    const { aggregate, cut } = stage();
    const subjects = (dm: Parameters<typeof row>[2]) => ({
      DM: [row('DM', 'S1', { SITEID: '701', ...dm }, 'S1'), row('DM', 'S2', { SITEID: '702' }, 'S2')],
      AE: [row('AE', 'S2', { AEOUT: 'FATAL' }, 'S2|1')],
    });
    const period = { start: '2024-02-26', end: '2024-03-04' };
    const previousCut = await cut({ rows: subjects({}), manifest: { runId: 'run-0', period } });
    const current = await cut({ rows: subjects({ DTHFL: 'Y', DTHDTC: '2024-02-20' }) });
    const report = await aggregate(current, { run, previousCut });
    const dataset = report.dataset as unknown as SafetyWeeklyDataset;
    expect(dataset.deaths).toEqual({ inPeriod: 0, toDate: 2 });
    expect(dataset.listings.deaths.map(({ subject, isNew, isLate }) => [subject, isNew, isLate])).toEqual([
      ['S2', false, undefined],
      ['S1', false, true],
    ]);
    expect(dataset.changes.headline[0]).toBe('Deaths to date: 1 → 2.');
    expect(spokenIn('en', report.headline, 'safety-weekly').attention).toContain(
      '1 death of earlier days, not known to the last report.',
    );
    expect(safetyWeeklyModel.build(dataset, { undrawable: new Map() }).attention.items[0]).toMatchObject({
      lead: 'Told late',
      sentence: expect.stringContaining('S1, site 701, 20 February 2024') as string,
      urgent: true,
    });
  });

  it('hides every arm from blinded readers, with the same figures', async () => {
    const [blinded, open] = [await made({ scope: BLINDED }), await made()];
    const arms = /placebo|xanomeline|xan.?hi|pbo|high.dose/i;
    expect(open.text).toMatch(arms);
    expect(blinded.text).not.toMatch(arms);
    expect(blinded.headlineText).not.toMatch(arms);
    expect(blinded.dataset.documents.texts[0]?.text).toBe('S2 received [blinded] and fainted.');
    expect(blinded.dataset.events.inPeriod).toEqual(open.dataset.events.inPeriod);
    expect(blinded.dataset.listings.serious).toHaveLength(open.dataset.listings.serious.length);
  });

  it('is not made with parameters that it does not have', async () => {
    await expect(made({ parameters: { minimumSeverity: 'DREADFUL' } })).rejects.toMatchObject({
      code: 'INVALID_INPUT',
      fields: [{ field: 'parameters.minimumSeverity' }],
    });
  });
});
