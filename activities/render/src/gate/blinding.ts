/** The last wall: whether a finished file for blinded readers tells a treatment. It should be impossible by then. */
import { IDENTIFIERS } from '@rounds/blinding/mask-strings';
import { createSearch, saidAnyway, type Search } from '@rounds/blinding/wall';
import { tellsInMarkdown } from '@rounds/blinding/wall-markdown';
import type { CutTreatments } from '@rounds/contracts/cut';
import type { Dataset } from '@rounds/contracts/dataset';
import type { Format } from '@rounds/contracts/formats';
import type { Finding } from '@rounds/contracts/gate';
import { everythingSaid } from '@rounds/report-types/model/words/message';
import { readableTexts } from './readable.ts';

const identifiersIn = (value: unknown, isNamed = false): string[] => {
  if (typeof value === 'string') return isNamed && value !== '' ? [value] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    identifiersIn(inner, Array.isArray(value) ? isNamed : IDENTIFIERS.has(key)),
  );
};

/** Without the ids by which things are found: what those reveal, nobody hid. */
const withoutIds = (text: string, ids: readonly string[]): string =>
  ids.reduce((left, id) => left.replaceAll(id, ' | '), text);

const isMarkdown = (dataset: Dataset, text: string): boolean =>
  dataset.documents.texts.some((entry) => entry.mediaType === 'text/markdown' && entry.text === text);

/** Says how often, never what. */
export const blindingFindings = async (
  format: Format,
  bytes: Uint8Array,
  dataset: Dataset,
  treatments: CutTreatments,
): Promise<Finding[]> => {
  const texts = [...new Set(await readableTexts(format, bytes))];
  const tells = createSearch(treatments);
  const telling = (search: Search, of: readonly string[]) =>
    of.filter((text) => search(text) || (isMarkdown(dataset, text) && tellsInMarkdown(text, search)));
  const suspects = telling(tells, texts);
  if (suspects.length === 0) return [];
  // Rare, and dear: words of the product's own, and ids.
  const ids = [...new Set(identifiersIn(dataset))].filter(tells);
  const unsaid = createSearch(treatments, saidAnyway(everythingSaid()));
  const n = telling(
    unsaid,
    suspects.map((text) => withoutIds(text, ids)),
  ).length;
  return n === 0
    ? []
    : [
        {
          check: 'blinding',
          where: format,
          code: 'tells-treatment',
          values: { places: n },
        },
      ];
};
