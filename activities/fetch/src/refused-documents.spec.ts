import { refusedWithin } from './refused-documents.ts';

const REFUSED = [
  { file: 'narrative-1015.pdf', code: 'unknown-kind', faults: [] },
  { file: 'ecg-1015.png', code: 'empty', faults: [] },
] as const;

describe('documents that were refused at import', () => {
  it('are named, in order, where a cut is of all sites', () => {
    expect(refusedWithin(REFUSED, 'all')).toEqual({
      refusedDocuments: [
        { fileName: 'ecg-1015.png', code: 'empty' },
        { fileName: 'narrative-1015.pdf', code: 'unknown-kind' },
      ],
    });
  });

  it('are counted by reason elsewhere: their names may tell of people of other sites', () => {
    expect(refusedWithin(REFUSED, ['701'])).toEqual({
      refusedDocuments: [{ code: 'empty' }, { code: 'unknown-kind' }],
    });
  });

  it('are nothing where there are none', () => {
    expect(refusedWithin([], 'all')).toEqual({});
  });
});
