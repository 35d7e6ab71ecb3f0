import type { StudyWeeklyDataset } from '@rounds/contracts/dataset';
import type { Content } from 'pdfmake/interfaces';
import { COLOUR, CONTENT_WIDTH, SIZE, SPACE } from '../theme.ts';
import { instantWords, periodNouns, periodWords } from '../words/dates.ts';
import { scopeWords } from '../words/scope.ts';
import { textBlock } from './rich-text.ts';

const fact = (label: string, value: string): Content => ({
  stack: [
    textBlock(label, { fontSize: SIZE.micro, color: COLOUR.muted }),
    textBlock(value, { fontSize: SIZE.small + 0.6, color: COLOUR.ink, lineHeight: 0.95 }),
  ],
});

/** What, when, as of when, for whom. */
export const titleBlock = (dataset: StudyWeeklyDataset): Content[] => {
  const { study, period, timeZone, scope, manifest } = dataset;
  return [
    {
      canvas: [{ type: 'rect', x: 0, y: 0, w: CONTENT_WIDTH, h: 2.4, color: COLOUR.accent }],
      // Into the room of the running head, which the first page does not have.
      margin: [0, -26, 0, 0],
    },
    {
      columns: [
        textBlock(periodNouns(period).report, { bold: true, color: COLOUR.accent }),
        textBlock(study.studyId, { bold: true, color: COLOUR.accent, alignment: 'right' }),
      ],
      margin: [0, SPACE.medium, 0, 0],
    },
    textBlock(periodWords(period), {
      fontSize: SIZE.title,
      bold: true,
      lineHeight: 1,
      margin: [0, SPACE.hair, 0, SPACE.hair],
    }),
    textBlock(study.title, {
      fontSize: SIZE.lead,
      color: COLOUR.muted,
      lineHeight: 0.98,
      margin: [0, 0, 60, SPACE.medium],
    }),
    {
      columns: [
        fact('Whole local days in', timeZone),
        fact('Data as of', instantWords(manifest.cutAt, timeZone)),
        fact('Cut', manifest.cut.slice(0, 12)),
        fact('Scope', scopeWords(scope)),
      ],
      columnGap: 12,
      margin: [0, 0, 0, SPACE.large],
    },
  ];
};
