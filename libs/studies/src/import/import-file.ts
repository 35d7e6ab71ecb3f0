/** The second reading: the rows of one file, validated, compared with those of the study, and written in batches. */
import type { RecordDocument } from '@rounds/contracts/collections';
import type { FieldFault } from '@rounds/contracts/errors';
import { recordId } from '@rounds/adapters/mongo/records.repository';
import type { Refusal } from '@rounds/adapters/mongo/imports.repository';
import { isOperational } from '@rounds/contracts/cut';
import type { KnownStudy } from '../operational/definitions.ts';
import { operationalValidator } from '../operational/validate-operational.ts';
import type { Dataset, SourceRow } from '../readers/dataset.ts';
import type { ImportedDomains } from './imported-domains.ts';
import type { ImportWriter } from './import-writer.ts';
import { LeftOut } from './left-out.ts';
import type { SeenRows } from './seen-rows.ts';
import { shortHash } from './stored-rows.ts';
import type { ReportRows, SurveyedFile } from './survey.ts';
import { rowValidator, type Candidate, type RowContext, type RowVerdict } from './validate-row.ts';

export interface ImportContext extends RowContext {
  /** Of the rows that this import brings. */
  readonly generation: number;
  /** The moment of this import: when its new and changed rows were received. */
  readonly at: Date;
  readonly writer: Pick<ImportWriter, 'write'>;
  readonly domains: ImportedDomains;
  readonly seen: SeenRows;
  readonly report: ReportRows;
  /** What rows of operational datasets may name: the study as it will be. */
  readonly study: KnownStudy;
  /** Takes each refused row as it is found. */
  readonly onRefusal: (refusal: Refusal) => void;
}

export interface FileCounts {
  rows: number;
  inserted: number;
  changed: number;
  unchanged: number;
  refused: number;
  /** Domains of the file's rows, or its name where it has none; one, unless the file is odd. */
  readonly domains: Set<string>;
  readonly leftOut: LeftOut;
}

/** Rows that travel to the database at once: few enough for one message, enough to make its latency cheap. */
const BATCH = 1_000;

const DUPLICATE: FieldFault = { field: 'row', rule: 'must be there once: an earlier row is equal to it' };

const onceOnly = (variables: readonly string[], { headings }: Dataset): FieldFault[] => [
  {
    field: variables.map((variable) => headings?.get(variable) ?? variable).join(', '),
    rule: 'must not be those of an earlier row of the file',
  },
];

interface Batch {
  readonly candidates: Candidate[];
  readonly refusals: Refusal[];
}

interface Judged {
  readonly dataset: Dataset;
  readonly verdict: RowVerdict;
  readonly seen: SeenRows;
  readonly leftOut: LeftOut;
}

const sort = (batch: Batch, { row }: SourceRow, { dataset, verdict, seen, leftOut }: Judged): void => {
  const { domain, key, candidate, once } = verdict;
  const refuse = (faults: readonly FieldFault[]) =>
    batch.refusals.push({ file: dataset.file, row, domain, faults });
  if (candidate === null) {
    if (key !== null) seen.protect(domain, key);
    refuse(verdict.faults);
  } else if (once !== undefined && seen.has(domain, candidate.key)) refuse(onceOnly(once, dataset));
  else {
    const placed = seen.place(domain, candidate.key, candidate.hash);
    if (placed === null) refuse([DUPLICATE]);
    else {
      batch.candidates.push({ ...candidate, key: placed });
      leftOut.add(domain, row, candidate.faults);
    }
  }
};

const validatorOf = (dataset: Dataset, context: ImportContext) => {
  const { name } = dataset;
  return isOperational(name)
    ? operationalValidator({ ...dataset, name }, context)
    : rowValidator(dataset, context);
};

interface Compared {
  readonly added: RecordDocument[];
  readonly ended: string[];
}

/** Puts one row where it belongs: among those to be written, or to none, because the study has it. */
const compare = (
  candidate: Candidate,
  { added, ended }: Compared,
  { studyId, generation, at, domains }: ImportContext,
): 'inserted' | 'changed' | 'unchanged' => {
  const { domain: name, key, hash } = candidate;
  const domain = domains.of(name);
  domain.rows += 1;
  domains.keep(domain, candidate);
  const stored = domain.stored.take(key);
  if (stored?.hash === shortHash(hash)) return 'unchanged';
  const _id = recordId(studyId, name, key, generation);
  added.push({ _id, studyId, ...candidate, receivedAt: at, from: generation });
  if (stored === undefined) return 'inserted';
  ended.push(recordId(studyId, name, key, stored.from));
  return 'changed';
};

const store = async (
  { candidates, refusals }: Batch,
  counts: FileCounts,
  context: ImportContext,
): Promise<void> => {
  const { domains, writer } = context;
  await domains.open(counts.domains);
  const compared: Compared = { added: [], ended: [] };
  for (const candidate of candidates) counts[compare(candidate, compared, context)] += 1;
  for (const { domain } of refusals) if (domain !== null) domains.of(domain).rows += 1;
  await writer.write({ ...compared, refusals });
  counts.refused += refusals.length;
  refusals.forEach(context.onRefusal);
};

export const importFile = async ({ dataset }: SurveyedFile, context: ImportContext): Promise<FileCounts> => {
  const validate = validatorOf(dataset, context);
  const { file } = dataset;
  const counts: FileCounts = {
    rows: 0,
    inserted: 0,
    changed: 0,
    unchanged: 0,
    refused: 0,
    domains: new Set(),
    leftOut: new LeftOut(),
  };
  let batch: Batch = { candidates: [], refusals: [] };
  // One batch is stored while the next one is read.
  let storing = Promise.resolve();
  for await (const source of dataset.rows()) {
    const verdict = validate(source);
    counts.rows = source.row;
    counts.domains.add(verdict.domain);
    sort(batch, source, { dataset, verdict, seen: context.seen, leftOut: counts.leftOut });
    if (batch.candidates.length + batch.refusals.length < BATCH) continue;
    await storing;
    storing = store(batch, counts, context);
    // It is awaited above or below; a fault in the file must not leave its rejection unhandled.
    storing.catch(() => undefined);
    batch = { candidates: [], refusals: [] };
    context.report(file, counts.rows);
  }
  await storing;
  // A file without rows brings its domain too, and says that it is empty.
  if (counts.domains.size === 0) counts.domains.add(dataset.name);
  await store(batch, counts, context);
  return counts;
};
