/** Where a document belongs, and what it is called where nobody said so. */
import { parse } from 'node:path';
import type { DocumentDocument } from '@rounds/contracts/collections';
import type { DocumentRefusal } from '@rounds/contracts/received';
import type { FieldFault } from '@rounds/contracts/errors';
import { sitesNamed, type SubjectSites } from '@rounds/contracts/subject-sites';

export interface Refused {
  readonly code: DocumentRefusal;
  readonly faults: readonly FieldFault[];
}

export const refuse = (code: DocumentRefusal, field: string, rule: string): Refused => ({
  code,
  faults: [{ field, rule }],
});

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
      : refuse('unknown-place', 'siteId', 'must be a site of the study');
  }
  const { siteOf, uncertain, unplaced } = subjects;
  const site = siteOf.get(usubjid);
  if (site === undefined)
    return uncertain.has(usubjid) || unplaced.has(usubjid)
      ? { siteId: null, subject: usubjid }
      : refuse('unknown-place', 'usubjid', 'must be a subject of the study');
  if (siteId !== undefined && siteId !== site)
    return refuse('unknown-place', 'siteId', `must be the subject's site, ${site}`);
  return { siteId: site, subject: usubjid };
};
