import { titleFor } from './study-title.ts';

const study = { _id: 'S1', title: 'A study of Xanomeline', blindedTitle: 'A study of [blinded]' };

describe('the title of a study', () => {
  it('is whole for the unblinded, and masked for everybody else', () => {
    expect(titleFor(study, { unblinded: true })).toBe('A study of Xanomeline');
    expect(titleFor(study, { unblinded: false })).toBe('A study of [blinded]');
  });

  it('is the STUDYID for the blinded where nothing masked it', () => {
    expect(titleFor({ _id: 'S1', title: study.title }, { unblinded: false })).toBe('S1');
  });
});
