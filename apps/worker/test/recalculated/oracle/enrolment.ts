/** docs/study-weekly.md, "Enrolment". */
import { fills, lacks, termOf } from './codes.ts';
import type { Row, Held } from './held.ts';
import { countOf, inPeriod, sorted, type Counts, type DatedRow, type Period, type Seen } from './seen.ts';

/** "`PROTOCOL MILESTONE`, `RANDOMIZED`" */
export const isRandomisation = (held: Held, row: Row): boolean =>
  termOf(held, 'DS.DSCAT', row) === 'PROTOCOL MILESTONE' && termOf(held, 'DS.DSDECOD', row) === 'RANDOMIZED';

export const randomisedBefore = (seen: Seen, end: string): DatedRow[] =>
  seen.toDate('DS', end).filter((row) => isRandomisation(seen.held, row));

/** Whether it ends the participation in the study. */
const isOfStudy = (held: Held, row: Row): boolean => {
  if (termOf(held, 'DS.DSCAT', row) !== 'DISPOSITION EVENT') return false;
  if (!fills(held, 'DS.DSSCAT') && !fills(held, 'DS.EPOCH')) return true;
  if (termOf(held, 'DS.DSSCAT', row) === 'STUDY PARTICIPATION') return true;
  return (
    termOf(held, 'DS.DSDECOD', row) === 'SCREEN FAILURE' && termOf(held, 'DS.EPOCH', row) === 'SCREENING'
  );
};

const comesLater = (a: DatedRow, b: DatedRow): boolean =>
  a.day === b.day ? Number(a.values.DSSEQ) > Number(b.values.DSSEQ) : a.day > b.day;

/** "Its last": one for each subject. */
const endingsBefore = (seen: Seen, end: string): DatedRow[] => {
  const rows = seen.toDate('DS', end).filter((row) => isOfStudy(seen.held, row));
  return rows.filter((row) => !rows.some((other) => other.subject === row.subject && comesLater(other, row)));
};

const stateOf = (held: Held, row: Row): 'screenFailures' | 'completed' | 'discontinued' => {
  const what = termOf(held, 'DS.DSDECOD', row);
  if (what === 'SCREEN FAILURE') return 'screenFailures';
  return what === 'COMPLETED' ? 'completed' : 'discontinued';
};

/** What the study's DS cannot tell. */
const unknown = (held: Held) => {
  const milestones = lacks(held, 'DS.DSCAT') || lacks(held, 'DS.DSDECOD');
  return { milestones, endings: milestones || (lacks(held, 'DS.DSSCAT') && fills(held, 'DS.EPOCH')) };
};

/** Distinct subjects of the rows. */
const size = (rows: readonly Row[]): number => new Set(rows.map(({ subject }) => subject)).size;

const countsOf = (
  held: Held,
  screened: readonly Row[],
  randomised: readonly Row[],
  endings: readonly Row[],
) => {
  const { milestones, endings: noEndings } = unknown(held);
  const of = (state: string) => size(endings.filter((row) => stateOf(held, row) === state));
  return {
    screened: size(screened),
    randomised: milestones ? null : size(randomised),
    screenFailures: milestones ? null : of('screenFailures'),
    completed: noEndings ? null : of('completed'),
    discontinued: noEndings ? null : of('discontinued'),
  };
};

/** Of the rows of one site, or of all. */
export const enrolmentOf = (
  seen: Seen,
  period: Period,
  isCounted: (row: DatedRow) => boolean = () => true,
) => {
  const screened = seen.toDate('DM', period.end).filter(isCounted);
  const randomised = randomisedBefore(seen, period.end).filter(isCounted);
  const endings = endingsBefore(seen, period.end).filter(isCounted);
  const within = (rows: readonly DatedRow[]) => rows.filter(({ day }) => inPeriod(day, period));
  const left = endings.map(({ subject }) => subject);
  const ongoing = size(randomised.filter(({ subject }) => !left.includes(subject)));
  return {
    toDate: {
      ...countsOf(seen.held, screened, randomised, endings),
      ongoing: unknown(seen.held).endings ? null : ongoing,
    },
    inPeriod: countsOf(seen.held, within(screened), within(randomised), within(endings)),
  };
};

/** Sites with a row of DM, a randomisation or a study-level disposition to date. */
const sitesCounted = (seen: Seen, end: string): string[] =>
  sorted(
    [...seen.toDate('DM', end), ...randomisedBefore(seen, end), ...endingsBefore(seen, end)].flatMap(
      ({ site }) => site ?? [],
    ),
  );

const reasons = (seen: Seen, end: string): Counts => {
  if (unknown(seen.held).endings) return {};
  const discontinued = endingsBefore(seen, end).filter((row) => stateOf(seen.held, row) === 'discontinued');
  return countOf(discontinued.map((row) => termOf(seen.held, 'DS.DSDECOD', row) || 'NOT GIVEN'));
};

const outside = (seen: Seen, end: string) => {
  const screened = seen.toDate('DM', end).map(({ subject }) => subject);
  const randomised = randomisedBefore(seen, end).map(({ subject }) => subject);
  const of = (state: string, whole: readonly string[]) =>
    endingsBefore(seen, end).filter(
      (row) => stateOf(seen.held, row) === state && !whole.includes(row.subject),
    ).length;
  return {
    screenFailures: of('screenFailures', screened),
    completed: of('completed', randomised),
    discontinued: of('discontinued', randomised),
  };
};

/** "TS PLANSUB; of all sites only, null where unknown" */
const planned = ({ held, sites }: Seen): number | null => {
  const value = Number(held.rows.TS?.find(({ values }) => values.TSPARMCD === 'PLANSUB')?.values.TSVAL);
  return sites === 'all' && value > 0 ? value : null;
};

export const enrolment = (seen: Seen, period: Period) => {
  const all = enrolmentOf(seen, period);
  const bySite = sitesCounted(seen, period.end).map((siteId) => {
    const { toDate, inPeriod: within } = enrolmentOf(seen, period, ({ site }) => site === siteId);
    const { ongoing, ...five } = toDate;
    const shown = { ...five, screenedInPeriod: within.screened, randomisedInPeriod: within.randomised };
    return { siteId, shown, ongoing };
  });
  return {
    toDate: { ...all.toDate, planned: planned(seen) },
    inPeriod: all.inPeriod,
    bySite: Object.fromEntries(bySite.map(({ siteId, shown }) => [siteId, shown])),
    ongoingBySite: Object.fromEntries(bySite.map(({ siteId, ongoing }) => [siteId, ongoing])),
    discontinuationReasons: reasons(seen, period.end),
    outside: outside(seen, period.end),
  };
};
