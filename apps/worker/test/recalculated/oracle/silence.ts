/** Sites that fell silent. */
import { DOMAINS } from './held.ts';
import { sorted, type Seen } from './seen.ts';
import { daysFrom } from './values.ts';

/** "14 or more whole days without a row of any domain before the end of the period", the longest first. */
export const silentSites = (
  seen: Seen,
  ongoing: Readonly<Record<string, number | null>>,
  end: string,
  afterDays = 14,
) => {
  const rows = DOMAINS.flatMap((domain) => seen.toDate(domain, end));
  return sorted(rows.flatMap(({ site }) => site ?? []))
    .map((siteId) => {
      const lastActivity =
        sorted(rows.filter(({ site }) => site === siteId).map(({ day }) => day)).at(-1) ?? '';
      return { siteId, lastActivity, days: daysFrom(lastActivity, end) - 1, ongoing: ongoing[siteId] ?? 0 };
    })
    .filter(({ days, ongoing: subjects }) => days >= afterDays && subjects > 0)
    .sort((a, b) => b.days - a.days);
};
