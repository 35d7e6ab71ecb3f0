import { trialSummary } from './trial-summary.ts';

const rows = (...values: Record<string, string | number>[]) => values.map((row) => ({ row }));

describe('trial summary', () => {
  it('gives the title and the planned number of subjects', () => {
    const ts = rows({ TSPARMCD: 'PLANSUB', TSVAL: '300' }, { TSPARMCD: 'TITLE', TSVAL: 'A trial' });
    expect(trialSummary('S1', ts)).toEqual({ title: 'A trial', plannedSubjects: 300 });
  });

  it('puts a long title together', () => {
    const parts = { TSVAL: 'a', TSVAL1: 'b', TSVAL2: 'c', TSVAL10: 'd' };
    expect(trialSummary('S1', rows({ TSPARMCD: 'TITLE', ...parts })).title).toBe('abcd');
  });

  it.each(['', 'about 300', '0', '-5', '2.5'])('knows no plan from %j', (TSVAL) => {
    expect(trialSummary('S1', rows({ TSPARMCD: 'PLANSUB', TSVAL }))).toEqual({
      title: 'S1',
      plannedSubjects: null,
    });
  });
});
