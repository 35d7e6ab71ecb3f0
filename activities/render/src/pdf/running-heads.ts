import type { Head } from '@rounds/report-types/model/report-model';
import type { Voice } from '@rounds/report-types/model/words/voice';
import type { Content } from 'pdfmake/interfaces';
import { COLOUR, CONTENT_WIDTH, MARGIN, SIZE } from '../theme.ts';
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
  ({ studyId, report, period }: Head) =>
  (page: number): Content | null =>
    page === 1
      ? null
      : {
          stack: [edges(`${studyId} · ${report}`, period), line()],
          margin: [MARGIN.left, 28, MARGIN.right, 0],
        };

/** Names the cut, so that two printed pages can be recognised as of one report. @param own line of the template */
export const runningFooter =
  ({ cut, scope }: Head, own: string | undefined, { say }: Voice) =>
  (page: number, pages: number): Content => ({
    stack: [
      line(),
      edges(`${say('cut-named', { cut: cut.slice(0, 12) })} · ${scope}`, say('page-of', { page, pages })),
      ...(own === undefined ? [] : [textBlock(own, { fontSize: SIZE.small, color: COLOUR.muted })]),
    ],
    margin: [MARGIN.left, 14, MARGIN.right, 0],
  });
