import type { ArtefactDocument } from '@rounds/contracts/collections';
import { RoundsError } from '@rounds/contracts/errors';
import type { Format } from '@rounds/contracts/formats';
import { covers, scopeKey, type Scope } from '@rounds/contracts/scope';

export interface Wanted {
  readonly format: Format;
  /** scopeKey of the file that is wanted. */
  readonly scope?: string | undefined;
}

const refuse = (field: string, rule: string): never => {
  throw new RoundsError('NOT_FOUND', `There is no such file of this run: ${field} ${rule}.`, {
    fields: [{ field, rule }],
  });
};

/** @param found at least one */
const theOne = (found: readonly ArtefactDocument[], held: Scope): ArtefactDocument => {
  const own = found.find(({ scope }) => scopeKey(scope) === scopeKey(held));
  const chosen = own ?? (found.length === 1 ? found[0] : undefined);
  const keys = found.map(({ scope }) => scopeKey(scope));
  return chosen ?? refuse('scope', `must be one of ${keys.join(', ')}`);
};

/**
 * The file made for what the caller holds now; else the only one that they may see.
 *
 * @param artefacts of one run
 * @throws RoundsError NOT_FOUND (no such format or scope), FORBIDDEN (made for more than the caller holds)
 */
export const chooseArtefact = (
  artefacts: readonly ArtefactDocument[],
  held: Scope,
  wanted: Wanted,
): ArtefactDocument => {
  const ofFormat = artefacts.filter(({ format }) => format === wanted.format);
  if (ofFormat.length === 0) return refuse('format', 'must be one that was made');
  const asked = ofFormat.filter(
    ({ scope }) => wanted.scope === undefined || scopeKey(scope) === wanted.scope,
  );
  if (asked.length === 0) return refuse('scope', 'must be one that was made');
  const visible = asked.filter(({ scope }) => covers(held, scope));
  if (visible.length === 0)
    throw new RoundsError(
      'FORBIDDEN',
      'This file was made for more than your rights on the study cover now. Have the report made anew.',
    );
  return theOne(visible, held);
};
