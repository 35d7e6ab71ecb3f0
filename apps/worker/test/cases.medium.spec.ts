/**
 * Small studies that were misread once: what their weekly report says now, from the files to the dataset. Real:
 * MongoDB and S3.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { DataQuality } from '@rounds/contracts/dataset';
import type { SafetyWeeklyDataset } from '@rounds/report-types/safety-weekly/dataset';
import type { StudyWeeklyDataset } from '@rounds/report-types/study-weekly/dataset';
import { openDataset } from '@rounds/studies/readers/open-dataset';
import { caseFolder, type CaseName } from '@rounds/studies/testing/cases';
import { readAll, writeRows } from '@rounds/studies/testing/study-folder';
import { caseReports, EVERYTHING, type CaseReports } from './case-reports.ts';

let cases: CaseReports;
beforeAll(async () => {
  cases = await caseReports();
});
afterAll(() => cases.close());

const weekly = (name: CaseName, scope = EVERYTHING) =>
  cases.report<StudyWeeklyDataset>(name, 'study-weekly', scope);

const doubtsOf = ({ attention }: StudyWeeklyDataset): string[] =>
  attention.doubts.map(({ code, values }) => [code, ...Object.values(values)].join(' '));

/** `AE.AESER y as Y` */
const mappedIn = ({ mapped }: DataQuality): string[] =>
  mapped.map(({ variable, value, as }) => `${variable} ${value} as ${as}`);
const figuresLacking = ({ notComputed }: DataQuality): string[] => notComputed.map(({ figure }) => figure);
const rowsNamed = ({ notUnderstood }: DataQuality): string[] =>
  notUnderstood.map(({ variable, value, rows }) => `${variable} ${value} ${rows}`);

const arm = { randomised: 2, subjectsWithEvents: 2, events: 4 };

