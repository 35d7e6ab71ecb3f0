import { canonicalJson } from '@rounds/contracts/canonical-json';
import type { SdtmRow } from '@rounds/contracts/received';
import fc from 'fast-check';
import { rowReader } from '../readers/cells.ts';
import type { Dataset, DatasetColumn } from '../readers/dataset.ts';
import { without } from '../testing/study-folder.ts';
import { hashOf, rowValidator, type RowVerdict } from './validate-row.ts';

const CONTEXT = { studyId: 'S1', studyFrom: 'dm.ndjson', shiftDays: 0 };

const AE = {
  STUDYID: 'S1',
  DOMAIN: 'AE',
  USUBJID: 'S1-01',
  AESEQ: 3,
  AETERM: 'headache',
  AEDTC: '2024-01-05',
};

const judge = (
  name: string,
  row: SdtmRow,
  options: { columns?: string[]; shiftDays?: number } = {},
): RowVerdict => {
  const names = options.columns ?? Object.keys(row);
  const columns = names.map((column): DatasetColumn => ({ name: column, label: '', dataType: 'string' }));
  const dataset = { name, columns } as unknown as Dataset;
  const context = { ...CONTEXT, shiftDays: options.shiftDays ?? 0 };
  return rowValidator(dataset, context)({ row: 1, values: row, unread: [], faults: [] });
};

/** AE without the variable, whose column is still there. */
const lacking = (variable: keyof typeof AE): RowVerdict =>
  judge('AE', without(AE, variable), { columns: Object.keys(AE) });

