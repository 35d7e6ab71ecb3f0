/** The files of a run as they lie in the store: what is checked is what will be sent, not what was in memory. */
import { sha256Of } from '@rounds/adapters/crypto/sha256';
import type { ObjectStore } from '@rounds/adapters/s3/object-store';
import { isNotFound } from '@rounds/contracts/errors';
import type { Format } from '@rounds/contracts/formats';
import type { CodeValues } from '@rounds/contracts/saying';
import { MOST_FINDINGS, type Finding, type FindingCode } from '@rounds/contracts/gate';
import type { Artefact } from '@rounds/contracts/run';

/** The bytes of the file of this format, or why they are not those that were stored. */
export const storedFile = async (
  objects: ObjectStore,
  artefacts: readonly Artefact[],
  format: Format,
): Promise<Buffer | Finding> => {
  const wrong = (code: FindingCode, values?: CodeValues): Finding => ({
    ...{ check: 'files', where: format, code },
    ...(values && { values }),
  });
  const artefact = artefacts.find((each) => each.format === format);
  if (artefact === undefined) return wrong('not-made');
  try {
    const bytes = await objects.get(artefact.key);
    const sha256 = sha256Of(bytes);
    if (sha256 === artefact.sha256 && bytes.length === artefact.bytes) return bytes;
    return wrong('not-as-stored', { bytes: bytes.length });
  } catch (error) {
    if (isNotFound(error)) return wrong('not-in-store');
    throw error;
  }
};

/**
 * Those that the report does not name already as what it lacks; a few are enough to hold it back. That a treatment is
 * told is nothing that a report may say and be sent.
 */
export const unsaid = (findings: readonly Finding[], lacking: readonly Finding[] = []): Finding[] => {
  const said = new Set(lacking.map(({ check, where }) => `${check}|${where}`));
  return findings
    .filter(({ check, where }) => check === 'blinding' || !said.has(`${check}|${where}`))
    .slice(0, MOST_FINDINGS);
};
