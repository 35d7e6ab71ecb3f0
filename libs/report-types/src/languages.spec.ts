/** What a report says in each language: none of it is left in English but what comes from the data. */
import { LANGUAGES, type Language } from '@rounds/contracts/language';
import { wholeLanguages } from '../../../tools/words.mjs';
import { AGGREGATORS } from './aggregators.ts';
import { REPORT_TYPES, type ReportTypeId } from './catalogue.ts';
import type { ReportModel } from './model/report-model.ts';
import { voiceOf } from './model/words/voice.ts';
import { MODELS } from './models.ts';
import { studyWeeklyModel } from './study-weekly/page/model.ts';
import { buildDataset } from './study-weekly/testing/dataset.ts';
import { datasetOf } from './testing/dataset-of.ts';
import { studyRows, subjectRows } from './testing/fold-rows.ts';

/** What a language lacks is said in English. */
const WHOLE = await wholeLanguages();
const TRANSLATED = LANGUAGES.filter((language) => language !== 'en' && WHOLE.includes(language));
const IDS = Object.keys(REPORT_TYPES) as ReportTypeId[];

/** Words that English sentences and labels are made of, and the other languages are not. */
const ENGLISH =
  /\b(?:the|of|and|or|were|is|are|which|with|without|from|this|that|their|any|none|week|subjects?|events?|rows?|reports?|serious|severe|changed|received|recorded|reading|screened)\b/i;

/** Of CDISC and MedDRA, in capitals; and what identifies a study, a run or a person. */
const isData = (text: string): boolean => /^[A-Z0-9 /_.,()-]+$/.test(text);

/** All that the product says of its own: neither rows nor the study's own words. */
const saidBy = (model: ReportModel): string[] => {
  const { studyTitle, ...head } = model.head;
  const sections = model.sections.map(({ title, takeaway, chart, tables, blocks }) => ({
    ...{ title, takeaway, chart },
    blocks: blocks.map((block) => (block.kind === 'texts' || block.kind === 'images' ? [] : block)),
    tables: tables.map(({ title, sheet, note, empty, columns }) => [
      ...[title, sheet, note ?? '', empty],
      ...columns.map(({ label }) => label),
    ]),
  }));
  const { attention, tiles, tilesBefore, changes, trends, definitions, about } = model;
  const all = { head, sections, attention, tiles, tilesBefore, changes, trends, definitions, about };
  const texts: string[] = [];
  JSON.stringify(all, (key, value: unknown) => {
    const isName = ['section', 'id', 'kind', 'rank', 'weeks', 'template', 'codeVersion'].includes(key);
    if (typeof value === 'string' && !isName) texts.push(value);
    return isName ? undefined : value;
  });
  return (
    texts
      .filter((text) => !text.includes(studyTitle) && !isData(text))
      // Values of the data within sentences: `AESEV SEVERE`.
      .map((text) => text.replaceAll(/\b[A-Z]{2,}\b/g, ''))
  );
};

const leftInEnglish = (model: ReportModel): string[] => saidBy(model).filter((text) => ENGLISH.test(text));

const sample = buildDataset({
  changes: { first: true, notCompared: 'firstReport', byDomain: {}, headline: ['This is the first report.'] },
  documents: { texts: [], images: [] },
});
const weekly = (language: Language) => studyWeeklyModel.build(sample, { undrawable: new Map(), language });

