/** On the first page of a report that is partial, before anything else: what it lacks. */
import type { Lacking } from '@rounds/report-types/model/report-model';
import type { Content } from 'pdfmake/interfaces';
import { COLOUR, CONTENT_WIDTH, leading, SIZE, SPACE } from '../theme.ts';
import { textBlock } from './rich-text.ts';

const INSET = 10;
const LINE = 12;

/** A frame and not a filled box: it must not be taken for what needs attention in the study. */
export const lackingPanel = (lacking: Lacking | undefined): Content[] =>
  lacking === undefined
    ? []
    : [
        {
          table: {
            widths: [CONTENT_WIDTH - 2 * INSET - 2],
            // A row a line: a list that is longer than a page goes on on the next.
            body: [
              [textBlock(lacking.title, { bold: true, fontSize: SIZE.sub, color: COLOUR.alert })],
              ...lacking.lines.map((line) => [textBlock(line, { lineHeight: leading(SIZE.body, LINE) })]),
            ],
          },
          layout: {
            hLineWidth: (line, node) => (line === 0 || line === node.table.body.length ? 1 : 0),
            vLineWidth: () => 1,
            hLineColor: () => COLOUR.alert,
            vLineColor: () => COLOUR.alert,
            paddingLeft: () => INSET,
            paddingRight: () => INSET,
            paddingTop: (row) => (row === 0 ? 6 : 1),
            paddingBottom: (row, node) => (row === node.table.body.length - 1 ? 6 : 1),
          },
          margin: [0, 0, 0, SPACE.large],
        },
      ];

/** Points that it takes, as long as its lines are not folded more than once. */
export const lackingHeight = (lacking: Lacking | undefined): number =>
  lacking === undefined ? 0 : 34 + (2 * LINE + 2) * lacking.lines.length;
