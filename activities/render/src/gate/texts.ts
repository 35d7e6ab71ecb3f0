/** Whether each document stands whole in its place on the pages, or is named there as doubtful. */
import type { TextEntry } from '@rounds/contracts/dataset';
import type { Finding } from '@rounds/contracts/gate';
import type { Voice } from '@rounds/report-types/model/words/voice';
import { doubts, instead, openingOf } from '../pdf/documents.ts';
import { missingParts } from './find-text.ts';
import { byPage, type Flow, type Region } from './flow.ts';
import { lettersOf, proseOf, spokenParts, type Spoken } from './spoken.ts';

/** A document and where it was found; undefined where it was not. */
export interface PlacedText {
  readonly entry: TextEntry;
  readonly region: Region | undefined;
}

/** Whence it came, what has to be known before it is read, and then the text, or why it is not there. */
const expectedOf = (entry: TextEntry, voice: Voice): Spoken[] => [
  ...openingOf(entry, voice).flatMap(proseOf),
  ...(entry.text.trim() === '' ? proseOf(instead(entry, voice)) : spokenParts(entry)),
];

type Lack = Pick<Finding, 'code' | 'values'>;

/**
 * What is missing; undefined where all of it is there, or, unless `strict`, where the page says that it
 * may not be.
 */
export const whatLacks = (
  { entry, region }: PlacedText,
  flow: Flow,
  voice: Voice,
  strict = false,
): Lack | undefined => {
  if (region === undefined) return { code: 'text-not-found' };
  const pages = byPage(flow, region).map(lettersOf);
  const said = pages.join('');
  const isNamed = doubts(entry, voice).some((doubt) =>
    proseOf(doubt).every(({ cells }) => said.includes(cells.join(''))),
  );
  if (isNamed) return strict ? { code: 'text-in-doubt' } : undefined;
  const parts = expectedOf(entry, voice);
  const missing = missingParts(parts, pages);
  if (missing === 0) return undefined;
  return { code: 'parts-not-found', values: { missing, parts: parts.length } };
};

export const textFindings = (
  texts: readonly PlacedText[],
  flow: Flow,
  voice: Voice,
  strict: boolean,
): Finding[] =>
  texts.flatMap((text): Finding[] => {
    const lack = whatLacks(text, flow, voice, strict);
    if (lack === undefined) return [];
    return [{ check: 'documents', where: `pdf, document ${text.entry.documentId}`, ...lack }];
  });