/** What came of each, and why its all-clear is withheld, if it is. */
const RIGHT: [CaseName, right: object, doubts?: readonly string[]][] = [
  [
    'BASE',
    {
      enrolment: { toDate: { screened: 4, randomised: 4, completed: 0, discontinued: 0, ongoing: 4 } },
      adverseEvents: { toDate: { events: 8, serious: 4, fatal: 0 }, byArm: { Active: arm, Placebo: arm } },
      laboratory: { inPeriod: { results: 8, outOfRange: 0 }, toDate: { hysLawCandidates: [] } },
      vitalSigns: { inPeriod: { systolic: { n: 4, mean: 130.5 } } },
      dataQuality: { mapped: [], notUnderstood: [], unreadableCells: {}, refusedAtImport: {} },
    },
  ],
  [
    'DEATHDM',
    {
      attention: { newDeaths: 2 },
      listings: { deaths: ['001', '003'].map((each) => ({ subject: `DEATHDM-701-${each}` })) },
    },
  ],
  [
    'ARMLATE',
    { adverseEvents: { byArm: { Active: arm, Placebo: arm } }, dataQuality: { undatedRows: { DM: 3 } } },
  ],
  [
    'COMMA',
    {
      laboratory: { inPeriod: { results: 4 }, toDate: { altOrAst3xUln: null, hysLawCandidates: null } },
      dataQuality: { unreadableCells: { 'LB.LBSTRESN': 4 } },
    },
    ['variable-lacking LB.LBSTRESN'],
  ],
  [
    'VALUES',
    {
      // 120, 1234.5, 130, 100, −5, 0.5, 5, 7, 100 and 120; nothing else that the column holds is a number.
      vitalSigns: { inPeriod: { results: 20, systolic: { n: 10, mean: 181.2 } } },
      dataQuality: { unreadableCells: { 'VS.VSSTRESN': 8 } },
    },
  ],
  [
    'FUTURE',
    {
      adverseEvents: { toDate: { events: 3, fatal: 0 } },
      dataQuality: {
        implausibleDates: { AE: 3, DM: 1, LB: 1 },
        withoutDay: [{ day: '2206-01-12' }, { day: '0026-01-12' }, { day: '0000-01-12' }],
      },
    },
    ['rows-implausible AE 3'],
  ],
  [
    'NOCOLS',
    {
      adverseEvents: { inPeriod: { events: 3, serious: null, fatal: null }, byArm: null },
      enrolment: { toDate: { screened: 3, randomised: null, ongoing: null } },
      laboratory: { inPeriod: { results: 6, outOfRange: null } },
    },
    ['DS.DSCAT', 'AE.AESER', 'AE.AEOUT', 'LB.LBSTNRHI'].map((lacking) => `variable-lacking ${lacking}`),
  ],
  [
    'CODES',
    {
      adverseEvents: { inPeriod: { serious: 3, seriousByCriterion: 2, fatal: 3, possibleDeaths: 2 } },
      // Eleven: five of its rows are in CDISC's own letters, six are not.
      laboratory: { inPeriod: { outOfRange: 11 } },
    },
    ['values-missing 1 AE.AESER', 'values-not-understood 1 AE.AESER', 'values-not-understood 1 AE.AEOUT'],
  ],
  [
    'TWOSITE',
    {
      enrolment: { toDate: { screened: 2, randomised: 2 }, bySite: { 701: { screened: 1 } } },
      dataQuality: {
        uncertainSites: { subjects: 1, listed: [{ subject: 'TWOSITE-701-001', sites: ['701', '702'] }] },
      },
    },
  ],
  ['EPOCHS', { enrolment: { toDate: { randomised: 4, completed: 0, discontinued: 1, ongoing: 3 } } }],
  [
    'UNITS',
    {
      vitalSigns: { inPeriod: { systolic: { n: 2, mean: 130.13, below90: 0 } } },
      laboratory: { toDate: { bilirubin2xUln: 0 } },
      dataQuality: {
        converted: [{ figure: 'vitalSigns.inPeriod.systolic', unit: 'kPa', as: 'mmHg', rows: 1 }],
      },
    },
  ],
  [
    'DUPS',
    { adverseEvents: { toDate: { events: 8 } }, dataQuality: { refusedAtImport: { AE: 7 } } },
    ['rows-refused AE 7'],
  ],
  [
    'XPTODD',
    {
      adverseEvents: { toDate: { events: 8, fatal: null } },
      laboratory: { inPeriod: { results: 8 } },
      dataQuality: { refusedAtImport: { CO: 5 }, unreadableCells: { 'AE.AETERM': 1 } },
    },
    ['variable-lacking AE.AEOUT'],
  ],
];

it.each(RIGHT)('%s says what is right', async (name, right, doubts = []) => {
  await cases.take(name);
  const report = await weekly(name);
  expect(report).toMatchObject(right);
  expect(doubtsOf(report)).toEqual(doubts);
});

describe('FMT', () => {
  it('says what BASE says', async () => {
    await cases.take('BASE');
    await cases.take('FMT');
    const [base, other] = [await weekly('BASE'), await weekly('FMT')].map(
      ({ enrolment, visits, adverseEvents, laboratory, vitalSigns, listings, trends, dataQuality }) => {
        const quality = { ...dataQuality, lastDelivery: {} };
        const said = { enrolment, visits, adverseEvents, laboratory, vitalSigns, listings, trends, quality };
        return JSON.parse(JSON.stringify(said).replaceAll('FMT', 'BASE')) as unknown;
      },
    );
    expect(other).toEqual(base);
  });
});

describe('DEATHDM', () => {
  it('has two deaths of the period in the safety report', async () => {
    await cases.take('DEATHDM');
    const { deaths } = await cases.report<SafetyWeeklyDataset>('DEATHDM', 'safety-weekly');
    expect(deaths).toEqual({ inPeriod: 2, toDate: 2 });
  });
});

