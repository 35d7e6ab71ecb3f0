import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { FLAG_VARIABLES } from '@rounds/contracts/cut';
import { NOTHING_KNOWN } from '../testing/known.ts';
import { knownOf } from './known.ts';
import { CODED_VARIABLES, type CodedVariable } from './terms.ts';
import { termsTable } from './terms-table.ts';

const DOCS = join(import.meta.dirname, '../../../../docs/studies.md');

describe('the terms', () => {
  it('are those of docs/studies.md', async () => {
    const page = await readFile(DOCS, 'utf8');
    const [, shown = ''] = /<!-- terms -->\n([\s\S]*?)<!-- \/terms -->/.exec(page) ?? [];
    const unpadded = (table: string) => table.trim().replace(/ +/g, ' ').replace(/-+/g, '-');
    expect(unpadded(shown)).toBe(unpadded(termsTable()));
  });

  it('are what other values stand for', () => {
    for (const { terms, taken } of Object.values<CodedVariable>(CODED_VARIABLES))
      for (const [value, term] of Object.entries(taken)) {
        expect(terms).toContain(term);
        expect(terms).not.toContain(value);
      }
  });

  it('of yes and no are looked at as columns by every import', () => {
    const flags = Object.entries<CodedVariable>(CODED_VARIABLES).flatMap(([name, { isFlag }]) =>
      isFlag ? name : [],
    );
    const columns = Object.entries(FLAG_VARIABLES).flatMap(([domain, names]) =>
      names.map((name) => `${domain}.${name}`),
    );
    expect(columns.sort()).toEqual(flags.sort());
  });

  const columns = { AE: { filled: ['AESER', 'AEOUT'], numericFlags: ['AESER'] } };

  it.each([
    ['Y', 'Y', 'plain'],
    ['y', 'Y', 'mapped'],
    [' Y', 'Y', 'mapped'],
    ['Yes', 'Y', 'mapped'],
    ['false', 'N', 'mapped'],
    ['U', 'U', 'plain'],
    ['', '', 'plain'],
    ['*', '', 'not'],
    ['1', '', 'not'],
    ['constructor', '', 'not'],
  ])('AESER %p is taken for %p (%s)', (value, term, how) => {
    expect(NOTHING_KNOWN.understand('AE.AESER', { AESER: value })).toMatchObject({ term, how });
  });

  it('take 1 and 0 for yes and no only where the study has nothing else, also as numbers', () => {
    const { term } = knownOf({ columns, latestDay: '2024-03-11' });
    expect([term('AE.AESER', { AESER: '1' }), term('AE.AESER', { AESER: 0 })]).toEqual(['Y', 'N']);
    expect(term('AE.AESDTH', { AESDTH: 1 })).toBe('');
  });

  it('leave a term of an open codelist as it is', () => {
    const { understand } = NOTHING_KNOWN;
    expect(understand('DS.DSDECOD', { DSDECOD: 'Randomised' })).toMatchObject({
      term: 'RANDOMIZED',
      how: 'mapped',
    });
    expect(understand('DS.DSDECOD', { DSDECOD: 'Moved away' })).toMatchObject({
      term: 'MOVED AWAY',
      how: 'plain',
    });
  });
});

describe('what a study lacks', () => {
  it('is a variable that no row fills, of a dataset that has rows', () => {
    const columns = { AE: { filled: ['AETERM'], numericFlags: [] }, LB: { filled: [], numericFlags: [] } };
    const { lacks } = knownOf({ columns, latestDay: '2024-03-11' });
    expect(['AE.AESER', 'AE.AETERM', 'LB.LBNRIND', 'DS.DSCAT'].map(lacks)).toEqual([
      true,
      false,
      false,
      false,
    ]);
  });
});
