import type { ImportDocument, ImportedFile } from '@rounds/contracts/collections';
import { readingOf, unchangedFiles } from './unchanged-files.ts';

const at = new Date('2024-01-01');
const file = (
  name: string,
  domains: readonly string[],
  changes: Partial<ImportedFile> = {},
): ImportedFile => ({
  ...{ file: name, domains, sha256: `hash of ${name}`, rows: 10, refused: 2 },
  ...{ inserted: 8, changed: 0, unchanged: 0, removed: 1 },
  ...changes,
});
const imported = (id: string, ...files: ImportedFile[]): ImportDocument => ({
  ...{ _id: id, studyId: 'S1', by: 'dm', startedAt: at, finishedAt: at, reading: 'r', files },
});
const deliveries = (of: Record<string, string>) => ({
  deliveries: Object.fromEntries(
    Object.entries(of).map(([domain, importId]) => [
      domain,
      { importId, at, by: '', rows: 10, columns: { filled: [], numericFlags: [] } },
    ]),
  ),
});

const BOTH = imported('i1', file('ae.xpt', ['AE']), file('lb.xpt', ['LB']));
const STUDY = deliveries({ AE: 'i1', LB: 'i1' });
const [AE] = BOTH.files;
const here = (...names: string[]) => names.map((name) => ({ file: name, sha256: `hash of ${name}` }));
const names = (...given: Parameters<typeof unchangedFiles>) =>
  unchangedFiles(...given).map((each) => each.file);

describe('files that need not be read again', () => {
  it('are those with the bytes of their domain’s newest delivery', () => {
    expect(
      unchangedFiles([...here('ae.xpt'), { file: 'lb.xpt', sha256: 'other' }], STUDY, [BOTH], 'r'),
    ).toEqual([{ ...AE, inserted: 0, unchanged: 8, removed: 0, readBy: 'i1' }]);
  });

  it('are none where the settings, the shift or the code are others', () => {
    expect(names(here('ae.xpt', 'lb.xpt'), STUDY, [BOTH], 'another reading')).toEqual([]);
    const rules = { decimalSign: '.', missing: new Set<string>() } as const;
    const readings = [
      readingOf(rules, 0),
      readingOf({ ...rules, decimalSign: ',' }, 0),
      readingOf({ ...rules, missing: new Set(['NA']) }, 0),
      readingOf({ ...rules, encoding: 'utf-8' }, 0),
      readingOf(rules, 7),
    ];
    expect(new Set(readings).size).toBe(5);
  });

  it('are none of an older delivery, or under another name', () => {
    expect(names(here('ae.xpt', 'lb.xpt'), deliveries({ AE: 'i2', LB: 'i1' }), [BOTH], 'r')).toEqual([
      'lb.xpt',
    ]);
    expect(names([{ file: 'events.xpt', sha256: 'hash of ae.xpt' }], STUDY, [BOTH], 'r')).toEqual([]);
  });

  it('are all parts of a domain, and all that came with them, or none', () => {
    const split = imported(
      'i1',
      file('lba.xpt', ['LB', 'AE']),
      file('lbb.xpt', ['LB']),
      file('ae.xpt', ['AE']),
    );
    expect(names(here('lba.xpt', 'lbb.xpt', 'ae.xpt'), STUDY, [split], 'r')).toHaveLength(3);
    expect(names(here('lba.xpt', 'ae.xpt'), STUDY, [split], 'r')).toEqual([]);
  });

  it('are none of training and queries: what these may say depends on the study', () => {
    const training = imported('i1', file('training.csv', ['TRAINING']));
    expect(names(here('training.csv'), deliveries({ TRAINING: 'i1' }), [training], 'r')).toEqual([]);
  });

  it('remember the import that read them', () => {
    const again = imported('i2', file('ae.xpt', ['AE'], { readBy: 'i1' }));
    expect(unchangedFiles(here('ae.xpt'), deliveries({ AE: 'i2' }), [again], 'r')).toMatchObject([
      { readBy: 'i1' },
    ]);
  });
});
