import type { SdtmRow } from '@rounds/contracts/received';
import type { ComparedFigure } from '@rounds/report-types/compared';
import type { StudyRow } from '@rounds/report-types/folds/study-row';
import { changeSentences, inBrief } from '@rounds/report-types/model/parts/change-words';
import { voiceOf } from '@rounds/report-types/model/words/voice';
import { NOTHING_KNOWN } from '@rounds/report-types/testing/known';
import { compareBytes } from '@rounds/contracts/byte-order';
import fc from 'fast-check';
import { foldChanges, type ChangesContext } from './changes.ts';
import { createMask } from '@rounds/blinding/mask';
import { createPairing } from './paired-rows.ts';

const START = '2024-03-04';
const WITHIN = '2024-03-05';
const BEFORE = '2024-01-05';

const context = (changes: Partial<ChangesContext> = {}): ChangesContext => ({
  start: START,
  unblinded: true,
  label: (text) => text,
  couldHold: () => true,
  compared: [],
  known: { current: NOTHING_KNOWN, previous: NOTHING_KNOWN },
  ...changes,
});

const rowOf = (key: string, row: SdtmRow = {}, day = WITHIN): StudyRow => ({
  key,
  day,
  subject: key,
  siteId: '701',
  receivedAt: '',
  row,
});

/** Each side's rows in groups, as parts of a cut are read. */
const changesBetween = (
  previous: ReadonlyMap<string, string>,
  current: ReadonlyMap<string, string>,
  groupOf: (key: string, version: string) => number,
) => {
  const changes = foldChanges(context());
  const pairing = createPairing((pair) => {
    changes.add('AE', pair);
  });
  for (const group of [0, 1, 2]) {
    const of = (side: ReadonlyMap<string, string>) =>
      [...side].filter(([key, version]) => groupOf(key, version) === group);
    for (const [key, version] of of(previous)) pairing.before(rowOf(key, { AETERM: version }));
    for (const [key, version] of of(current)) pairing.now(rowOf(key, { AETERM: version }));
    pairing.endGroup();
  }
  pairing.end();
  return changes.result();
};

const versions = fc
  .dictionary(fc.string({ unit: 'binary', maxLength: 3 }), fc.constantFrom('v1', 'v2'))
  .map((record) => new Map(Object.entries(record)));

describe('changes between two cuts', () => {
  it('are found by key, wherever a row was and is, and listed in the order of keys', () => {
    fc.assert(
      fc.property(versions, versions, fc.func(fc.constantFrom(0, 1, 2)), (previous, current, groupOf) => {
        const keys = [...current.keys()].sort(compareBytes);
        const added = keys.filter((key) => !previous.has(key));
        const changed = keys.filter((key) => previous.has(key) && previous.get(key) !== current.get(key));
        const removed = [...previous.keys()].filter((key) => !current.has(key)).sort(compareBytes);
        const { byDomain, rows, rowsLeftOut } = changesBetween(previous, current, groupOf);
        const { AE = { added: 0, late: 0, changed: 0, removed: 0 } } = byDomain;
        expect(AE).toEqual({
          ...{ added: added.length, late: 0, changed: changed.length, removed: removed.length },
        });
        const told = (kind: string, all: readonly string[]) => all.map((key) => [kind, key]);
        expect(rows.map(({ kind, subject }) => [kind, subject])).toEqual([
          ...told('removed', removed),
          ...told('changed', changed),
          ...told('added', added),
        ]);
        expect(rowsLeftOut).toEqual({});
      }),
    );
  });
});

