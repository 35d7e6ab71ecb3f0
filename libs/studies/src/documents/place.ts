/** Where a document belongs, and what it is called where nobody said so. */
import { parse } from 'node:path';
import type { DocumentDocument, DocumentRefusal } from '@rounds/contracts/collections';
import type { FieldFault } from '@rounds/contracts/errors';

/** SITEID of each subject: who may see a document follows from its site. */
export type Subjects = ReadonlyMap<string, string>;

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

/** The site and subject that are named, checked against DM; the site follows from the subject. */
export const placeOf = (
  { siteId, usubjid }: Named,
  subjects: Subjects,
): Pick<DocumentDocument, 'siteId' | 'subject'> | Refused => {
  if (usubjid === undefined) {
    const known = siteId === undefined || [...subjects.values()].includes(siteId);
    return known
      ? { siteId: siteId ?? null, subject: null }
      : refuse('unknown-place', 'siteId', 'must be a site of the study');
  }
  const site = subjects.get(usubjid);
  if (site === undefined) return refuse('unknown-place', 'usubjid', 'must be a subject of the study');
  if (siteId !== undefined && siteId !== site)
    return refuse('unknown-place', 'siteId', `must be the subject's site, ${site}`);
  return { siteId: site, subject: usubjid };
};
