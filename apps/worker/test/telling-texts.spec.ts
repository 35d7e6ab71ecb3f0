/**
 * What blinded readers could take from the files themselves: texts of thirty studies, each of which tells a treatment in
 * some way of writing it, in one report. Nothing of them is found in any format, and all of it in what others get.
 */
import { storeDocument } from '@rounds/activities-aggregate/testing/cut';
import { ALL, BLINDED, row, stage, WITHIN } from '@rounds/activities-aggregate/testing/stage';
import {
  createRandom,
  readings,
  tellingText,
  treatmentsFound,
  trialOf,
  type Random,
  type TextKind,
  type Trial,
} from '@rounds/activities-aggregate/testing/telling-texts';
import { draw } from '@rounds/activities-render/draw';
import { FORMATS, type Format } from '@rounds/contracts/formats';
import type { Scope } from '@rounds/contracts/scope';
import type { StudyWeeklyDataset } from '@rounds/report-types/study-weekly/dataset';
import { everyTextOf } from './blinded/needles.ts';

const STUDIES = 30;
const TEXTS = 3;

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** A frozen study of this trial with texts of every kind. */
const frozen = async (random: Random, trial: Trial, name: string) => {
  const made = stage();
  const text = (kind: TextKind) => tellingText(random, trial, kind);
  const line = (kind: TextKind) => oneLine(text(kind));
  const documents = [];
  for (let n = 0; n < TEXTS; n += 1)
    for (const [kind, mediaType] of [
      ['markdown', 'text/markdown'],
      ['text', 'text/plain'],
    ] as const)
      documents.push(
        await storeDocument(made.objects, Buffer.from(text(kind)), {
          ...{ documentId: `doc_${name}_${kind}_${n}`, mediaType, title: line('title') },
        }),
      );
  documents.push(
    await storeDocument(made.objects, Buffer.from(name), {
      ...{ documentId: `doc_${name}_image`, kind: 'image', mediaType: 'image/png' },
      ...{ title: line('title'), caption: line('caption'), fileName: line('file name') },
    }),
  );
  const event = () => ({ AEDTC: WITHIN, AETERM: line('AETERM'), AEDECOD: line('AETERM'), AESER: 'Y' });
  const cut = await made.cut({
    rows: {
      DM: [row('DM', `S${name}`, { SITEID: '701' }, `S${name}`)],
      AE: [1, 2].map((n) => row('AE', `S${name}`, event(), `S${name}|${n}`)),
    },
    manifest: { treatments: trial.treatments, documents, studyTitle: line('title') },
  });
  return { trial, of: async (scope: Scope) => (await made.aggregate(cut, { scope })).dataset };
};

/** One report that shows what the reports of all would. */
const together = (all: readonly StudyWeeklyDataset[]): StudyWeeklyDataset => {
  const [first] = all;
  if (first === undefined) throw new Error('There is no study.');
  return {
    ...first,
    documents: {
      texts: all.flatMap(({ documents }) => documents.texts),
      images: all
        .flatMap(({ documents }) => documents.images)
        .map((image) => ({
          ...image,
          refused: { code: 'empty' },
        })),
    },
    listings: {
      ...first.listings,
      adverseEvents: all.flatMap(({ listings }) => listings.adverseEvents),
      seriousEvents: all.flatMap(({ listings }) => listings.seriousEvents),
    },
  };
};

const textsOf = async (dataset: StudyWeeklyDataset, format: Format) =>
  everyTextOf(Buffer.from(await draw({ format, dataset, pictures: {} })));

let studies: Awaited<ReturnType<typeof frozen>>[];
beforeAll(async () => {
  const random = createRandom(30);
  studies = [];
  for (let n = 0; n < STUDIES; n += 1) studies.push(await frozen(random, trialOf(random), String(n)));
});

/** Of each study that is told: what is. */
const toldIn = (texts: readonly string[]): string[][] => {
  const read = texts.flatMap((text) => readings(text, false));
  return studies.flatMap(({ trial }) => {
    const found = new Set(treatmentsFound(read, trial, 6));
    return found.size === 0 ? [] : [[...found]];
  });
};

it('tell nothing in any format', async () => {
  const dataset = together(await Promise.all(studies.map(({ of }) => of(BLINDED))));
  for (const format of FORMATS)
    expect([format, toldIn(await textsOf(dataset, format))]).toEqual([format, []]);
});

it('are found by the same search in what unblinded readers get', async () => {
  const dataset = together(await Promise.all(studies.map(({ of }) => of(ALL))));
  for (const format of FORMATS) expect(toldIn(await textsOf(dataset, format))).toHaveLength(STUDIES);
});
