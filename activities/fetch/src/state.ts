/** What a cut is found again by: a hash of all that it would hold, told without reading a row. */
import { sha256Of } from '@rounds/adapters/crypto/sha256';
import type { FetchInput } from '@rounds/contracts/activities';
import { canonicalJson } from '@rounds/contracts/canonical-json';
import type { StudyDocument } from '@rounds/contracts/collections';
import { DAY_MS } from '@rounds/contracts/durations';
import { datasetsOf } from './datasets.ts';
import type { FreezeDependencies } from './freeze.ts';
import { instantsOf } from './received-documents.ts';
import type { StudySnapshot } from './study-snapshot.ts';

/** To be changed with every change after which the same study gives another cut. */
const CUT_VERSION = 2;

/**
 * The generation stands for all that an import brings: rows, refusals and treatments. It is named by its import too, as
 * a database that was restored counts the same numbers again.
 */
const factsOf = ({ closedAt: _closed, linkPolicy: _links, ...facts }: StudyDocument) => facts;

/** The one thing that becomes another by waiting. */
const tooOld = ({ deliveries, settings }: StudyDocument, now: Date): string[] => {
  const { maximumAgeDays: most = Infinity } = settings ?? {};
  return Object.keys(deliveries).filter((name) => {
    const { at = now } = deliveries[name] ?? {};
    return now.getTime() - at.getTime() > most * DAY_MS;
  });
};

/** Hex. */
export const stateOf = async (
  { objects, codeVersion, now }: Pick<FreezeDependencies, 'objects' | 'codeVersion' | 'now'>,
  input: Pick<FetchInput, 'period' | 'timeZone' | 'reportType'>,
  { study, documentsReceived }: Pick<StudySnapshot, 'study' | 'documentsReceived'>,
): Promise<string> => {
  const { period, timeZone } = input;
  const { from, to } = instantsOf(period, timeZone);
  const documents = await documentsReceived(from, to);
  // What is lost while a cut of them is there is lacking in the next one.
  const sizes = await Promise.all(documents.map(({ key }) => objects.size(key)));
  const held = { period, timeZone, datasets: datasetsOf(input), documents, sizes };
  const state = { version: CUT_VERSION, codeVersion, ...factsOf(study), old: tooOld(study, now()), ...held };
  return sha256Of(canonicalJson(state));
};
