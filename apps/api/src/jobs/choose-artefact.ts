import type { ArtefactDocument } from '@rounds/contracts/collections';
import { RoundsError } from '@rounds/contracts/errors';
import type { Format } from '@rounds/contracts/formats';
import { DEFAULT_LANGUAGE, type Language } from '@rounds/contracts/language';
import { broken, type BrokenRule } from '@rounds/contracts/rules';
import { maySee, scopeKey, type Scope } from '@rounds/contracts/scope';

export interface Wanted {
  /** Undefined: any that shows the same. */
  readonly format?: Format | undefined;
  /** scopeKey of the file that is wanted. */
  readonly scope?: string | undefined;
  readonly language?: Language | undefined;
}

/** Who downloads. */
export interface Reader {
  /** What they may see now. */
  readonly held: Scope;
  readonly language: Language;
}

const languageOf = ({ language = DEFAULT_LANGUAGE }: Pick<ArtefactDocument, 'language'>): Language =>
  language;

const refuse = (fault: BrokenRule): never => {
  const { field, rule } = fault;
  throw new RoundsError('NOT_FOUND', `There is no such file of this run: ${field} ${rule}.`, {
    fields: [fault],
  });
};

/** Of files that show the same: the reader's language, else English, else what there is. */
const inLanguage = (found: readonly ArtefactDocument[], language: Language): ArtefactDocument | undefined =>
  found.find((file) => languageOf(file) === language) ??
  found.find((file) => languageOf(file) === DEFAULT_LANGUAGE) ??
  found[0];

/** @param found at least one */
const theOne = (found: readonly ArtefactDocument[], { held, language }: Reader): ArtefactDocument => {
  const keys = [...new Set(found.map(({ scope }) => scopeKey(scope)))];
  const key = keys.find((each) => each === scopeKey(held)) ?? (keys.length === 1 ? keys[0] : undefined);
  const chosen = inLanguage(
    found.filter(({ scope }) => scopeKey(scope) === key),
    language,
  );
  return chosen ?? refuse(broken('scope', 'unknown-option', { known: keys }));
};

/**
 * The file made for what the caller holds now, else for the only scope that they may see; in their language, else in
 * English, else in the one there is.
 *
 * @param artefacts of one run
 * @throws RoundsError NOT_FOUND (no such format, scope or language), FORBIDDEN (made for more than the caller holds)
 */
export const chooseArtefact = (
  artefacts: readonly ArtefactDocument[],
  reader: Reader,
  wanted: Wanted,
): ArtefactDocument => {
  const ofFormat = artefacts.filter(({ format }) => wanted.format === undefined || format === wanted.format);
  if (ofFormat.length === 0) return refuse(broken('format', 'not-made'));
  const asked = ofFormat.filter(
    ({ scope }) => wanted.scope === undefined || scopeKey(scope) === wanted.scope,
  );
  if (asked.length === 0) return refuse(broken('scope', 'not-made'));
  const spoken = asked.filter(
    (file) => wanted.language === undefined || languageOf(file) === wanted.language,
  );
  if (spoken.length === 0) return refuse(broken('language', 'not-made'));
  const visible = spoken.filter(({ scope }) => maySee(reader.held, scope));
  if (visible.length === 0)
    throw new RoundsError(
      'FORBIDDEN',
      'This file was made for more than your rights on the study cover now. Have the report made anew.',
    );
  return theOne(visible, reader);
};
