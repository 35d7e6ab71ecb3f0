import type { BlindingFault } from '@rounds/contracts/dataset';
import { dataQualityTakeaway } from '../../model/parts/data-quality.ts';
import type { Table, Value } from '../../model/table.ts';
import { voiceOf } from '../../model/words/voice.ts';
import type { StudyWeeklyDataset } from '../dataset.ts';
import { buildDataset, emptyDataset } from '../testing/dataset.ts';
import { studyWeeklyModel } from './model.ts';

const studyWeeklyTables = (of: StudyWeeklyDataset, undrawable = new Map<string, number>()) =>
  studyWeeklyModel.build(of, { undrawable }).sections.flatMap(({ tables: each }) => each);

const dataset = buildDataset();
const tables = studyWeeklyTables(dataset);

const named = (name: string): Table => {
  const table = tables.find((each) => each.name === name);
  if (table === undefined) throw new Error(`There is no table ${name}.`);
  return table;
};

const holds = (row: readonly Value[], source: object): boolean =>
  Object.values(source).every((value) => row.includes(value as Value));

describe('studyWeeklyTables', () => {
  it.each([
    ['adverse-events-listing', dataset.listings.adverseEvents],
    ['serious-events-listing', dataset.listings.seriousEvents],
    ['out-of-range', dataset.listings.outOfRange],
    ['dispositions', dataset.listings.dispositions],
    ['new-subjects', dataset.listings.newSubjects],
    ['laboratory-signals', dataset.attention.newLabSignals],
    ['silent-sites', dataset.attention.silentSites],
    ['figures-by-week', dataset.trends.weeks],
    ['manifest-files', dataset.manifest.files],
    ['manifest-documents', dataset.manifest.documents],
  ])('%s holds every value of every row of the dataset, in its order', (name, source) => {
    const { rows } = named(name);
    expect(rows).toHaveLength(source.length);
    expect(source.filter((each, index) => !holds(rows[index] ?? [], each))).toEqual([]);
  });

  it('holds every figure by its path, with the period before', () => {
    const figures = new Map(
      named('figures').rows.map(([path, value, previous]) => [path, [value, previous]]),
    );
    expect(figures.get('enrolment.toDate.screened')).toEqual([
      dataset.enrolment.toDate.screened,
      dataset.previous.enrolment.toDate.screened,
    ]);
    expect(figures.get('adverseEvents.byArm.Placebo.events')?.[0]).toBe(
      dataset.adverseEvents.byArm?.Placebo?.events,
    );
    expect(figures.get('laboratory.toDate.hysLawCandidates.length')?.[0]).toBe(1);
    const numbers = JSON.stringify([
      dataset.enrolment,
      dataset.visits,
      dataset.adverseEvents,
      dataset.vitalSigns,
    ]).match(/:-?\d/g);
    expect(figures.size).toBeGreaterThan(numbers?.length ?? 0);
  });

  it('has names and sheets that are unique and that Excel takes', () => {
    expect(new Set(tables.map(({ name }) => name)).size).toBe(tables.length);
    expect(new Set(tables.map(({ sheet }) => sheet.toLowerCase())).size).toBe(tables.length);
    for (const { sheet } of tables) expect(sheet).toMatch(/^[^'\\/?*[\]:]{1,31}$/);
  });

  it('has a value for each column of each row', () => {
    for (const { columns, rows } of tables) for (const row of rows) expect(row).toHaveLength(columns.length);
  });

  it('has an arm nowhere unless the scope is unblinded', () => {
    const { byArm, ...adverseEvents } = dataset.adverseEvents;
    const blinded = studyWeeklyTables(
      buildDataset({ scope: { sites: 'all', unblinded: false }, adverseEvents }),
    );
    expect(blinded.map(({ name }) => name)).not.toContain('adverse-events-by-arm');
    expect(tables.map(({ name }) => name)).toContain('adverse-events-by-arm');
    const cells = JSON.stringify(blinded.map(({ rows }) => rows));
    for (const arm of Object.keys(byArm ?? {})) expect(cells).not.toContain(arm);
  });

  it('says in words that a table is empty', () => {
    for (const { rows, empty } of studyWeeklyTables(emptyDataset())) {
      if (rows.length === 0) expect(empty).toMatch(/^[A-Z].*\.$/);
    }
  });

  it('lists what cannot be drawn among the issues of the data', () => {
    const undrawable = new Map([
      ['患', 2],
      ['者', 1],
    ]);
    const quality = studyWeeklyTables(dataset, undrawable).find(({ name }) => name === 'data-quality');
    expect(quality?.rows.map(([, where, n]) => [where, n])).toEqual(
      expect.arrayContaining([
        ['U+60A3', 2],
        ['U+8005', 1],
      ]),
    );
  });

  it('name what a second check hid from blinded readers, by document and place', () => {
    const told = { where: 'documents.texts.text', documentId: 'doc_1' };
    const hidden = { where: 'listings.adverseEvents.reportedTerm' };
    const dataQuality = { ...dataset.dataQuality, blindingFaults: [told, hidden, hidden] };
    const quality = studyWeeklyTables({ ...dataset, dataQuality }).find(
      ({ name }) => name === 'data-quality',
    );
    expect(quality?.rows.map(([issue, where, n]) => [issue, where, n])).toEqual(
      expect.arrayContaining([
        ['Left out for blinded readers', 'doc_1', 1],
        ['Hidden from blinded readers', hidden.where, 2],
      ]),
    );
  });

  it('are not said to be nothing while there is one', () => {
    const takeaway = (blindingFaults: readonly BlindingFault[]) => {
      const clean = emptyDataset();
      const dataQuality = { ...clean.dataQuality, blindingFaults };
      return dataQualityTakeaway({ ...clean, dataQuality }, voiceOf('en'), { undrawable: new Map() });
    };
    expect(takeaway([])).toBe('Nothing to report.');
    expect(takeaway([{ where: 'study.title' }])).toBe('1 point to know about the data.');
  });
});