describe('a row that changed', () => {
  const told = (previous: StudyRow | undefined, current: StudyRow | undefined, changes = context()) => {
    const fold = foldChanges(changes);
    fold.add('AE', { previous, current });
    return fold.result();
  };

  it('is told in words, with each variable as it was and is', () => {
    const event = { AEDECOD: 'HEADACHE', AESEQ: 3, AESER: 'N', AETERM: 'head ache' };
    const { rows } = told(rowOf('S1|3', event), rowOf('S1|3', { ...event, AESER: 'Y', AEOUT: 'FATAL' }));
    expect(rows).toEqual([
      {
        domain: 'AE',
        kind: 'changed',
        subject: 'S1|3',
        siteId: '701',
        day: WITHIN,
        what: 'HEADACHE, AESEQ 3',
        variables: [
          { name: 'AEOUT', before: '', now: 'FATAL' },
          { name: 'AESER', before: 'N', now: 'Y' },
        ],
      },
    ]);
  });

  it('shortens a long text, and says so; a number that became text is the same to a reader', () => {
    const { rows } = told(rowOf('a', { N: 1, T: 'x' }), rowOf('a', { N: '1', T: '😀'.repeat(150) }));
    expect(rows[0]?.variables).toHaveLength(1);
    expect(rows[0]?.variables?.[0]?.now).toMatch(/^😀+…$/u);
  });

  it('is late when it is new and of a day before the period, unless its site is new to the reader', () => {
    const row = rowOf('a', {}, BEFORE);
    expect(told(undefined, row).byDomain).toEqual({ AE: { added: 1, late: 1, changed: 0, removed: 0 } });
    expect(told(undefined, row).rows[0]?.kind).toBe('late');
    const unknown = context({ couldHold: () => false });
    expect(told(undefined, row, unknown).byDomain).toEqual({
      AE: { added: 1, late: 0, changed: 0, removed: 0 },
    });
    expect(told(undefined, rowOf('a', {}, START)).rows[0]?.kind).toBe('added');
  });

  it('is left out of the list where there are too many, the merely new first, and counted', () => {
    const fold = foldChanges(context({ mostRows: 3 }));
    for (const key of ['a', 'b', 'c', 'd']) fold.add('LB', { current: rowOf(key), previous: undefined });
    fold.add('VS', { current: undefined, previous: rowOf('x') });
    fold.add('VS', { current: rowOf('y', {}, BEFORE), previous: undefined });
    const { rows, rowsLeftOut, byDomain } = fold.result();
    expect(rows.map(({ kind }) => kind)).toEqual(['removed', 'late', 'added']);
    expect(rowsLeftOut).toEqual({ LB: 3 });
    expect(byDomain.LB?.added).toBe(4);
    expect(
      changeSentences(inBrief({ first: false, byDomain, rows, rowsLeftOut }), [], voiceOf()).at(-1),
    ).toBe('Of the rows that changed, 3 are listed one by one and 3 more are counted only: LB 3.');
  });
});

describe('for blinded readers', () => {
  const mask = createMask({ names: ['Placebo', 'Marolimab'], codes: [], doses: ['54 mg'] });
  const blinded = context({ unblinded: false, label: mask });
  const told = (domain: 'DM' | 'EX' | 'AE', before: SdtmRow, now: SdtmRow) => {
    const fold = foldChanges(blinded);
    fold.add(domain, { previous: rowOf('a', before), current: rowOf('a', now) });
    return fold.result();
  };

  it.each([
    ['DM', { ARM: '' }, { ARM: 'Placebo', ARMCD: 'P', ACTARM: 'Placebo', ACTARMCD: 'P', ARMNRS: 'X' }],
    ['DM', { TRT01P: 'A' }, { TRT01P: 'B' }],
    ['AE', { AETERM: 'on placebo' }, { AETERM: 'on Marolimab' }],
    ['EX', { EXDOSE: 54 }, { EXDOSE: 81 }],
    ['EX', { VISIT: 'WEEK 2' }, { VISIT: 'WEEK 4' }],
  ] as const)(
    'a row of %s that differs in treatments alone is the same row: %j %j',
    (domain, before, now) => {
      expect(told(domain, before, now)).toMatchObject({ byDomain: {}, rows: [] });
    },
  );

  it('exposure is neither new nor gone', () => {
    const fold = foldChanges(blinded);
    fold.add('EX', { previous: undefined, current: rowOf('a') });
    fold.add('EX', { previous: rowOf('b'), current: undefined });
    expect(fold.result()).toMatchObject({ byDomain: {}, rows: [] });
  });

  it('what else changed is told, without the arm', () => {
    const { rows } = told('DM', { AGE: 63, ARM: '' }, { AGE: 64, ARM: 'Placebo' });
    expect(rows[0]?.variables).toEqual([{ name: 'AGE', before: '63', now: '64' }]);
  });
});

