/**
 * Entity tags, `"<version>.<hash>"`: the version is what people change, the hash covers the whole answer. A
 * reader with If-None-Match compares both, so that no run that has ended meanwhile is hidden from them. A change
 * with If-Match compares the version alone: that a run has ended is no reason to refuse it.
 */
import { createHash } from 'node:crypto';
import { RoundsError } from '@rounds/contracts/errors';
import { broken } from '@rounds/contracts/rules';

const HASH_LENGTH = 16;

export const entityTag = (version: number, body: unknown): string => {
  const hash = createHash('sha256').update(JSON.stringify(body)).digest('base64url').slice(0, HASH_LENGTH);
  return `"${version}.${hash}"`;
};

/** Without commas inside of tags, which ours never hold. */
const tagsOf = (header: string): string[] => header.split(',').map((tag) => tag.trim());

/** @param header If-None-Match: compared weakly, as RFC 9110 has it for reading */
export const isKnown = (header: string | undefined, tag: string): boolean =>
  header !== undefined && tagsOf(header).some((known) => known === '*' || known.replace(/^W\//, '') === tag);

/** @param header If-Match; a tag is `"3.pq4…"` as an answer had it, or only the version, `"3"`; `*`: whatever there is */
const allows = (header: string, version: number | null): boolean =>
  version !== null &&
  tagsOf(header).some((tag) => tag === '*' || /^"(\d+)(?:\.[\w-]*)?"$/.exec(tag)?.[1] === String(version));

/**
 * For whoever changes something that has versions: ask with the version that was read and is changed from.
 *
 * @param caller whose request may bear an If-Match
 * @param version null: there is nothing yet
 * @throws RoundsError PRECONDITION_FAILED when it names other versions only, or there is none
 */
export const demandMatch = (
  { ifMatch }: { readonly ifMatch?: string | undefined },
  version: number | null,
): void => {
  if (ifMatch === undefined || allows(ifMatch, version)) return;
  throw new RoundsError('PRECONDITION_FAILED', 'It has changed since you read it: read it again.', {
    fields: [broken('If-Match', 'etag-outdated')],
  });
};