describe('COMMA', () => {
  it('makes no liver signal where the study says that the comma is its decimal sign', async () => {
    await cases.take('COMMA', (folder) =>
      writeFile(join(folder, 'rounds.config.json'), '{"decimalSign": ","}'),
    );
    const { laboratory, dataQuality } = await weekly('COMMA');
    expect(laboratory.toDate).toEqual({ altOrAst3xUln: 0, bilirubin2xUln: 0, hysLawCandidates: [] });
    expect(dataQuality.unreadableCells).toEqual({});
  });
});

describe('CODES', () => {
  it('counts what it mapped, and names what it did not understand and what that leaves uncertain', async () => {
    await cases.take('CODES');
    const { dataQuality } = await weekly('CODES');
    expect(mappedIn(dataQuality).sort()).toEqual([
      ...['AE.AEOUT DEATH as FATAL', 'AE.AEOUT Fatal as FATAL'],
      ...['AE.AESER TRUE as Y', 'AE.AESER Yes as Y', 'AE.AESER y as Y', 'AE.AESEV Severe as SEVERE'],
      ...['LB.LBNRIND A as ABNORMAL', 'LB.LBNRIND H as HIGH', 'LB.LBNRIND HH as HIGH'],
      ...['LB.LBNRIND HIGH HIGH as HIGH', 'LB.LBNRIND HIGH PANIC as HIGH', 'LB.LBNRIND L as LOW'],
      ...['LB.LBNRIND Low as LOW', 'LB.LBNRIND high as HIGH'],
    ]);
    expect(rowsNamed(dataQuality)).toEqual(expect.arrayContaining(['AE.AESER 1 1', 'LB.LBNRIND * 1']));
    expect(figuresLacking(dataQuality)).toContain('laboratory.inPeriod.outOfRange');
  });
});

describe('TWOSITE', () => {
  it.each(['701', '702'])('tells readers of %s that one subject is not shown, and not whom', async (site) => {
    await cases.take('TWOSITE');
    const report = await weekly('TWOSITE', { sites: [site], unblinded: true });
    expect(report.dataQuality.uncertainSites).toEqual({ subjects: 1 });
    expect(JSON.stringify(report)).not.toContain('TWOSITE-701-001');
  });
});

describe('INCR', () => {
  it('keeps the events of an earlier delivery, and names it as stale', async () => {
    const ae = await readFile(join(caseFolder('BASE'), 'ae.ndjson'), 'utf8');
    const withEvents = (folder: string) =>
      writeFile(join(folder, 'ae.ndjson'), ae.replaceAll('BASE', 'INCR'));
    await cases.take('INCR', withEvents, new Date('2026-01-13T08:00:00Z'));
    await cases.take('INCR');
    const report = await weekly('INCR');
    expect(report.adverseEvents.toDate).toMatchObject({ events: 8, serious: 4 });
    expect(report.dataQuality.lastDelivery.AE).toMatchObject({
      ...{ at: '2026-01-13T08:00:00.000Z', rows: 8, stale: 'leftOut' },
    });
    expect(doubtsOf(report)).toEqual(['delivery-stale 2026-01-13 AE leftOut']);
  });
});

describe('XCUT', () => {
  /** Its file as it was before it was cut at the end of a row. */
  const whole = async (folder: string) => {
    const rows = (await readAll(await openDataset(join(folder, 'ae.xpt')))).map(({ values }) => values);
    const more = [0, 10, 20, 30].flatMap((by) =>
      rows.map((row) => ({ ...row, AESEQ: Number(row.AESEQ) + by })),
    );
    await writeRows(folder, 'AE', more, 'xpt');
  };

  it('takes no fatal event away without consent', async () => {
    await cases.take('XCUT', whole);
    await expect(cases.take('XCUT')).rejects.toMatchObject({ code: 'INVALID_INPUT' });
    const { adverseEvents } = await weekly('XCUT');
    expect(adverseEvents.toDate).toMatchObject({ events: 40, fatal: 40 });
  });
});
