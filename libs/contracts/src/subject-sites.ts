/** Where subjects are, by the rows of DM. */
import type { SdtmValue } from './received.ts';

export interface SubjectSites {
  /** SITEID by USUBJID, of those whose rows agree. */
  readonly siteOf: ReadonlyMap<string, string>;
  /** By USUBJID, the several sites that its rows name, sorted: none of them is certain. */
  readonly uncertain: ReadonlyMap<string, readonly string[]>;
  /** USUBJIDs without any SITEID. */
  readonly unplaced: ReadonlySet<string>;
}

/** Of nobody. */
export const NO_SUBJECTS: SubjectSites = { siteOf: new Map(), uncertain: new Map(), unplaced: new Set() };

interface Placed {
  /** USUBJID. */
  readonly subject: string | null;
  /** SITEID; a row without it says nothing. */
  readonly siteId?: SdtmValue | undefined;
}

/** The same whatever the order of the rows. */
export const subjectSites = (rows: Iterable<Placed>): SubjectSites => {
  const named = new Map<string, Set<string>>();
  for (const { subject, siteId } of rows) {
    if (subject === null) continue;
    const sites = named.get(subject) ?? new Set<string>();
    named.set(subject, sites);
    if (siteId !== undefined) sites.add(String(siteId));
  }
  const siteOf = new Map<string, string>();
  const uncertain = new Map<string, readonly string[]>();
  const unplaced = new Set<string>();
  for (const [subject, sites] of named) {
    const [site, ...others] = [...sites].sort();
    if (site === undefined) unplaced.add(subject);
    else if (others.length === 0) siteOf.set(subject, site);
    else uncertain.set(subject, [site, ...others]);
  }
  return { siteOf, uncertain, unplaced };
};

/** Every site that a row names. */
export const sitesNamed = ({ siteOf, uncertain }: SubjectSites): ReadonlySet<string> =>
  new Set([...siteOf.values(), ...[...uncertain.values()].flat()]);
