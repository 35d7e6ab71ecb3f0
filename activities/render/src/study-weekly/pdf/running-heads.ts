import type { StudyWeeklyDataset } from '@rounds/contracts/dataset';
import type { Content } from 'pdfmake/interfaces';
import { COLOUR, CONTENT_WIDTH, MARGIN, SIZE } from '../theme.ts';
import { periodNouns, periodWords } from '../words/dates.ts';
import { scopeShort } from '../words/scope.ts';
import { textBlock } from './rich-text.ts';

/** Made anew for each page: pdfmake writes its layout into what it is given. */
const line = (): Content => ({
  canvas: [{ type: 'line', x1: 0, y1: 0, x2: CONTENT_WIDTH, y2: 0, lineWidth: 0.4, lineColor: COLOUR.rule }],
});

const edges = (left: string, right: string): Content => ({
  columns: [
    { ...textBlock(left), width: '*' },
    { ...textBlock(right, { alignment: 'right' }), width: 'auto' },
  ],
  columnGap: 20,
  fontSize: SIZE.small,
  color: COLOUR.muted,
  margin: [0, 3, 0, 2],
});

/** Study and period on every page but the first, whose title says both. */
export const runningHeader =
  ({ study, period }: StudyWeeklyDataset) =>
  (page: number): Content | null =>
    page === 1
      ? null
      : {
          stack: [edges(`${study.studyId} · ${periodNouns(period).report}`, periodWords(period)), line()],
          margin: [MARGIN.left, 28, MARGIN.right, 0],
        };

/** Names the cut, so that two printed pages can be told to be of one report. */
export const runningFooter =
  ({ manifest, scope }: StudyWeeklyDataset) =>
  (page: number, pages: number): Content => ({
    stack: [
      line(),
      edges(`Cut ${manifest.cut.slice(0, 12)} · ${scopeShort(scope)}`, `Page ${page} of ${pages}`),
    ],
    margin: [MARGIN.left, 14, MARGIN.right, 0],
  });
