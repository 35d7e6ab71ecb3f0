/** The figures of the worked example as a report tells them: once from its dataset, once from its tables. */
import type { StudyWeeklyDataset } from '@rounds/report-types/study-weekly/dataset';
import type { Cells } from './read-tables.ts';
import type { WORKED_EXAMPLE } from './worked-example.ts';

/** The example names some sites and terms; all else that it names is whole. */
type ExampleFigures = Record<keyof typeof WORKED_EXAMPLE, unknown>;

const SITE = '701';
const SOC = 'CARDIAC DISORDERS';
const TERM = 'APPLICATION SITE PRURITUS';
const PARTIAL = 'AE.AESTDTC';

export const figuresOfDataset = (dataset: StudyWeeklyDataset): ExampleFigures => {
  const { enrolment, visits, adverseEvents, laboratory, vitalSigns, dataQuality } = dataset;
  const { bySoc, byPreferredTerm } = adverseEvents.toDate;
  const { events, subjects, serious, seriousByCriterion, fatal, possibleDeaths } = adverseEvents.toDate;
  return {
    enrolment: {
      toDate: enrolment.toDate,
      inPeriod: enrolment.inPeriod,
      bySite: { [SITE]: enrolment.bySite[SITE] },
    },
    visits,
    adverseEvents: {
      ...adverseEvents,
      toDate: {
        ...{ events, subjects, serious, seriousByCriterion, fatal, possibleDeaths },
        bySoc: { [SOC]: bySoc[SOC] },
        byPreferredTerm: { [TERM]: byPreferredTerm[TERM] },
      },
    },
    laboratory,
    vitalSigns,
    dataQuality: { partialDates: { [PARTIAL]: dataQuality.partialDates[PARTIAL] } },
  };
};

type Line = (column: string) => number;

/** The lines of a table by what their first column says; a column by its key. */
const linesOf = (tables: readonly Cells[], name: string): Map<string, Line> => {
  const table = tables.find((each) => each.name === name);
  if (table === undefined) throw new Error(`no table ${name}`);
  return new Map(
    table.rows.map((row) => [
      row[0] ?? '',
      (column) => {
        const text = row[table.head.indexOf(column)];
        if (text === undefined || text === '') throw new Error(`no ${column} of ${row[0] ?? ''} in ${name}`);
        return Number(text);
      },
    ]),
  );
};

/** Some lines of a table, under their names: of each the columns that are asked for. */
const picked = (lines: Map<string, Line>, names: readonly string[], columns: readonly string[]) =>
  Object.fromEntries(
    names.map((name) => {
      const line = lines.get(name);
      if (line === undefined) throw new Error(`no line ${name}`);
      return [name, Object.fromEntries(columns.map((column) => [column, line(column)]))];
    }),
  );

/** One column of a table, under the names of its lines. */
const columnOf = (lines: Map<string, Line>, column: string, names = [...lines.keys()]) =>
  Object.fromEntries(names.map((name) => [name, lines.get(name)?.(column)]));

/** Tables also hold what was there in the period before alone. */
const present = (counts: Record<string, number | undefined>) =>
  Object.fromEntries(Object.entries(counts).filter(([, count]) => count !== 0));

const enrolmentOf = (tables: readonly Cells[]) => {
  const lines = linesOf(tables, 'enrolment');
  const counted = ['screened', 'randomised', 'screenFailures', 'completed', 'discontinued'];
  const site = linesOf(tables, 'enrolment-by-site');
  return {
    toDate: columnOf(lines, 'toDate'),
    inPeriod: columnOf(lines, 'inPeriod', counted),
    bySite: picked(site, [SITE], [...counted, 'screenedInPeriod', 'randomisedInPeriod']),
  };
};

const adverseEventsOf = (tables: readonly Cells[]) => {
  const lines = linesOf(tables, 'adverse-events-summary');
  const arms = linesOf(tables, 'adverse-events-by-arm');
  const both = ['events', 'subjects'];
  return {
    inPeriod: {
      ...columnOf(lines, 'inPeriod'),
      bySeverity: present(columnOf(linesOf(tables, 'adverse-events-by-severity'), 'inPeriod')),
    },
    toDate: {
      ...columnOf(lines, 'toDate'),
      bySoc: picked(linesOf(tables, 'adverse-events-by-soc'), [SOC], both),
      byPreferredTerm: picked(linesOf(tables, 'adverse-events-by-preferred-term'), [TERM], both),
    },
    byArm: picked(arms, [...arms.keys()], ['randomised', 'subjectsWithEvents', 'events']),
  };
};

const laboratoryOf = (tables: readonly Cells[]) => {
  const lines = linesOf(tables, 'laboratory-summary');
  const tests = linesOf(tables, 'laboratory-by-test');
  const outside = [...tests].filter(([, line]) => line('outOfRange') > 0).map(([test]) => test);
  return {
    inPeriod: {
      ...columnOf(lines, 'inPeriod', ['results', 'outOfRange']),
      byTest: picked(tests, outside, ['high', 'low', 'abnormal']),
    },
    toDate: {
      ...columnOf(lines, 'toDate', ['altOrAst3xUln', 'bilirubin2xUln']),
      hysLawCandidates: [...linesOf(tables, 'hys-law-candidates').keys()],
    },
  };
};

const vitalSignsOf = (tables: readonly Cells[]) => {
  const lines = columnOf(linesOf(tables, 'vital-signs'), 'inPeriod');
  const sign = (name: string) =>
    Object.fromEntries(
      Object.entries(lines).flatMap(([key, figure]) =>
        key.startsWith(`${name}.`) ? [[key.slice(name.length + 1), figure]] : [],
      ),
    );
  const [systolic, diastolic, pulse] = ['systolic', 'diastolic', 'pulse'].map(sign);
  return { inPeriod: { results: lines.results, systolic, diastolic, pulse } };
};

/** @param tables named and headed by their keys */
export const figuresOfTables = (tables: readonly Cells[]): ExampleFigures => {
  const byVisit = present(columnOf(linesOf(tables, 'visits'), 'inPeriod'));
  const quality = tables.find(({ name }) => name === 'data-quality')?.rows ?? [];
  const partial = quality.find(([issue, where]) => issue?.startsWith('Partial dates') && where === PARTIAL);
  return {
    enrolment: enrolmentOf(tables),
    visits: { byVisit, inPeriod: linesOf(tables, 'figures').get('visits.inPeriod')?.('value') },
    adverseEvents: adverseEventsOf(tables),
    laboratory: laboratoryOf(tables),
    vitalSigns: vitalSignsOf(tables),
    dataQuality: { partialDates: { [PARTIAL]: Number(partial?.[2]) } },
  };
};
