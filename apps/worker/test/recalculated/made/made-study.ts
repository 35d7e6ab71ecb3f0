/** A small odd study for a seed: the same on every machine. */
import { randomFrom, type Random } from '@rounds/studies/sample/random';
import { ae, cm, dm, ds, ex, lb, sv, ts, vs } from './clinical.ts';
import { queries, training } from './operational.ts';
import {
  dayAfter,
  type Cell,
  type Delivery,
  type Habits,
  type MadeRow,
  type MadeSettings,
  type MadeStudy,
  type MadeTable,
} from './tables.ts';

const PERIODS = [
  { start: '2024-03-04', end: '2024-03-11' },
  { start: '2024-02-01', end: '2024-03-01' },
  { start: '2024-12-29', end: '2025-01-05' },
  { start: '2024-03-09', end: '2024-03-10' },
] as const;

const settingsOf = (random: Random): MadeSettings => ({
  ...(random.chance(0.15) ? { decimalSign: ',' as const } : {}),
  ...(random.chance(0.2) ? { missing: ['NA', '.', '99'] } : {}),
  ...(random.chance(0.2) ? { maximumAgeDays: random.integer(1, 5) } : {}),
});

const habitsOf = (seed: number, random: Random, end: string): Habits => {
  const studyId = `ODD${seed}`;
  const sites = ['101', '102', '103', '104'].slice(0, random.integer(2, 4));
  const subjects = Array.from({ length: random.integer(6, 11) }, (_, index) => {
    const site = random.pick(sites);
    const arm = random.pick(['Placebo', 'Zelvorine']);
    return { subject: `${studyId}-${site}-${String(index + 1).padStart(2, '0')}`, site, arm };
  });
  return {
    studyId,
    random,
    end,
    subjects,
    sites,
    oddity: random.pick([0, 0.05, 0.15, 0.3]),
    settings: settingsOf(random),
  };
};

/** Rows that are refused, or stand there twice. */
const spoiled = ({ random, oddity, studyId }: Habits, table: MadeTable): MadeTable => {
  const key = table.columns.find((name) => name.endsWith('SEQ')) ?? 'USUBJID';
  const spoil = (row: MadeRow): MadeRow[] => {
    if (!random.chance(oddity / 3)) return [row];
    return random.pick<MadeRow[]>([
      // The study is the one that DM names first.
      table.name === 'DM' ? [row] : [{ ...row, STUDYID: `${studyId}X` }],
      [{ ...row, DOMAIN: 'QX' }],
      [{ ...row, [key]: null }],
      [row, row],
      table.name === 'DS' || table.name === 'DM' ? [row, row] : [row, { ...row, EXTRA: 'another' }],
    ]);
  };
  const rows = table.rows.flatMap(spoil);
  const columns = rows.some(({ EXTRA }) => EXTRA !== undefined) ? [...table.columns, 'EXTRA'] : table.columns;
  return { ...table, columns, rows };
};

/** What an earlier delivery of the table may have been: some rows not there yet, some different, seldom one more. */
const earlier = ({ random, studyId }: Habits, table: MadeTable): MadeTable => {
  const kept = table.rows.filter(() => random.chance(0.8));
  const changed = kept.map((row): MadeRow =>
    random.chance(0.15) ? { ...row, ...otherwise(table, row) } : row,
  );
  const name = `${table.name}SEQ`;
  const isLarge = table.columns.includes(name) && kept.length >= 14;
  const more: MadeRow = { STUDYID: studyId, DOMAIN: table.name, USUBJID: `${studyId}-101-01`, [name]: 500 };
  return { ...table, rows: isLarge ? [...changed, more] : changed };
};

const OTHERWISE: Readonly<Record<string, Readonly<Record<string, Cell>>>> = {
  AE: { AESEV: 'MILD' },
  LB: { LBSTRESN: 7 },
  VS: { VSSTRESN: 111 },
  SV: { SVSTDTC: null },
  queries: { closedAt: null },
  training: { department: 'Laboratory' },
};
const otherwise = ({ name }: MadeTable, row: MadeRow): MadeRow =>
  Object.fromEntries(Object.entries(OTHERWISE[name] ?? {}).filter(([variable]) => variable in row));

/** One site has no row of the last weeks. */
const silenced = ({ end, sites, studyId }: Habits) => {
  const since = dayAfter(end, -18);
  const isRecent = (row: MadeRow) =>
    Object.entries(row).some(([name, cell]) => name.endsWith('DTC') && String(cell).trim() > since);
  const isOfSite = ({ USUBJID }: MadeRow) => String(USUBJID).startsWith(`${studyId}-${sites[0] ?? ''}-`);
  const quiet =
    (table: MadeTable) =>
    (row: MadeRow): MadeRow[] => {
      if (!isOfSite(row) || !isRecent(row)) return [row];
      return table.name === 'DM' ? [{ ...row, DMDTC: since, DTHDTC: null }] : [];
    };
  return (table: MadeTable): MadeTable => ({ ...table, rows: table.rows.flatMap(quiet(table)) });
};

const hours = (random: Random): string => random.pick(['03:15', '08:30', '14:45', '21:10']);

const deliveriesOf = (habits: Habits, start: string): Delivery[] => {
  const { random, end } = habits;
  const silent = random.chance(0.3) ? silenced(habits) : (table: MadeTable) => table;
  const datasets = [dm, ds, ae, lb, vs, sv, ex, cm, ts].map((make) => silent(make(habits)));
  const csv = [training(habits), queries(habits)].filter(() => random.chance(0.85));
  const spoil = (tables: readonly MadeTable[]) =>
    tables.map((table) => (table.name === 'TS' ? table : spoiled(habits, table)));
  const lastDay = random.chance(0.1)
    ? dayAfter(start, -2)
    : dayAfter(end, -random.integer(0, start === dayAfter(end, -1) ? 0 : 3));
  const last = `${lastDay}T${hours(random)}:00.000Z`;
  const firstDay = dayAfter(lastDay, -random.integer(1, 25));
  const now = (some: readonly MadeTable[]) =>
    some.filter(({ name }) => name === 'DM' || name === 'TS' || !random.chance(0.12));
  const whole: Delivery = { at: last, datasets: spoil(datasets), csv };
  if (random.chance(0.35)) return [{ ...whole, datasets: now(whole.datasets) }];
  const before = (table: MadeTable) =>
    table.name === 'TS' || table.name === 'DM' ? table : earlier(habits, table);
  const first: Delivery = {
    at: `${firstDay}T${hours(random)}:00.000Z`,
    datasets: spoil(datasets.map(before)),
    csv: csv.map((table) => earlier(habits, table)),
  };
  return [first, { ...whole, datasets: now(whole.datasets), csv: now(csv) }];
};

export const madeStudy = (seed: number): MadeStudy => {
  const random = randomFrom('odd study', seed);
  const period = random.pick(PERIODS);
  const habits = habitsOf(seed, random, period.end);
  return {
    seed,
    studyId: habits.studyId,
    timeZone: random.pick(['UTC', 'America/New_York', 'Asia/Tokyo']),
    period,
    cutAt: `${dayAfter(period.end, 0)}T22:00:00.000Z`,
    settings: habits.settings,
    deliveries: deliveriesOf(habits, period.start),
    someSites: habits.sites.slice(0, random.integer(1, habits.sites.length - 1)),
  };
};
