/** Where a document belongs, and what it is called where nobody said so. */
import { parse } from 'node:path';
import type { DocumentDocument } from '@rounds/contracts/collections';
import type { DocumentRefusal } from '@rounds/contracts/received';
import { broken, type BrokenRule } from '@rounds/contracts/rules';
import { sitesNamed, type SubjectSites } from '@rounds/contracts/subject-sites';

export interface Refused {
  readonly code: DocumentRefusal;
  readonly faults: readonly BrokenRule[];
}

export const refuse = (code: DocumentRefusal, fault: BrokenRule): Refused => ({ code, faults: [fault] });

/** `ae_narrative-1015.txt` → `Ae narrative 1015`. */
export const titleOf = (file: string): string => {
  const words = parse(file)
    .name.replace(/[-_\s]+/g, ' ')
    .trim();
  return words === '' ? file : words.charAt(0).toUpperCase() + words.slice(1);
};

interface Named {
  readonly siteId?: string | undefined;
  readonly usubjid?: string | undefined;
}

/**
 * The site and subject that are named, checked against DM; the site follows from the subject. Of a subject without a
 * certain site it is null: who may see a document follows from its site, so that readers of all sites alone do.
 */
export const placeOf = (
  { siteId, usubjid }: Named,
  subjects: SubjectSites,
): Pick<DocumentDocument, 'siteId' | 'subject'> | Refused => {
  if (usubjid === undefined) {
    const known = siteId === undefined || sitesNamed(subjects).has(siteId);
    return known
      ? { siteId: siteId ?? null, subject: null }
      : refuse('unknown-place', broken('siteId', 'unknown-site'));
  }
  const { siteOf, uncertain, unplaced } = subjects;
  const site = siteOf.get(usubjid);
  if (site === undefined)
    return uncertain.has(usubjid) || unplaced.has(usubjid)
      ? { siteId: null, subject: usubjid }
      : refuse('unknown-place', broken('usubjid', 'unknown-subject'));
  if (siteId !== undefined && siteId !== site)
    return refuse('unknown-place', broken('siteId', 'other-site', { site }));
  return { siteId: site, subject: usubjid };
};
