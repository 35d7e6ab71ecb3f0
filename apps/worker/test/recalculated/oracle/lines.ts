/** What a reader sees of training and queries. */
import type { Line } from './operational.ts';
import type { Seen } from './seen.ts';

/** "the rows that name one of these sites"; one about a subject whose site is not certain is in reports of all alone */
const inScope = ({ held, sites, uncertain }: Seen, name: 'training' | 'queries'): Line[] =>
  Object.entries(held.lines[name] ?? {})
    .map(([key, line]): Line => ({ ...line, key }))
    .filter(
      ({ site = '', subject = '' }) => sites === 'all' || (sites.includes(site) && !uncertain.has(subject)),
    );

const isOfADay = ({ isPlausible }: Seen, name: string, { enrolledAt, openedAt }: Line): boolean =>
  isPlausible(name.toUpperCase(), enrolledAt ?? openedAt ?? '');

/** By key. */
export const linesOf = (seen: Seen, name: 'training' | 'queries'): Line[] =>
  inScope(seen, name).filter((line) => isOfADay(seen, name, line));

export const implausibleLines = (seen: Seen, name: 'training' | 'queries'): number =>
  inScope(seen, name).filter((line) => !isOfADay(seen, name, line)).length;
