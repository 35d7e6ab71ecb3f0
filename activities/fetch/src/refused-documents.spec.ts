import { refusedDocuments } from './refused-documents.ts';

const REFUSED = [
  { file: 'narrative-1015.pdf', code: 'unknown-kind', faults: [] },
  { file: 'ecg-1015.png', code: 'empty', faults: [] },
] as const;

describe('documents that were refused at import', () => {
  it('are named, in order', () => {
    expect(refusedDocuments(REFUSED)).toEqual({
      refusedDocuments: [
        { fileName: 'ecg-1015.png', code: 'empty' },
        { fileName: 'narrative-1015.pdf', code: 'unknown-kind' },
      ],
    });
  });

  it('are nothing where there are none', () => {
    expect(refusedDocuments([])).toEqual({});
  });
});
