/** Deaths: subjects of whom DM, DS or a fatal event tells. */
import type { LocalDate, Period } from '@rounds/contracts/period';
import { firstPossibleDay, parseSdtmDate } from '@rounds/contracts/sdtm-date';
import { isFatal, isSerious } from './adverse-event.ts';
import type { Fold } from './fold.ts';
import { keepAll, keepBest, keepBy, keepCount, keepSet } from './kept.ts';
import { isIn, text, type SubjectRow } from './study-row.ts';
import type { Known } from '../terms/known.ts';

export interface Death {
  readonly subject: string;
  /** Empty where DM does not know the subject. */
  readonly siteId: string;
  /** DM.DTHDTC, else that of DS, else that of AE; null where only DTHFL tells of the death, or no plausible day. */
  readonly day: LocalDate | null;
  /** Whether the day of death, or that of a row that tells of it, is of the period. */
  readonly isNew: boolean;
  /** True where the last report did not know of the death, and no day of the period tells of it. */
  readonly isLate?: boolean;
  /** Which domains record the death: DTHDTC of DM, the earliest day of the rows of DS and AE. */
  readonly sources: readonly { readonly domain: 'AE' | 'DM' | 'DS'; readonly day: LocalDate | null }[];
  /** Preferred terms of the subject's fatal events, sorted. */
  readonly terms: readonly string[];
  /** Whether a fatal event of the subject is not marked serious. */
  readonly notMarkedSerious: boolean;
}

type Domain = Death['sources'][number]['domain'];

/** What is known of one subject's death. */
const gathered = () => {
  const days = keepBest<LocalDate | null>(isEarlier);
  const [sites, terms, notMarkedSerious] = [keepSet(), keepSet(), keepCount()];
  return { days, sites, terms, notMarkedSerious, ...keepAll({ days, sites, terms, notMarkedSerious }) };
};
type Gathered = ReturnType<typeof gathered>;

/** Any day tells more than none. */
const isEarlier = (day: LocalDate | null, over: LocalDate | null): boolean =>
  day !== null && (over === null || day < over);

/** DTHDTC, at its first possible day; null where it is not given, lacks the year, or is not plausible. */
const dayOfDeath = ({ row }: SubjectRow, { isPlausible }: Known): LocalDate | null => {
  const date = parseSdtmDate(text(row, 'DTHDTC'));
  const day = date === null ? null : firstPossibleDay(date);
  return day !== null && isPlausible(day) ? day : null;
};

const isNew = ({ sources }: Pick<Death, 'sources'>, period: Period): boolean =>
  sources.some(({ day }) => day !== null && isIn(period, day));

const deathOf = (
  subject: string,
  { sites, days: { best: days }, terms, notMarkedSerious }: Gathered,
  period: Period,
): Death => {
  const sources = [...days]
    .map(([domain, day]) => ({ domain: domain as Domain, day }))
    .sort((a, b) => (a.domain < b.domain ? -1 : 1));
  return {
    subject,
    siteId: [...sites.values][0] ?? '',
    day: days.get('DM') ?? days.get('DS') ?? days.get('AE') ?? null,
    isNew: isNew({ sources }, period),
    sources,
    terms: [...terms.values].sort(),
    notMarkedSerious: notMarkedSerious.value() > 0,
  };
};

/** Undated ones last. */
const byDay = (a: Death, b: Death): number => {
  const [left, right] = [a.day ?? '~', b.day ?? '~'];
  if (left !== right) return left < right ? -1 : 1;
  return a.subject < b.subject ? -1 : 1;
};

const gatherDeaths = () => {
  const deaths = keepBy(gathered);
  return {
    ...deaths,
    /** @param day of death, or of a row that tells of it: the earliest of a domain stands */
    add: (domain: Domain, { subject, siteId }: SubjectRow, day: LocalDate | null): Gathered => {
      const death = deaths.of(subject);
      if (siteId !== null) death.sites.add(siteId);
      death.days.add(domain, day);
      return death;
    },
  };
};

/**
 * Reads rows to date only. DM is a row of the screening: that it tells of a death counts from the day of the death on,
 * so that the report of an earlier week does not know of it.
 */
export const foldDeaths = (period: Period, known: Known): Fold<readonly Death[]> => {
  const deaths = gatherDeaths();
  return {
    save: deaths.save,
    absorb: deaths.absorb,
    on: {
      DM: (row) => {
        if (known.term('DM.DTHFL', row.row) !== 'Y' && text(row.row, 'DTHDTC') === '') return;
        const day = dayOfDeath(row, known);
        if (day === null || day < period.end) deaths.add('DM', row, day);
      },
      DS: (row) => {
        if (known.term('DS.DSDECOD', row.row) === 'DEATH') deaths.add('DS', row, row.day);
      },
      AE: (row) => {
        if (!isFatal(row.row, known)) return;
        const death = deaths.add('AE', row, row.day);
        const term = text(row.row, 'AEDECOD');
        if (term !== '') death.terms.add(term);
        if (!isSerious(row.row, known)) death.notMarkedSerious.add();
      },
    },
    result: () => [...deaths.entries].map(([subject, each]) => deathOf(subject, each, period)).sort(byDay),
  };
};

/** A death of earlier days that a late row, or a change of DM, brings now: in no figure of the period, and new all the same. */
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
