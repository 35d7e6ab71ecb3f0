/** Page one: is anything wrong? */
import type { Attention, Enrolment, Figures, LabSignal } from '@rounds/contracts/dataset';
import type { LocalDate, Period } from '@rounds/contracts/period';
import { isFatal } from './adverse-events.ts';
import { daysBetween } from './days.ts';
import { ratio } from './decimal.ts';
import { ongoing } from './enrolment.ts';
import { onEveryDomain, type Fold } from './fold.ts';
import { liverResult } from './laboratory.ts';
import { isIn, text, type StudyRow } from './study-row.ts';

/** Whole days without a row after which a site with ongoing subjects counts as silent. */
export const SILENT_AFTER_DAYS = 14;

const labSignal = (
  { subject, siteId, day, row }: StudyRow,
  value: number,
  upperLimit: number,
): LabSignal => ({
  subject,
  siteId: siteId ?? '',
  test: text(row, 'LBTESTCD'),
  day,
  value,
  unit: text(row, 'LBSTRESU'),
  upperLimit,
  ratio: ratio(value, upperLimit),
});

/** The first of a subject and criterion; on one day the highest. */
const comesFirst = (a: LabSignal, b: LabSignal): boolean =>
  a.day < b.day || (a.day === b.day && a.ratio > b.ratio);

const bySubject = (a: LabSignal, b: LabSignal): number =>
  a.subject === b.subject ? (a.test < b.test ? -1 : 1) : a.subject < b.subject ? -1 : 1;

/** Subjects who meet a liver criterion for the first time in the period, by subject and test. */
export const foldLabSignals = (period: Period): Fold<readonly LabSignal[]> => {
  const first = new Map<string, LabSignal>();
  return {
    on: {
      LB: (row) => {
        const liver = liverResult(row.row);
        if (liver?.met !== true) return;
        const signal = labSignal(row, liver.value, liver.upperLimit);
        const key = `${liver.criterion}|${row.subject}`;
        const before = first.get(key);
        if (before === undefined || comesFirst(signal, before)) first.set(key, signal);
      },
    },
    result: () => [...first.values()].filter(({ day }) => isIn(period, day)).sort(bySubject),
  };
};

type SiteDays = ReadonlyMap<string, LocalDate>;

/** The last day of any row, by site. */
export const foldLastActivity = (): Fold<SiteDays> => {
  const last = new Map<string, LocalDate>();
  return {
    on: onEveryDomain((_domain, { siteId, day }) => {
      if (siteId !== null && day > (last.get(siteId) ?? '')) last.set(siteId, day);
    }),
    result: () => last,
  };
};

export const silentSites = (
  bySite: Enrolment['bySite'],
  lastActivity: SiteDays,
  end: LocalDate,
): Attention['silentSites'] =>
  [...lastActivity]
    .map(([siteId, last]) => {
      const counts = bySite[siteId];
      // The last active day itself is not a silent one, and the period's end is exclusive.
      const days = daysBetween(last, end) - 1;
      return { siteId, lastActivity: last, days, ongoing: counts === undefined ? 0 : ongoing(counts) };
    })
    .filter(({ days, ongoing: subjects }) => days >= SILENT_AFTER_DAYS && subjects > 0)
    .sort((a, b) => b.days - a.days || (a.siteId < b.siteId ? -1 : 1));

export const foldNewDeaths = (period: Period): Fold<number> => {
  let deaths = 0;
  return {
    on: {
      AE: ({ day, row }) => {
        if (isIn(period, day) && isFatal(row)) deaths += 1;
      },
    },
    result: () => deaths,
  };
};

export interface AttentionFacts {
  readonly labSignals: readonly LabSignal[];
  readonly lastActivity: SiteDays;
  readonly newDeaths: number;
}

export const attention = (figures: Figures, facts: AttentionFacts, end: LocalDate): Attention => ({
  newSeriousEvents: figures.adverseEvents.inPeriod.serious,
  newDeaths: facts.newDeaths,
  newLabSignals: facts.labSignals,
  silentSites: silentSites(figures.enrolment.bySite, facts.lastActivity, end),
});
