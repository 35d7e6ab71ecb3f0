/** Rows that differ from the cut last delivered: docs/study-weekly.md, "Changes". */
import { contentOf, DOMAINS, type Row } from './held.ts';
import { positive, type Counts, type Seen } from './seen.ts';

/** A row of DM is in a report as of its day; one without a day is in all. */
const rowsOf = (seen: Seen, domain: string): readonly Row[] => {
  const { end } = seen.period;
  if (domain !== 'DM') return seen.toDate(domain, end);
  return seen.people.filter(({ day }) => day === null || !seen.isPlausible('DM', day) || day < end);
};

const dayOf = (seen: Seen, domain: string, { day }: Row): string =>
  day !== null && seen.isPlausible(domain, day) ? day : '9999';

/** @param last as the report last delivered saw it, of its own period */
export const changesByDomain = (seen: Seen, last: Seen): Record<string, Counts> => {
  const entries = DOMAINS.map((domain) => {
    const [now, before] = [rowsOf(seen, domain), rowsOf(last, domain)];
    const earlier = ({ key }: Row) => before.find((row) => row.key === key);
    const added = now.filter((row) => earlier(row) === undefined);
    const changed = now.filter((row) => {
      const old = earlier(row);
      return old !== undefined && contentOf(old) !== contentOf(row);
    });
    const counts = {
      added: added.length,
      // "late: those of added whose day lies before the period"
      late: added.filter((row) => dayOf(seen, domain, row) < seen.period.start).length,
      changed: changed.length,
      removed: before.filter(({ key }) => !now.some((row) => row.key === key)).length,
    };
    return [domain, counts] as const;
  });
  return Object.fromEntries(entries.filter(([, counts]) => Object.keys(positive(counts)).length > 0));
};
