/** Deaths: subjects of whom DM, DS or a fatal event tells. */
import type { LocalDate, Period } from '@rounds/contracts/period';
import { firstPossibleDay, parseSdtmDate } from '@rounds/contracts/sdtm-date';
import { isFatal, isSerious } from '../../folds/adverse-event.ts';
import type { Fold } from '../../folds/fold.ts';
import { coded, isIn, text, type StudyRow } from '../../folds/study-row.ts';
import { entryOf } from '../../folds/tally.ts';
import type { Death } from '../dataset.ts';

type Domain = Death['sources'][number]['domain'];

interface Told {
  readonly siteId: string;
  readonly days: Map<Domain, LocalDate | null>;
  readonly terms: Set<string>;
  notMarkedSerious: boolean;
}

/** DTHDTC, at its first possible day; null where it is not given or lacks the year. */
const dayOfDeath = ({ row }: StudyRow): LocalDate | null => {
  const date = parseSdtmDate(text(row, 'DTHDTC'));
  return date === null ? null : firstPossibleDay(date);
};

const isNew = ({ sources }: Pick<Death, 'sources'>, period: Period): boolean =>
  sources.some(({ day }) => day !== null && isIn(period, day));

const deathOf = (subject: string, { siteId, days, terms, notMarkedSerious }: Told, period: Period): Death => {
  const sources = [...days]
    .map(([domain, day]) => ({ domain, day }))
    .sort((a, b) => (a.domain < b.domain ? -1 : 1));
  return {
    subject,
    siteId,
    day: days.get('DM') ?? days.get('DS') ?? days.get('AE') ?? null,
    isNew: isNew({ sources }, period),
    sources,
    terms: [...terms].sort(),
    notMarkedSerious,
  };
};

/** Undated ones last. */
const byDay = (a: Death, b: Death): number => {
  const [left, right] = [a.day ?? '~', b.day ?? '~'];
  if (left !== right) return left < right ? -1 : 1;
  return a.subject < b.subject ? -1 : 1;
};

const toldBy = (told: Map<string, Told>) => {
  const of = ({ subject, siteId }: StudyRow): Told =>
    entryOf(told, subject, () => ({
      siteId: siteId ?? '',
      days: new Map(),
      terms: new Set(),
      notMarkedSerious: false,
    }));
  return {
    of,
    /** The earliest day of the domain's rows. */
    row: (domain: Domain, from: StudyRow): Told => {
      const death = of(from);
      const before = death.days.get(domain) ?? from.day;
      death.days.set(domain, from.day < before ? from.day : before);
      return death;
    },
  };
};

/**
 * Reads rows to date only. DM is a row of the screening: that it tells of a death counts from the day of the death on,
 * so that the report of an earlier week does not know of it.
 */
export const foldDeaths = (period: Period): Fold<readonly Death[]> => {
  const told = new Map<string, Told>();
  const { of, row: tell } = toldBy(told);
  return {
    on: {
      DM: (row) => {
        if (coded(row.row, 'DTHFL') !== 'Y' && text(row.row, 'DTHDTC') === '') return;
        const day = dayOfDeath(row);
        if (day === null || day < period.end) of(row).days.set('DM', day);
      },
      DS: (row) => {
        if (coded(row.row, 'DSDECOD') === 'DEATH') tell('DS', row);
      },
      AE: (row) => {
        if (!isFatal(row.row)) return;
        const death = tell('AE', row);
        const term = text(row.row, 'AEDECOD');
        if (term !== '') death.terms.add(term);
        if (!isSerious(row.row)) death.notMarkedSerious = true;
      },
    },
    result: () => [...told].map(([subject, each]) => deathOf(subject, each, period)).sort(byDay),
  };
};

/** A death of earlier days that a late row, or a change of DM, tells of now: in no figure of the period, and yet news. */
export const withLateDeaths = (deaths: readonly Death[], last: readonly Death[]): Death[] => {
  const known = new Set(last.map(({ subject }) => subject));
  return deaths.map((death) =>
    death.isNew || known.has(death.subject) ? death : { ...death, isLate: true },
  );
};

const isBefore = ({ sources }: Death, end: LocalDate): boolean => {
  const days = sources.flatMap(({ day }) => day ?? []);
  return days.length === 0 || days.some((day) => day < end);
};

/** Subjects of the period, or of an earlier one. */
export const deathFigures = (deaths: readonly Death[], period: Period) => ({
  inPeriod: deaths.filter((death) => isNew(death, period)).length,
  toDate: deaths.filter((death) => isBefore(death, period.end)).length,
});
