/** Rows of the scope that belong to no day, or to one that cannot be: in no figure, but named. */
import {
  isOperational,
  isWithinSites,
  type CutImplausible,
  type CutUndated,
  type DatedDomain,
} from '@rounds/contracts/cut';
import type { Scope } from '@rounds/contracts/scope';
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

type Line = CutUndated & Partial<CutImplausible>;
type Known = Pick<Aggregator, 'urgent'>;

const tallies = () => ({ all: tallyCounts(), urgent: tallyCounts() });

const isUrgent = ({ domain, row }: Line, { urgent }: Known, { known }: Reading): boolean => {
  const judge = urgent?.rows[domain as DatedDomain];
  // A row of DM is read whatever its day.
  return judge !== undefined && domain !== 'DM' && judge(row, known);
};

const named = ({ domain, subject, day, row }: Line, cut: Cut): WithoutDay => ({
  ...{ domain, subject: subject ?? '', siteId: cut.siteOf(subject ?? '') ?? '' },
  day: day ?? null,
  what: inWords(domain as DatedDomain, row),
});

const isWithin = ({ domain, subject, row }: Line, sites: Scope['sites'], cut: Cut): boolean =>
  isOperational(domain)
    ? isOperationalWithin(sites, { subject, row }, cut)
    : isWithinSites(sites, { siteId: null, subject }, cut.siteOf);

const inOrder = (a: WithoutDay, b: WithoutDay): number => {
  const key = ({ domain, subject, what }: WithoutDay) => `${domain}|${subject}|${what}`;
  return key(a) < key(b) ? -1 : 1;
};

export const readDayless = async (aggregator: Known, reading: Reading, cut: Cut): Promise<DaylessRows> => {
  const [undated, implausible] = [tallies(), tallies()];
  const names: WithoutDay[] = [];
  const read = async (lines: AsyncIterable<Line>, tally: ReturnType<typeof tallies>) => {
    for await (const line of lines) {
      const { domain } = line;
      if (!isWithin(line, reading.scope.sites, cut)) continue;
      tally.all.add(domain);
      if (!isUrgent(line, aggregator, reading)) continue;
      tally.urgent.add(domain);
      names.push(named(line, cut));
    }
  };
  await read(cut.undated(), undated);
  await read(cut.implausible(), implausible);
  return {
    undated: undated.all.result(),
    implausible: implausible.all.result(),
    urgent: { undated: undated.urgent.result(), implausible: implausible.urgent.result() },
    named: names.sort(inOrder),
  };
};
