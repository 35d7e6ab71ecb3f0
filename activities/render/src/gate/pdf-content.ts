/** What the pages say, compared with what the model says: figures, rows, sentences, documents. */
import type { Finding } from '@rounds/contracts/gate';
import type { ReportModel, Section } from '@rounds/report-types/model/report-model';
import type { Table } from '@rounds/report-types/model/table';
import { voiceOf, type Voice } from '@rounds/report-types/model/words/voice';
import { MOST_ITEMS } from '../pdf/attention-panel.ts';
import { excerptNote, PAGE_ROWS } from '../pdf/data-table.ts';
import { SIZE } from '../theme.ts';
import {
  headOnPage,
  openingSentences,
  rowOnPage,
  sectionSentences,
  tablesOnPage,
  textsIn,
  tileOnPage,
  unfaithfulFigures,
} from './expected.ts';
import { findRows } from './find-rows.ts';
import { counted } from './findings.ts';
import { byPage, regionsOf, textOf, type Flow, type Region } from './flow.ts';
import { textFindings, type PlacedText } from './texts.ts';
import { onPage } from './words.ts';

const lacking = (sentences: readonly string[], text: string): number =>
  sentences.filter((sentence) => !text.includes(onPage(sentence))).length;

const sentenceFindings = (where: string, sentences: readonly string[], text: string): Finding[] => {
  const n = lacking(sentences, text);
  return counted('figures', where, n, 'sentences-not-found', 'sentences');
};

const opening = (model: ReportModel, text: string): Finding[] => {
  const tiles = model.tiles.filter((tile) => !tileOnPage(tile).some((words) => text.includes(words))).length;
  return [
    ...Object.entries(openingSentences(model, MOST_ITEMS)).flatMap(([about, sentences]) =>
      sentenceFindings(`pdf, first pages, ${about}`, sentences, text),
    ),
    ...counted('figures', 'pdf, first page', tiles, 'headline-figures-not-found', 'figures'),
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

/** @param following what may follow the table: in words, that others are empty */
const tableFindings = (
  table: Table,
  flow: Flow,
  region: Region | undefined,
  following: readonly string[],
): Finding[] => {
  const where = `pdf, table ${table.name}`;
  if (region === undefined) return [{ check: 'rows', where, code: 'table-not-found' }];
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
    ...counted('rows', where, unsaid, 'notes-not-found', 'notes'),
    ...counted('rows', where, missing, 'rows-not-found', 'missing', { rows: listed.length }),
    ...counted('rows', where, foreign, 'foreign-text', 'places'),
    ...counted('figures', where, wrong, 'figures-not-its-own', 'figures'),
  ];
};

/** Where each text and each table with rows stands within its section. */
const placesIn = (section: Section, flow: Flow, region: Region | undefined) => {
  const texts = textsIn(section);
  const tables = tablesOnPage(section).filter(({ rows }) => rows.length > 0);
  const titles = [...texts, ...tables].map(({ title }) => [onPage(title)]);
  const regions = region === undefined ? [] : regionsOf(flow, titles, region, SIZE.sub);
  return {
    texts: texts.map((entry, index): PlacedText => ({ entry, region: regions[index] })),
    tables: tables.map((table, index) => ({ table, region: regions[texts.length + index] })),
  };
};

const sectionFindings = (
  section: Section,
  flow: Flow,
  region: Region | undefined,
  { voice, strict }: { readonly voice: Voice; readonly strict: boolean },
): Finding[] => {
  const where = `pdf, section ${section.id}`;
  if (region === undefined) return [{ check: 'rows', where, code: 'section-not-found' }];
  const { texts, tables } = placesIn(section, flow, region);
  const nothing = tablesOnPage(section)
    .filter(({ rows }) => rows.length === 0)
    .map(({ title, empty }) => title + empty);
  return [
    ...sentenceFindings(where, [...sectionSentences(section), ...nothing], textOf(flow, region)),
    ...textFindings(texts, flow, voice, strict),
    ...tables.flatMap((placed) => tableFindings(placed.table, flow, placed.region, nothing)),
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

/** Where each document stands, section by section. @param regions as of `contentFindings` */
export const placedTexts = (
  { sections }: ReportModel,
  flow: Flow,
  regions: readonly (Region | undefined)[],
): PlacedText[] => sections.flatMap((section, index) => placesIn(section, flow, regions[index]).texts);

/**
 * @param regions of the sections, as `sectionRegions` finds them
 * @param strict whether a document that the page names as doubtful is found too
 */
export const contentFindings = (
  model: ReportModel,
  flow: Flow,
  regions: readonly (Region | undefined)[],
  strict: boolean,
): Finding[] => {
  const first = regions.find((region) => region !== undefined);
  const manner = { voice: voiceOf(model.language), strict };
  return [
    ...opening(model, flow.text.slice(0, first?.start ?? flow.text.length)),
    ...model.sections.flatMap((section, index) => sectionFindings(section, flow, regions[index], manner)),
  ];
};
