/** What the pages say, compared with what the model says: figures, rows, sentences, documents. */
import type { TextEntry } from '@rounds/contracts/dataset';
import type { Finding } from '@rounds/contracts/gate';
import type { ReportModel, Section } from '@rounds/report-types/model/report-model';
import type { Table } from '@rounds/report-types/model/table';
import { MOST_ITEMS } from '../pdf/attention-panel.ts';
import { excerptNote, PAGE_ROWS } from '../pdf/data-table.ts';
import { SIZE } from '../theme.ts';
import {
  headOnPage,
  lettersOf,
  openingSentences,
  rowOnPage,
  sectionSentences,
  spokenParts,
  tablesOnPage,
  textsIn,
  tileOnPage,
  unfaithfulFigures,
} from './expected.ts';
import { findRows } from './find-rows.ts';
import { counted, plural, were } from './findings.ts';
import { byPage, regionsOf, textOf, type Flow, type Region } from './flow.ts';
import { longestStart, onPage } from './words.ts';

const lacking = (sentences: readonly string[], text: string): number =>
  sentences.filter((sentence) => !text.includes(onPage(sentence))).length;

const sentenceFindings = (where: string, sentences: readonly string[], text: string): Finding[] => {
  const n = lacking(sentences, text);
  return counted('figures', where, n, `${plural(n, 'sentence')} or label ${were(n)} not found.`);
};

const opening = (model: ReportModel, text: string): Finding[] => {
  const tiles = model.tiles.filter((tile) => !tileOnPage(tile).some((words) => text.includes(words))).length;
  return [
    ...Object.entries(openingSentences(model, MOST_ITEMS)).flatMap(([about, sentences]) =>
      sentenceFindings(`pdf, first pages, ${about}`, sentences, text),
    ),
    ...counted(
      'figures',
      'pdf, first page',
      tiles,
      `${plural(tiles, 'headline figure')} ${were(tiles)} not found.`,
    ),
    ...sentenceFindings(
      'pdf, contents',
      model.sections.flatMap(({ title, takeaway }) => [title, takeaway]),
      text,
    ),
  ];
};

const notesOf = (table: Table): string[] => [
  ...(table.note === undefined ? [] : [table.note]),
  ...(table.rows.length > PAGE_ROWS ? [excerptNote(table)] : []),
];

/** @param following what may stand behind the table: in words, that others are empty */
const tableFindings = (
  table: Table,
  flow: Flow,
  region: Region | undefined,
  following: readonly string[],
): Finding[] => {
  const where = `pdf, table ${table.name}`;
  if (region === undefined) return [{ check: 'rows', where, message: 'The table was not found.' }];
  const notes = notesOf(table);
  const unsaid = lacking(notes, textOf(flow, region));
  const head = headOnPage(table);
  const before = notes.reduce((length, note) => length + onPage(note).length, 0);
  const listed = table.rows.slice(0, PAGE_ROWS);
  const pages = byPage(flow, { start: region.start + (unsaid === 0 ? before : 0), end: region.end });
  const { missing, strange, rest } = findRows(
    listed.map((row) => rowOnPage(table, row)),
    pages,
    head,
  );
  const left = following.reduce((text, sentence) => text.replace(onPage(sentence), ''), rest ?? '');
  const foreign = strange + (left === '' ? 0 : 1);
  const wrong = unfaithfulFigures(table, listed);
  return [
    ...counted('rows', where, unsaid, `${plural(unsaid, 'note')} ${were(unsaid)} not found.`),
    ...counted(
      'rows',
      where,
      missing,
      `${missing} of ${plural(listed.length, 'row')} ${were(missing)} not found.`,
    ),
    ...counted(
      'rows',
      where,
      foreign,
      `${plural(foreign, 'place')} between and behind the rows with what is not of the table.`,
    ),
    ...counted('figures', where, wrong, `${plural(wrong, 'figure')} in words that are not its own.`),
  ];
};

/** In one piece, or parted by the number of a list's item, which is drawn behind the first line of the item. */
const isSaid = (part: string, said: string): boolean => {
  const length = longestStart(part, said);
  if (length === part.length) return true;
  const behind = said.indexOf(part.slice(0, length)) + length;
  const number = /^\d{1,4}/.exec(said.slice(behind, behind + 4))?.[0] ?? '';
  return number !== '' && said.startsWith(part.slice(length), behind + number.length);
};

const textFindings = (entry: TextEntry, flow: Flow, region: Region | undefined): Finding[] => {
  const where = `pdf, document ${entry.documentId}`;
  if (region === undefined) return [{ check: 'documents', where, message: 'The text was not found.' }];
  // A text that begins with its own title says it once.
  const said = lettersOf(onPage(entry.title)) + lettersOf(textOf(flow, region));
  const parts = spokenParts(entry);
  const missing = parts.filter((part) => !isSaid(part, said)).length;
  return counted(
    'documents',
    where,
    missing,
    `${missing} of ${plural(parts.length, 'part')} ${were(missing)} not found.`,
  );
};

const sectionFindings = (section: Section, flow: Flow, region: Region | undefined): Finding[] => {
  const where = `pdf, section ${section.id}`;
  if (region === undefined) return [{ check: 'rows', where, message: 'The section was not found.' }];
  const texts = textsIn(section);
  const tables = tablesOnPage(section);
  const titled = [...texts, ...tables.filter(({ rows }) => rows.length > 0)];
  const regions = regionsOf(
    flow,
    titled.map(({ title }) => [onPage(title)]),
    region,
    SIZE.sub,
  );
  const regionOf = (each: TextEntry | Table) => regions[titled.indexOf(each)];
  const nothing = tables.filter(({ rows }) => rows.length === 0).map(({ title, empty }) => title + empty);
  return [
    ...sentenceFindings(where, [...sectionSentences(section), ...nothing], textOf(flow, region)),
    ...texts.flatMap((entry) => textFindings(entry, flow, regionOf(entry))),
    ...tables
      .filter(({ rows }) => rows.length > 0)
      .flatMap((table) => tableFindings(table, flow, regionOf(table), nothing)),
  ];
};

/** Where each section stands; the pages before the first are the opening. */
export const sectionRegions = ({ sections }: ReportModel, flow: Flow): (Region | undefined)[] =>
  regionsOf(
    flow,
    sections.map(({ title }, index) => [onPage(`${index + 1}${title}`), onPage(title)]),
    { start: 0, end: flow.text.length },
    SIZE.heading,
  );

/** @param regions of the sections, as `sectionRegions` finds them */
export const contentFindings = (
  model: ReportModel,
  flow: Flow,
  regions: readonly (Region | undefined)[],
): Finding[] => {
  const first = regions.find((region) => region !== undefined);
  return [
    ...opening(model, flow.text.slice(0, first?.start ?? flow.text.length)),
    ...model.sections.flatMap((section, index) => sectionFindings(section, flow, regions[index])),
  ];
};
