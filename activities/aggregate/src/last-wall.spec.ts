/** What the mask let through, by whatever fault of it, is hidden before it is stored, and told by place and id. */
import { createSearch } from '@rounds/blinding/wall';
import { emptyDataset, textEntry } from '@rounds/report-types/study-weekly/testing/dataset';
import { storeDocument } from './testing/cut.ts';
import { BLINDED, rows, stage } from './testing/stage.ts';
import { behindLastWall, headlineBehindLastWall } from './last-wall.ts';

const treatments = { names: ['Marolimab', 'Placebo'], codes: [], doses: ['54 mg'] };
const tells = createSearch(treatments);

it('leaves a document out, hides a cell and a key, and tells where', () => {
  const made = emptyDataset();
  const { dataQuality, documents, ...dataset } = behindLastWall(
    {
      ...made,
      study: { ...made.study, title: 'Marolimab in headache' },
      enrolment: {
        ...made.enrolment,
        discontinuationReasons: { 'Left placebo': 2, 'On Marolimab': 1, Other: 4 },
      },
      documents: {
        texts: [
          textEntry({ documentId: 'told', mediaType: 'text/markdown', text: 'On Pla**ce**bo.' }),
          textEntry({ documentId: 'fine', text: 'High fever.' }),
        ],
        images: [],
      },
    },
    tells,
  );
  expect(documents.texts).toMatchObject([
    { documentId: 'told', text: '', characters: 0, refused: { code: 'left-out-for-blinded' } },
    { documentId: 'fine', text: 'High fever.' },
  ]);
  expect(dataset.study.title).toBe('[blinded]');
  expect(dataset.enrolment.discontinuationReasons).toEqual({ '[blinded]': 3, Other: 4 });
  expect(dataQuality.blindingFaults).toEqual([
    { where: 'documents.texts.text', documentId: 'told' },
    { where: 'study.title' },
    { where: 'enrolment.discontinuationReasons.*' },
    { where: 'enrolment.discontinuationReasons.*' },
  ]);
  expect(tells(JSON.stringify(dataset.enrolment))).toBe(false);
});

it('hides a sentence of the mail, and none that every report has', () => {
  const headline = { attention: ['On Marolimab: 1 death.'], changes: ['Week of placebo'] } as never;
  const noneSaid = () => createSearch({ ...treatments, names: ['Marolimab'] });
  expect(headlineBehindLastWall(headline, tells, noneSaid)).toEqual({
    headline: { attention: ['[blinded]'], changes: ['Week of placebo'] },
    faults: [{ where: 'headline.attention' }],
  });
});

it('is told with the dataset, so that people are: of a name in other signs than the study writes it', async () => {
  const { objects, aggregate, cut } = stage();
  const documents = [await storeDocument(objects, Buffer.from('On Ｃ＋＋ since May.'))];
  const names = ['C++', 'Placebo'];
  const made = await cut({
    rows: rows(),
    manifest: { documents, treatments: { names, codes: [], doses: [] } },
  });
  const { ref, dataset } = await aggregate(made, { scope: BLINDED });
  expect(ref.blindingFaults).toEqual([{ where: 'documents.texts.text', documentId: 'doc-1' }]);
  expect(dataset.documents.texts).toMatchObject([{ text: '', refused: { code: 'left-out-for-blinded' } }]);
  expect((await aggregate(made)).ref).not.toHaveProperty('blindingFaults');
});