describe('figures that moved', () => {
  const serious: ComparedFigure = {
    path: 'adverseEvents.toDate.serious',
    label: 'serious-adverse-events-to-date',
    of: 'toDate',
    grave: true,
    rows: { domain: 'AE', counts: ({ AESER }) => AESER === 'Y' },
  };

  it('are told with the rows that came and went', () => {
    const fold = foldChanges(context({ compared: [serious] }));
    const [yes, no] = [{ AESER: 'Y' }, { AESER: 'N' }];
    fold.add('AE', { previous: undefined, current: rowOf('a', yes) });
    fold.add('AE', { previous: undefined, current: rowOf('b', yes, BEFORE) });
    fold.add('AE', { previous: rowOf('c', yes), current: undefined });
    fold.add('AE', { previous: rowOf('d', no), current: rowOf('d', yes) });
    fold.add('AE', { previous: rowOf('e', yes), current: rowOf('e', no) });
    fold.add('AE', { previous: undefined, current: rowOf('f', no) });
    const { moves, rows } = fold.result();
    expect(moves.get(serious.path)).toEqual({
      came: { added: 1, changed: 1, late: 1 },
      went: { changed: 1, removed: 1 },
    });
    expect(rows.find(({ kind }) => kind === 'late')?.came).toEqual([serious.path]);
    const figures = [{ figure: serious.path, before: 2, now: 3, ...moves.get(serious.path) }];
    expect(
      changeSentences({ first: false, byDomain: {}, figures, rowsListed: 0 }, [serious], voiceOf()),
    ).toContain(
      'Serious adverse events to date: 2 → 3 (1 new, 1 entered late, 1 by correction, 1 removed, 1 corrected away).',
    );
  });
});

describe('the changes in words', () => {
  const compared = { cut: 'abc', period: { start: '2024-02-26', end: START } };
  const counts = (added: number, late: number, changed: number, removed: number) => ({
    added,
    late,
    changed,
    removed,
  });
  const words = (changes: Partial<Parameters<typeof changeSentences>[0]>, figures: ComparedFigure[] = []) =>
    changeSentences(
      { first: false, comparedWith: compared, byDomain: {}, rowsListed: 0, ...changes },
      figures,
      voiceOf(),
    );

  it('tell what was reported and is otherwise now before what is new', () => {
    expect(words({ byDomain: { AE: counts(2, 1, 1, 0), LB: counts(40, 3, 0, 3) } })).toEqual([
      '3 rows were removed: LB 3.',
      '1 row was changed: AE 1.',
      '42 rows were added: LB 40, AE 2.',
      '4 added rows are late, of days before this report’s period: LB 3, AE 1.',
    ]);
  });

  it('tell what the last report said of its own period and is known otherwise now', () => {
    const visits: ComparedFigure = { path: 'visits.inPeriod', label: 'visits', of: 'inPeriod' };
    expect(words({ restated: [{ figure: visits.path, before: 40, now: 41 }] }, [visits])).toContain(
      '26 February – 3 March 2024, as told in the last report → as known now: visits 40 → 41.',
    );
  });

  it('say when nothing changed, and which sites are new to the reader', () => {
    expect(words({})).toEqual(['Nothing has changed since the last report.']);
    expect(words({ byDomain: { AE: counts(1, 0, 0, 0) }, sitesNotHeld: ['702', '703'] }).at(-1)).toBe(
      'Not in the last report, so that all their rows count as added: sites 702, 703.',
    );
  });

  it('say when there is nothing to compare with, and why', () => {
    const why = (notCompared: 'firstReport' | 'onDemand' | 'noLongerKept') => words({ notCompared })[0];
    expect(why('firstReport')).toContain('first report');
    expect(why('onDemand')).toContain('on demand');
    expect(why('noLongerKept')).toContain('no longer kept');
  });
});
