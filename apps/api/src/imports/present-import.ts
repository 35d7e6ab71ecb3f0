/** Imports as they may be shown: blinded callers learn no name or wording of a file, some sites' no rows. */
import { SILENCE_MS } from '@rounds/adapters/mongo/import-lease';
import type { Facet, Refusal, RefusalFacets } from '@rounds/adapters/mongo/refusals.repository';
import type { ImportDocument, ImportedFile } from '@rounds/contracts/collections';
import type { Scope } from '@rounds/contracts/scope';
import {
  NO_DOMAIN,
  type ImportAnswer,
  type ImportDetails,
  type RefusalAnswer,
  type RefusalsPage,
} from './imports.dto.ts';

const statusOf = ({ finishedAt, refused, aliveAt }: ImportDocument, at: Date): ImportAnswer['status'] => {
  if (finishedAt !== undefined) return 'completed';
  if (refused !== undefined) return 'refused';
  const isAlive = aliveAt !== undefined && at.getTime() - aliveAt.getTime() <= SILENCE_MS;
  return isAlive ? 'under-way' : 'broken-off';
};

const COUNTS = ['rows', 'inserted', 'changed', 'unchanged', 'removed', 'refused'] as const;
type Counts = Record<(typeof COUNTS)[number], number>;

const countsOf = (files: readonly ImportedFile[]): Counts =>
  Object.fromEntries(
    COUNTS.map((count) => [count, files.reduce((total, file) => total + file[count], 0)]),
  ) as Counts;

const byDomain = (files: readonly ImportedFile[]): ImportAnswer['domains'] =>
  [...new Set(files.flatMap(({ domains }) => domains))]
    .toSorted()
    .map((domain) => ({ domain, ...countsOf(files.filter(({ domains }) => domains.includes(domain))) }));

/** @param at now: one that has not been heard of for long is over */
export const presentImport = (imported: ImportDocument, at: Date): ImportAnswer => {
  const { files, documents, finishedAt, refused, brokeOffAt } = imported;
  return {
    id: imported._id,
    studyId: imported.studyId,
    by: imported.by,
    status: statusOf(imported, at),
    startedAt: imported.startedAt.toISOString(),
    endedAt: (finishedAt ?? refused?.at ?? brokeOffAt)?.toISOString() ?? null,
    refusedBecause: (refused?.faults ?? []).map(({ field, rule }) => ({ field, rule })),
    ...countsOf(files),
    domains: byDomain(files),
    documents:
      documents === undefined
        ? null
        : {
            inserted: documents.inserted,
            changed: documents.changed,
            unchanged: documents.unchanged,
            refused: documents.refused.length,
          },
  };
};

const presentFile = (
  { leftOut = [], warnings = [], ...file }: ImportedFile,
  { sites, unblinded }: Scope,
): ImportDetails['files'][number] => ({
  file: unblinded ? file.file : null,
  sha256: unblinded ? file.sha256 : null,
  domains: [...file.domains],
  rows: file.rows,
  inserted: file.inserted,
  changed: file.changed,
  unchanged: file.unchanged,
  removed: file.removed,
  refused: file.refused,
  readBy: file.readBy ?? null,
  leftOut: sites === 'all' ? [...leftOut] : null,
  warnings: warnings.map(({ code, about = null, count = null }) => ({
    code,
    about: unblinded ? about : null,
    count,
  })),
});

/** Rules may quote what a file is called. */
export const presentRefusal = (
  { file, row, domain, faults }: Refusal,
  { unblinded }: Scope,
): RefusalAnswer => ({
  file: unblinded ? file : null,
  row,
  domain,
  faults: faults.map(({ field, rule }) => ({ field, rule: unblinded ? rule : null })),
});

const presentFacet = ({ value, rows }: Facet) => ({ value: value ?? NO_DOMAIN, rows });

export const presentFacets = (
  { found, domains, fields, rules }: RefusalFacets,
  { unblinded }: Scope,
): Pick<RefusalsPage, 'found' | 'facets'> => ({
  found,
  facets: {
    domain: domains.map(presentFacet),
    field: fields.map(presentFacet),
    rule: unblinded ? rules.map(presentFacet) : null,
  },
});

export const presentDetails = (
  imported: ImportDocument,
  scope: Scope,
  at: Date,
): Omit<ImportDetails, 'refusals'> => ({
  ...presentImport(imported, at),
  files: imported.files.map((file) => presentFile(file, scope)),
  refusedDocuments:
    scope.sites === 'all'
      ? (imported.documents?.refused ?? []).map(({ file, code }) => ({
          file: scope.unblinded ? file : null,
          code,
        }))
      : null,
});
