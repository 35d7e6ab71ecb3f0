/**
 * The last wall before a blinded dataset is stored: searched once more, by other code than the mask's. A document in
 * which something is found is left out, any other string or key is hidden whole, and the report says so.
 */
import { MASK } from '@rounds/blinding/mask';
import { IDENTIFIERS } from '@rounds/blinding/mask-strings';
import type { Search } from '@rounds/blinding/wall';
import { tellsInMarkdown } from '@rounds/blinding/wall-markdown';
import type { BlindingFault, Dataset, Headline, TextEntry } from '@rounds/contracts/dataset';
import { leftOut } from './documents.ts';

type Report = (fault: BlindingFault) => void;

/** Names that the dataset's shape gives; any other key comes from the study. */
const SHAPE = /^[a-z][A-Za-z\d]*$/;
const isOfStudy = (key: string, parent: string): boolean => !SHAPE.test(key) || /^by[A-Z]/.test(parent);

interface Place {
  readonly path: readonly string[];
  readonly documentId?: string;
}

const documentOf = (value: object): Pick<Place, 'documentId'> =>
  'documentId' in value && typeof value.documentId === 'string' ? { documentId: value.documentId } : {};

/** One value under a key that reveals nothing; two keys that differed only in what they reveal are counted together. */
const hiddenKey = (known: Record<string, unknown>, value: unknown): unknown => {
  const before = known[MASK];
  return typeof before === 'number' && typeof value === 'number' ? before + value : value;
};

/** The value with each string and key that tells anything hidden whole. */
const walled = (value: unknown, place: Place, tells: Search, report: Report): unknown => {
  if (typeof value === 'string') {
    if (!tells(value)) return value;
    report({ where: place.path.join('.'), ...(place.documentId && { documentId: place.documentId }) });
    return MASK;
  }
  if (Array.isArray(value)) return value.map((item) => walled(item, place, tells, report));
  if (value === null || typeof value !== 'object') return value;
  const within = { ...place, ...documentOf(value) };
  const parent = place.path.at(-1) ?? '';
  const result: Record<string, unknown> = {};
  for (const [key, inner] of Object.entries(value)) {
    if (IDENTIFIERS.has(key)) result[key] = inner;
    else if (!isOfStudy(key, parent))
      result[key] = walled(inner, { ...within, path: [...place.path, key] }, tells, report);
    else {
      const shown = walled(inner, { ...within, path: [...place.path, '*'] }, tells, report);
      if (!tells(key)) result[key] = shown;
      else {
        report({ where: [...place.path, '*'].join('.') });
        result[MASK] = hiddenKey(result, shown);
      }
    }
  }
  return result;
};

const tellsIn = ({ mediaType, text }: TextEntry, tells: Search): boolean =>
  mediaType === 'text/markdown' ? tellsInMarkdown(text, tells) : tells(text);

/** Texts in which anything is found go whole: where one word came through, others may have. */
const withoutTelling = (dataset: Dataset, tells: Search, report: Report): Dataset => {
  const { documents, manifest } = dataset;
  const out = new Map(
    documents.texts
      .filter((entry) => tellsIn(entry, tells))
      .map((entry) => [entry.documentId, leftOut(entry)] as const),
  );
  if (out.size === 0) return dataset;
  for (const documentId of out.keys()) report({ where: 'documents.texts.text', documentId });
  return {
    ...dataset,
    documents: { ...documents, texts: documents.texts.map((entry) => out.get(entry.documentId) ?? entry) },
    manifest: {
      ...manifest,
      documents: manifest.documents.map((named) => {
        const { sha256 = named.sha256 } = out.get(named.documentId) ?? {};
        return sha256 === named.sha256 ? named : { ...named, sha256, bytes: 0 };
      }),
    },
  };
};

/** A dataset of blinded readers as it may be stored. */
export const behindLastWall = <Content extends Dataset>(dataset: Content, tells: Search): Content => {
  const faults: BlindingFault[] = [];
  const report = (fault: BlindingFault) => faults.push(fault);
  const without = withoutTelling(dataset, tells, report);
  const hidden = walled(without, { path: [] }, tells, report) as Content;
  return { ...hidden, dataQuality: { ...hidden.dataQuality, blindingFaults: faults } };
};

/** @param unsaid a search without the words that the product itself says in every report; made where it is needed */
export const headlineBehindLastWall = (
  headline: Headline,
  tells: Search,
  unsaid: () => Search,
): { readonly headline: Headline; readonly faults: readonly BlindingFault[] } => {
  const hiddenBy = (search: Search) => {
    const faults: BlindingFault[] = [];
    const hidden = walled(headline, { path: ['headline'] }, search, (fault) => faults.push(fault));
    return { headline: hidden as Headline, faults };
  };
  const first = hiddenBy(tells);
  return first.faults.length === 0 ? first : hiddenBy(unsaid());
};
