import { colourFaults, HOUSE_COLOURS } from './brand-colours.ts';

const faultsOf = (primary: string, accent = primary) =>
  colourFaults({ primary, accent }).map(({ field, rule }) => `${field} ${rule}`);

describe('colours of a template', () => {
  it('are taken when they can be told apart in grey print', () => {
    expect(colourFaults(HOUSE_COLOURS)).toEqual([]);
    for (const colour of ['#70224a', '#1e6a4e', '#4a2270', '#0B5FA5']) expect(faultsOf(colour)).toEqual([]);
  });

  it('are refused where text in them cannot be read on paper', () => {
    expect(faultsOf('#ffcc00', '#70224a')).toEqual([
      expect.stringMatching(/^primary must have a contrast of 4.5 at least with white paper, not 1\.\d\d$/),
    ]);
  });

  it('are refused where the accent cannot be told from what stands beside it', () => {
    expect(faultsOf('#70224a', '#1b2a49')).toEqual([expect.stringContaining('the black of bars')]);
    expect(faultsOf('#70224a', '#a0640a')).toEqual([expect.stringContaining('the second line of charts')]);
  });
});
