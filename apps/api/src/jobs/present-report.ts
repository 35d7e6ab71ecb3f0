import type { ImageEntry, TextEntry } from '@rounds/contracts/dataset';
import { notShownWords } from '@rounds/report-types/model/parts/not-shown';
import type { Block, ReportModel, Section } from '@rounds/report-types/model/report-model';
import { valueText, type Table } from '@rounds/report-types/model/table';
import { voiceOf, type Voice } from '@rounds/report-types/model/words/voice';
import type { ReportAnswer } from './report-view.dto.ts';

/** A page that is read on a phone shows no more of a listing; the files hold it all. */
const MOST_ROWS = 200;

type BlockAnswer = ReportAnswer['sections'][number]['blocks'][number];
type TableAnswer = ReportAnswer['sections'][number]['tables'][number];

const presentDocument = (
  { documentId, title, siteId, subject, receivedOn, refused }: TextEntry | ImageEntry,
  voice: Voice,
) => ({
  ...{ documentId, title, siteId, subject, receivedOn },
  notShown: refused === undefined ? null : notShownWords(refused, voice),
});

const presentText = (entry: TextEntry, voice: Voice) => {
  const { mediaType, text, truncated } = entry;
  return { ...presentDocument(entry, voice), mediaType, text, truncated };
};

const presentBlock = (block: Block, voice: Voice): BlockAnswer => {
  switch (block.kind) {
    case 'bullets':
      return { kind: 'bullets', lines: [...block.lines] };
    case 'definitions':
      return { ...block, entries: [...block.entries] };
    case 'texts':
      return { kind: 'texts', texts: block.texts.map((entry) => presentText(entry, voice)) };
    case 'images':
      return {
        kind: 'images',
        images: block.images.map((entry) => ({ ...presentDocument(entry, voice), caption: entry.caption })),
      };
  }
};

const presentTable = ({ name, title, note, empty, columns, rows }: Table): TableAnswer => {
  const places = columns.flatMap((column, place) => (column.filesOnly === true ? [] : [{ column, place }]));
  const shown = rows.slice(0, MOST_ROWS);
  return {
    ...{ name, title, empty, ...(note !== undefined && { note }) },
    columns: places.map(({ column: { key, label, type, below, after } }) => ({
      ...{ key, label, type },
      ...(below !== undefined && { below }),
      ...(after !== undefined && { after }),
    })),
    rows: shown.map((row) => places.map(({ place }) => row[place] ?? null)),
    texts: shown.map((row) => places.map(({ column, place }) => valueText(column, row[place] ?? null))),
    rowCount: rows.length,
  };
};

const presentSection = (
  { id, title, takeaway, chart, blocks, tables }: Section,
  voice: Voice,
): ReportAnswer['sections'][number] => ({
  ...{ id, title, takeaway },
  chart: (chart as ReportAnswer['trends'][number] | undefined) ?? null,
  blocks: blocks.map((block) => presentBlock(block, voice)),
  tables: tables.filter(({ shownIn }) => shownIn !== 'files').map(presentTable),
});

/** As the page of the PDF shows it, and no more: what stands in files alone is left out. */
export const presentReport = (model: ReportModel): ReportAnswer => {
  const voice = voiceOf(model.language);
  return {
    // Nothing is changed by who answers: only the types say that it could be.
    ...(model as unknown as ReportAnswer),
    lacking: (model.lacking as ReportAnswer['lacking'] | undefined) ?? null,
    sections: model.sections.map((section) => presentSection(section, voice)),
  };
};
