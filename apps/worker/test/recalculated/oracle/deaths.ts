/** Deaths: docs/safety-weekly.md. */
import { termOf } from './codes.ts';
import { isFatal, isSerious } from './events.ts';
import { inPeriod, sorted, valueOf, type Period, type Seen } from './seen.ts';
import { dateOf, firstDay, type Day } from './values.ts';

export interface Death {
  readonly subject: string;
  readonly siteId: string;
  readonly day: Day | null;
  readonly isNew: boolean;
  readonly sources: readonly { readonly domain: string; readonly day: Day | null }[];
  readonly terms: readonly string[];
  readonly notMarkedSerious: boolean;
}

/** Of DTHDTC; null where it is not given, or cannot be. */
const dayOfDeath = (seen: Seen, text: string): Day | null => {
  const date = dateOf(text);
  const day = date === null ? null : firstDay(date);
  return day !== null && seen.isPlausible('DM', day) ? day : null;
};

/** "a death counts from DTHDTC on"; null: it is told without a day; undefined: it is not told. */
const toldByDm = (seen: Seen, subject: string, end: Day): Day | null | undefined => {
  const told = seen.people
    .filter((row) => row.subject === subject)
    .filter((row) => termOf(seen.held, 'DM.DTHFL', row) === 'Y' || valueOf(row, 'DTHDTC') !== '')
    .map((row) => dayOfDeath(seen, valueOf(row, 'DTHDTC')))
    .filter((day) => day === null || day < end);
  return told.length === 0 ? undefined : (told.filter((day) => day !== null).sort()[0] ?? null);
};

export const deaths = (seen: Seen, { start, end }: Period): Death[] => {
  const { held } = seen;
  const ofDs = seen.toDate('DS', end).filter((row) => termOf(held, 'DS.DSDECOD', row) === 'DEATH');
  const ofAe = seen.toDate('AE', end).filter((row) => isFatal(held, row));
  const subjects = sorted([...seen.people, ...ofDs, ...ofAe].map(({ subject }) => subject));
  const all = subjects.flatMap((subject): Death[] => {
    const dm = toldByDm(seen, subject, end);
    const [ds, ae] = [ofDs, ofAe].map((rows) => rows.filter((row) => row.subject === subject));
    const [dsDay, aeDay] = [ds, ae].map((rows) => rows?.map(({ day }) => day).sort()[0]);
    const sources = [
      ...(aeDay === undefined ? [] : [{ domain: 'AE', day: aeDay }]),
      ...(dm === undefined ? [] : [{ domain: 'DM', day: dm }]),
      ...(dsDay === undefined ? [] : [{ domain: 'DS', day: dsDay }]),
    ];
    if (sources.length === 0) return [];
    return [
      {
        ...{ subject, siteId: seen.siteOf(subject) ?? '', sources },
        day: dm ?? dsDay ?? aeDay ?? null,
        isNew: sources.some(({ day }) => inPeriod(day, { start, end })),
        terms: sorted((ae ?? []).map((row) => valueOf(row, 'AEDECOD')).filter((term) => term !== '')),
        notMarkedSerious: (ae ?? []).some((row) => !isSerious(held, row)),
      },
    ];
  });
  const order = ({ day, subject }: Death) => `${day ?? '~'}|${subject}`;
  return all.sort((a, b) => (order(a) < order(b) ? -1 : 1));
};

/** "`toDate`: subjects with any such day before the end of the period, or with none" */
export const deathCounts = (all: readonly Death[], period: Period) => ({
  inPeriod: all.filter(({ sources }) => sources.some(({ day }) => inPeriod(day, period))).length,
  toDate: all.filter(({ sources }) => {
    const days = sources.flatMap(({ day }) => day ?? []);
    return days.length === 0 || days.some((day) => day < period.end);
  }).length,
});
