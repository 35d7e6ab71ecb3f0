import { blindedTitle } from './blinded-title.ts';

const TITLE = 'A study of Xanomeline in Alzheimer’s disease, against placebo';

describe('the title for blinded readers', () => {
  it('hides what the rows name as treatments', () => {
    const treatments = {
      names: ['Placebo', 'Xanomeline High Dose', 'XANOMELINE'],
      codes: ['Pbo'],
      doses: [],
    };
    expect(blindedTitle(TITLE, treatments)).toEqual({
      blindedTitle: 'A study of [blinded] in Alzheimer’s disease, against [blinded]',
    });
  });

  it('is none where no row names a treatment', () => {
    expect(blindedTitle(TITLE, { names: [], codes: [], doses: [] })).toEqual({});
  });
});
