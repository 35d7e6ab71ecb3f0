import { cutFor, previousCutOf } from './previous-cut.ts';
import type { Scope } from './scope.ts';

const cut = (name: string) => ({ manifestKey: `cuts/${name}`, sha256: name, rows: 1, documents: 0 });
const ALL: Scope = { sites: 'all', unblinded: true };
const SOME: Scope = { sites: ['702', '701'], unblinded: false };
const NEW: Scope = { sites: ['703'], unblinded: false };

describe('the cut that a report is compared with', () => {
  const deliveredCuts = [
    { scope: 'all-unblinded', cut: cut('newest'), due: '2024-03-11' },
    { scope: '701+702-blinded', cut: cut('older'), due: '2024-03-04' },
  ];
  const previous = previousCutOf({ lastDeliveredCut: cut('newest'), deliveredCuts });

  it('is the one last delivered to readers of the same scope', () => {
    expect(cutFor(previous, ALL)).toEqual(cut('newest'));
    expect(cutFor(previous, SOME)).toEqual(cut('older'));
  });

  it('is none for a scope that got no report yet, whatever others got', () => {
    expect(cutFor(previous, NEW)).toBeUndefined();
  });

  it('is the last one where it is not known who got it', () => {
    expect(cutFor(cut('newest'), NEW)).toEqual(cut('newest'));
  });

  it('is none before the first report', () => {
    expect(previousCutOf(null)).toBeUndefined();
    expect(cutFor(previousCutOf({}), ALL)).toBeUndefined();
  });
});
