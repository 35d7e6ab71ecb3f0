/** The last wall before sending: finds a treatment wherever a reader could take it from, and names none. */
import { FORMATS } from '@rounds/contracts/formats';
import { emptyDataset, textEntry } from '@rounds/report-types/study-weekly/testing/dataset';
import { draw } from '../draw.ts';
import { inspect } from './inspect.ts';
import { unsaid } from './stored.ts';

const treatments = {
  names: ['Marolimab High Dose', 'Placebo'],
  codes: ['Mar_Hi', 'Weekly'],
  doses: ['54 mg'],
};
const found = async (format: (typeof FORMATS)[number], title: string, text: string) => {
  const dataset = emptyDataset({
    study: { studyId: 'STUDY-1', title: 'A study of psoriasis' },
    scope: { sites: 'all', unblinded: false },
    documents: {
      texts: [textEntry({ documentId: 'note', title, text, mediaType: 'text/markdown' })],
      images: [],
    },
  });
  const bytes = await draw({ format, dataset, pictures: {} });
  const findings = await inspect({ format, dataset, bytes, treatments });
  return findings.filter(({ check }) => check === 'blinding');
};

const expectOne = async (format: (typeof FORMATS)[number], title: string, text: string) => {
  const findings = await found(format, title, text);
  expect(findings).toHaveLength(1);
  expect(JSON.stringify(findings)).not.toMatch(/mar|placebo|54|high/i);
};

it.each(FORMATS)(
  'finds a title in %s, and nothing where only the report itself uses the word',
  async (format) => {
    await expectOne(format, 'On Mar-Hi', 'Fever.');
    expect(await found(format, 'Note', 'High fever; paracetamol 500 mg; dose unchanged.')).toEqual([]);
  },
);

it.each(['pdf', 'json'] as const)('finds it in a text of %s, marked up or not', async (format) => {
  await expectOne(format, 'Note', 'Took 54(mg), high **dose**, Pla&#99;ebo.');
});

it('is nothing that a report may name as lacking, and be sent', () => {
  const finding = {
    check: 'blinding',
    where: 'pdf',
    code: 'tells-treatment',
    values: { places: 1 },
  } as const;
  expect(unsaid([finding], [finding])).toEqual([finding]);
});