describe('a row', () => {
  it('is taken with its key, day and hash', () => {
    expect(judge('AE', AE)).toEqual({
      domain: 'AE',
      key: 'S1-01|3',
      faults: [],
      candidate: {
        domain: 'AE',
        key: 'S1-01|3',
        subject: 'S1-01',
        day: '2024-01-05',
        row: AE,
        hash: hashOf(AE),
      },
    });
  });

  it.each<[string, SdtmRow, string, string | null]>([
    ['DM', { USUBJID: 'S1-01', DMDTC: '2024-01' }, 'S1-01', '2024-01-01'],
    ['AE', { USUBJID: 'S1-01', AESEQ: 1, AESTDTC: '2024' }, 'S1-01|1', '2024-01-01'],
    ['AE', { USUBJID: 'S1-01', AESEQ: 1, AEDTC: '--03-05', AESTDTC: '2024' }, 'S1-01|1', null],
    ['AE', { USUBJID: 'S1-01', AESEQ: 1 }, 'S1-01|1', null],
    ['LB', { USUBJID: 'S1-01', LBSEQ: 7, LBDTC: '2024-01-05T23:59' }, 'S1-01|7', '2024-01-05'],
    ['CM', { USUBJID: 'S1-01', CMSEQ: 7, CMSTDTC: '2023---09' }, 'S1-01|7', '2023-01-09'],
    ['SV', { USUBJID: 'S1-01', VISITNUM: 3.1, SVSTDTC: '2024-01-05' }, 'S1-01|3.1', '2024-01-05'],
    ['SV', { USUBJID: 'S1-01', SVSTDTC: '2024-01-05' }, 'S1-01|', '2024-01-05'],
    ['MH', { USUBJID: 'S1-01', MHSEQ: 1, MHDTC: '2024-01-05' }, 'S1-01|1', null],
    ['TS', { TSPARMCD: 'TITLE', TSSEQ: 1, TSVAL: 'x' }, 'TITLE|1', null],
    [
      'SUPPAE',
      { RDOMAIN: 'AE', USUBJID: 'S1-01', IDVAR: 'AESEQ', IDVARVAL: '3', QNAM: 'Q' },
      'AE|S1-01|AESEQ|3|Q',
      null,
    ],
    ['SUPPDM', { RDOMAIN: 'DM', USUBJID: 'S1-01', QNAM: 'Q' }, 'DM|S1-01|||Q', null],
    ['XX', { USUBJID: 'a|b', XXSEQ: '50%' }, 'a%7Cb|50%25', null],
  ])('of %s %j has the key %s and the day %s', (name, variables, key, day) => {
    const row = { STUDYID: 'S1', ...variables };
    expect(judge(name, row).candidate).toMatchObject({ domain: name, key, day });
  });

  it('of a dataset without a sequence number is told by its content', () => {
    const one = judge('ZZ', { STUDYID: 'S1', USUBJID: 'S1-01', ZZVAL: 1 });
    const other = judge('ZZ', { STUDYID: 'S1', USUBJID: 'S1-01', ZZVAL: 2 });
    expect(one.key).toMatch(/^S1-01\|[0-9a-f]{16}$/);
    expect(one.key).not.toBe(other.key);
  });

  it('of a part of a split domain belongs to the whole', () => {
    const row = { STUDYID: 'S1', DOMAIN: 'LB', USUBJID: 'S1-01', LBSEQ: 1, LBDTC: '2024-01-05' };
    expect(judge('LBCH', row).candidate).toMatchObject({ domain: 'LB', key: 'S1-01|1', day: '2024-01-05' });
  });

  it.each<[string, RowVerdict, string, string]>([
    ['another study', judge('AE', { ...AE, STUDYID: 'S2' }), 'STUDYID', 'must be S1, as in dm.ndjson'],
    ['no study', lacking('STUDYID'), 'STUDYID', 'must be S1, as in dm.ndjson'],
    ['another domain', judge('AE', { ...AE, DOMAIN: 'CM' }), 'DOMAIN', 'must be AE'],
    ['no domain', lacking('DOMAIN'), 'DOMAIN', 'must be AE'],
    ['no subject', lacking('USUBJID'), 'USUBJID', 'is required'],
    ['no sequence number', lacking('AESEQ'), 'AESEQ', 'is required'],
  ])('with %s is refused by field and rule', (_name, verdict, field, rule) => {
    expect(verdict.candidate).toBeNull();
    expect(verdict.faults).toEqual([{ field, rule: expect.stringContaining(rule) as string }]);
  });

  it('is refused with every reason at once', () => {
    const verdict = judge(
      'AE',
      { STUDYID: 'S2', DOMAIN: 'AE', AESEQ: 1, AEDTC: 'x' },
      { columns: Object.keys(AE) },
    );
    expect(verdict.faults.map(({ field }) => field)).toEqual(['STUDYID', 'USUBJID']);
    expect(verdict.key).toBeNull();
  });

  it('that is refused still says which one it is', () => {
    expect(judge('AE', { ...AE, STUDYID: 'S2' }).key).toBe('S1-01|3');
  });

  it('stays without a date that is none, of no day if it was to decide', () => {
    const start = judge('AE', { ...AE, AESTDTC: '2024-13-45' });
    expect(start.faults).toEqual([]);
    expect(start.candidate).toMatchObject({
      key: 'S1-01|3',
      day: '2024-01-05',
      row: AE,
      faults: [{ variable: 'AESTDTC', code: 'not-a-date' }],
    });
    // The start of the event does not stand in for the day of its collection, which is filled.
    const { candidate } = judge('AE', { ...AE, AEDTC: '05JAN2024', AESTDTC: '2024-01-01' });
    expect(candidate?.day).toBeNull();
    expect(candidate?.row).toEqual({
      STUDYID: 'S1',
      DOMAIN: 'AE',
      USUBJID: 'S1-01',
      AESEQ: 3,
      AETERM: 'headache',
      AESTDTC: '2024-01-01',
    });
  });

  it('is another one once its cell can be read, or is empty', () => {
    const empty = without(AE, 'AEDTC');
    const hashes = [AE, empty, { ...AE, AEDTC: 'x' }].map((row) => judge('AE', row).candidate?.hash);
    expect(new Set(hashes).size).toBe(3);
    // What the cell held is nowhere: it may be anything.
    expect(judge('AE', { ...AE, AEDTC: 'y' }).candidate?.hash).toBe(hashes[2]);
    expect(JSON.stringify(judge('AE', { ...AE, AEDTC: 'secret' }))).not.toContain('secret');
  });

  it('is refused for a key that cannot be read, by its rule', () => {
    const columns = Object.keys(AE).map((name): DatasetColumn => ({ name, label: '', dataType: 'string' }));
    const validate = rowValidator({ name: 'AE', columns } as unknown as Dataset, CONTEXT);
    const values = without(AE, 'AESEQ');
    const unread = [{ variable: 'AESEQ', code: 'not-a-number' } as const];
    expect(validate({ row: 1, values, unread, faults: [] }).faults).toEqual([
      { field: 'AESEQ', rule: 'must be a decimal number' },
    ]);
  });

  it('of a comment is known by what it is about, and its number there', () => {
    const comment = { STUDYID: 'S1', DOMAIN: 'CO', RDOMAIN: 'AE', IDVAR: 'AESEQ', COSEQ: 1, COVAL: 'x' };
    const key = (variables: SdtmRow) => judge('CO', { ...comment, ...variables }).key;
    expect(key({ USUBJID: 'S1-01', IDVARVAL: '3' })).toBe('AE|S1-01|AESEQ|3|1');
    expect(key({ USUBJID: 'S1-02', IDVARVAL: '3' })).toBe('AE|S1-02|AESEQ|3|1');
    expect(key({ USUBJID: 'S1-01' })).toBe('AE|S1-01|AESEQ||1');
  });

  it('is stored with its dates moved, under the same key', () => {
    const { candidate } = judge('AE', AE, { shiftDays: 70 });
    expect(candidate).toMatchObject({
      key: 'S1-01|3',
      day: '2024-03-15',
      row: { ...AE, AEDTC: '2024-03-15' },
    });
  });

  it('has the hash of its canonical JSON, in whatever order its columns came', () => {
    const cell = fc.option(fc.oneof(fc.string(), fc.double({ noNaN: true, noDefaultInfinity: true })));
    const name = fc.stringMatching(/^[A-Z_][A-Z0-9_]{0,7}$/);
    const cells = fc.uniqueArray(fc.tuple(name, cell), { selector: ([each]) => each });
    fc.assert(
      fc.property(cells, (row) => {
        const columns = row.map(([each, value]): DatasetColumn => {
          return { name: each, label: '', dataType: typeof value === 'number' ? 'double' : 'string' };
        });
        const { values } = rowReader(columns)(
          1,
          row.map(([, value]) => value),
        );
        expect(JSON.stringify(values)).toBe(canonicalJson(values));
      }),
    );
  });
});
