/** Rows of the scope that belong to no day, or to one that cannot be: in no figure, but named. */
import {
  isOperational,
  isWithinSites,
  type CutImplausible,
  type CutUndated,
  type DatedDomain,
} from '@rounds/contracts/cut';
import type { Counts, WithoutDay } from '@rounds/contracts/dataset';
import type { Aggregator, Reading } from '@rounds/report-types/aggregator';
import type { Dayless } from '@rounds/report-types/quality/doubts';
import { tallyCounts } from '@rounds/report-types/folds/tally';
import { inWords } from './changed-row.ts';
import type { Cut } from './cut-reader.ts';
import { isOperationalWithin } from './operational-scope.ts';

export interface DaylessRows {
  /** By domain. */
  readonly undated: Counts;
  readonly implausible: Counts;
  /** Those that the first page could have shown. */
  readonly urgent: Dayless;
  readonly named: readonly WithoutDay[];
}

export type DaylessRow = CutUndated & { readonly day?: CutImplausible['day'] | null };
type Known = Pick<Aggregator, 'urgent'>;

const tallies = () => ({ all: tallyCounts(), urgent: tallyCounts() });

const isUrgent = ({ domain, row }: DaylessRow, { urgent }: Known, { known }: Reading): boolean => {
  const judge = urgent?.rows[domain as DatedDomain];
  // A row of DM is read whatever its day.
  return judge !== undefined && domain !== 'DM' && judge(row, known);
};

const named = ({ domain, subject, day, row }: DaylessRow, cut: Cut): WithoutDay => ({
  ...{ domain, subject: subject ?? '', siteId: cut.siteOf(subject ?? '') ?? '' },
  day: day ?? null,
  what: inWords(domain as DatedDomain, row),
});

const inOrder = (a: WithoutDay, b: WithoutDay): number => {
  const key = ({ domain, subject, what, day }: WithoutDay) => `${domain}|${subject}|${what}|${day ?? ''}`;
  return key(a) < key(b) ? -1 : 1;
};

/** Told each such row of the cut, in any order. */
export const foldDayless = (aggregator: Known, reading: Reading, cut: Cut) => {
  const { sites } = reading.scope;
  const [undated, implausible] = [tallies(), tallies()];
  const names: WithoutDay[] = [];
  const isWithin = ({ domain, subject, row }: DaylessRow): boolean =>
    isOperational(domain)
      ? isOperationalWithin(sites, { subject, row }, cut)
      : isWithinSites(sites, { siteId: null, subject }, cut.siteOf);
  return {
    add: (line: DaylessRow): void => {
      if (!isWithin(line)) return;
      const tally = (line.day ?? null) === null ? undated : implausible;
      tally.all.add(line.domain);
      if (!isUrgent(line, aggregator, reading)) return;
      tally.urgent.add(line.domain);
      names.push(named(line, cut));
    },
    result: (): DaylessRows => ({
      undated: undated.all.result(),
      implausible: implausible.all.result(),
      urgent: { undated: undated.urgent.result(), implausible: implausible.urgent.result() },
      named: names.sort(inOrder),
    }),
  };
};