describe.each(TRANSLATED)('in %s', (language) => {
  it('a weekly report of a full study holds no English', () => {
    expect(leftInEnglish(weekly(language))).toEqual([]);
  });

  it.each(IDS)('%s of a study without rows holds no English, and its mail neither', (id) => {
    const dataset = datasetOf(REPORT_TYPES[id], AGGREGATORS[id], {
      rows: studyRows({}),
      envelope: { changes: { first: true, notCompared: 'onDemand', byDomain: {}, headline: [] } },
    });
    expect(leftInEnglish(MODELS[id].build(dataset, { undrawable: new Map(), language }))).toEqual([]);
    const { figures } = AGGREGATORS[id].headline(dataset);
    expect(figures.filter(({ label }) => ENGLISH.test(voiceOf(language).tell(label)))).toEqual([]);
  });

  it.each(IDS)('%s has sheets that Excel takes, each under its own name', (id) => {
    const dataset = datasetOf(REPORT_TYPES[id], AGGREGATORS[id], { rows: studyRows({}) });
    const model = MODELS[id].build(dataset, { undrawable: new Map(), language });
    const sheets = model.sections.flatMap(({ tables }) => tables.map(({ sheet }) => sheet));
    for (const sheet of sheets) expect(sheet).toMatch(/^[^'\\/?*[\]:]{1,31}$/);
    expect(new Set(sheets.map((sheet) => sheet.toLowerCase())).size).toBe(sheets.length);
  });

  it('the mail of the sample says what needs attention', () => {
    const { attention } = AGGREGATORS['study-weekly'].headline(sample);
    expect(attention.length).toBeGreaterThan(2);
    expect(attention.filter((each) => ENGLISH.test(voiceOf(language).tell(each)))).toEqual([]);
  });
});

describe('the cells of a report', () => {
  const rows = subjectRows('S1', {
    DM: [{ SITEID: '701' }],
    AE: [
      {
        AEDECOD: 'PNEUMONIA',
        AESER: 'Y',
        AESHOSP: 'Y',
        AESDTH: 'Y',
        AEOUT: 'FATAL',
        AEDTC: '2024-03-06',
        AEENDTC: '2024-03-07',
      },
    ],
  });
  const safety = (language: Language) =>
    MODELS['safety-weekly'].build(
      datasetOf(REPORT_TYPES['safety-weekly'], AGGREGATORS['safety-weekly'], { rows: studyRows(rows) }),
      { undrawable: new Map(), language },
    );
  const cellsOf = (model: ReportModel, key: string): string[] =>
    model.sections.flatMap(({ tables }) =>
      tables.flatMap(({ columns, rows: lines }) => {
        const at = columns.findIndex((column) => column.key === key);
        return at < 0 ? [] : lines.map((line) => String(line[at] ?? ''));
      }),
    );

  it.each(TRANSLATED)('say in %s why an event is serious', (language) => {
    const criteria = cellsOf(safety(language), 'criteria');
    expect(criteria).not.toEqual([]);
    for (const cell of criteria) expect(cell).not.toMatch(/death/);
    expect(criteria[0]).toMatch(
      { de: /^Tod, Krank/, fr: /^décès/, es: /^muerte/, ja: /^死亡、入院$/, pl: /^zgon/ }[language as 'de'],
    );
  });

  it.each(TRANSLATED)(
    'hold no day in %s but in columns of days, which the page sets in words',
    (language) => {
      for (const model of [weekly(language), safety(language)])
        for (const { name, columns, rows: lines } of model.sections.flatMap(({ tables }) => tables))
          for (const [index, { type, key }] of columns.entries())
            for (const line of lines)
              if (type === 'text' && key !== 'text' && /^\d{4}-\d{2}-\d{2}$/.test(String(line[index])))
                expect(`${name}.${key}: ${String(line[index])}`).toBe('');
    },
  );

  it.each(TRANSLATED)('say in %s how far a course is', (language) => {
    const { tell } = voiceOf(language);
    for (const state of ['completed', 'in-progress', 'not-started', 'failed'])
      expect(tell({ message: `learner-progress.state.${state}` })).not.toMatch(
        /^(completed|in progress|not started|failed)$/,
      );
  });
});

describe('all languages', () => {
  it('show the same rows and figures', () => {
    const rows = (language: Language) =>
      weekly(language).sections.map(({ tables }) =>
        tables.map(({ name, rows: each }) => [
          name,
          each.map((row) => row.filter((cell) => typeof cell === 'number')),
        ]),
      );
    for (const language of TRANSLATED) expect(rows(language)).toEqual(rows('en'));
  });

  it('are told apart by the list of English words', () => {
    expect(leftInEnglish(weekly('en')).length).toBeGreaterThan(100);
  });
});
