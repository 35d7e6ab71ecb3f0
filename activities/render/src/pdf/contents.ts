/** The second page: contents with what each section says, and how to read the report. */
import type { Definition, ReportModel, Section } from '@rounds/report-types/model/report-model';
import { voiceOf } from '@rounds/report-types/model/words/voice';
import type { Content, CustomTableLayout, TableCell } from 'pdfmake/interfaces';
import { PROSE_FAMILY } from '../text/fonts.ts';
import { COLOUR, CONTENT_WIDTH, leading, SIZE, SPACE, type Palette } from '../theme.ts';
import { textBlock } from './rich-text.ts';

const lines: CustomTableLayout = {
  hLineWidth: (line) => (line === 0 ? 0 : 0.4),
  hLineColor: () => COLOUR.rule,
  vLineWidth: () => 0,
  paddingLeft: () => 0,
  paddingRight: () => 8,
  paddingTop: () => 4,
  paddingBottom: () => 4,
};

const heading = (text: string, { primary }: Palette): Content =>
  textBlock(text, {
    fontSize: SIZE.heading,
    bold: true,
    color: primary,
    lineHeight: 1,
    margin: [0, 0, 0, SPACE.small],
  });

const contentsTable = (sections: readonly Section[], palette: Palette): Content => ({
  table: {
    widths: [16, CONTENT_WIDTH - 16 - 30 - 24, 30],
    body: sections.map(({ id, title, takeaway }, index): TableCell[] => [
      textBlock(String(index + 1), { color: palette.primary, bold: true }),
      {
        stack: [
          textBlock(title, { bold: true, linkToDestination: id }),
          textBlock(takeaway, {
            font: PROSE_FAMILY,
            fontSize: SIZE.table + 0.5,
            color: COLOUR.muted,
            lineHeight: leading(SIZE.table + 0.5, 11, 'serif'),
          }),
        ],
      },
      {
        text: [{ pageReference: id, alignment: 'right' }],
        alignment: 'right',
        bold: true,
      },
    ]),
  },
  layout: lines,
  margin: [0, 0, 0, SPACE.section],
});

export const definitionTable = (entries: readonly Definition[]): Content => ({
  table: {
    widths: [104, CONTENT_WIDTH - 104 - 16],
    body: entries.map(({ term, meaning }): TableCell[] => [
      textBlock(term, { bold: true }),
      textBlock(meaning),
    ]),
  },
  layout: { ...lines, paddingTop: () => 2.4, paddingBottom: () => 2.4 },
  fontSize: SIZE.table,
  lineHeight: 0.97,
});

export const contentsPage = (
  { language, sections, definitions }: ReportModel,
  palette: Palette,
): Content[] => [
  { text: '', pageBreak: 'before' },
  heading(voiceOf(language).say('contents'), palette),
  contentsTable(sections, palette),
  textBlock(voiceOf(language).say('how-to-read-this-report'), {
    fontSize: SIZE.sub,
    bold: true,
    margin: [0, 0, 0, SPACE.small],
  }),
  definitionTable(definitions),
];
