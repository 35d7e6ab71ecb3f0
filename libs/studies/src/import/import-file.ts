/** The second reading: the rows of one file, validated, compared with those of the study, and written in batches. */
import type { RecordDocument } from '@rounds/contracts/collections';
import type { FieldFault } from '@rounds/contracts/rules';
import { recordId } from '@rounds/adapters/mongo/records.repository';
import type { Refusal } from '@rounds/adapters/mongo/refusals.repository';
import { isOperational } from '@rounds/contracts/cut';
import type { KnownStudy } from '../operational/definition.ts';
import { operationalValidator } from '../operational/validate-operational.ts';
import type { Dataset } from '../readers/dataset.ts';
import type { ImportedDomain, ImportedDomains } from './imported-domains.ts';
import type { ImportWriter } from './import-writer.ts';
import { LeftOut } from './left-out.ts';
import type { PlacedRow } from './domain-rows.ts';
import type { ReportRows, SurveyedFile } from './survey.ts';
import { rowValidator, type Candidate, type RowContext, type RowVerdict } from './validate-row.ts';

export interface ImportContext extends RowContext {
  /** Of the rows that this import brings. */
  readonly generation: number;
  /** The moment of this import: when its new and changed rows were received. */
  readonly at: Date;
  readonly writer: Pick<ImportWriter, 'write'>;
  readonly domains: ImportedDomains;
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
const BATCH = 500;

const DUPLICATE: FieldFault = { field: 'row', rule: 'must be there once: an earlier row is equal to it' };

const onceOnly = (variables: readonly string[], { headings }: Dataset): FieldFault[] => [
  {
    field: variables.map((variable) => headings?.get(variable) ?? variable).join(', '),
    rule: 'must not be those of an earlier row of the file',
  },
];

/** What goes to the database together. */
interface Batch {
  readonly rows: number;
  readonly added: RecordDocument[];
  readonly ended: string[];
  readonly refusals: Refusal[];
}

const newBatch = (): { -readonly [K in keyof Batch]: Batch[K] } => ({
  rows: 0,
  added: [],
  ended: [],
  refusals: [],
});

/** Puts one row where it belongs: among those to be written, or to none, because the study has it. */
const compare = (
  candidate: Candidate,
  { key, stored, isSame }: PlacedRow,
  { added, ended }: Batch,
  { studyId, generation, at }: ImportContext,
): 'inserted' | 'changed' | 'unchanged' => {
  if (isSame) return 'unchanged';
  const { domain } = candidate;
  const _id = recordId(studyId, domain, key, generation);
  added.push({ _id, studyId, ...candidate, key, receivedAt: at, from: generation });
  if (stored === null) return 'inserted';
  ended.push(recordId(studyId, domain, key, stored));
  return 'changed';
};

interface Judged {
  readonly dataset: Dataset;
  readonly verdict: RowVerdict;
  readonly domain: ImportedDomain;
  readonly counts: FileCounts;
}

/** @returns why the row is refused; nothing where it is kept */
const take = (
  batch: Batch,
  row: number,
  { dataset, verdict, domain, counts }: Judged,
  context: ImportContext,
): readonly FieldFault[] | null => {
  const { key, candidate, once } = verdict;
  if (candidate === null) {
    if (key !== null) domain.rows.protect(key);
    return verdict.faults;
  }
  if (once !== undefined && domain.rows.has(candidate.key)) return onceOnly(once, dataset);
  const placed = domain.rows.place(candidate.key, candidate.hash);
  if (placed === null) return [DUPLICATE];
  context.domains.keep(domain, { ...candidate, key: placed.key });
  counts[compare(candidate, placed, batch, context)] += 1;
  counts.leftOut.add(domain.name, row, candidate.faults);
  return null;
};

const validatorOf = (dataset: Dataset, context: ImportContext) => {
  const { name } = dataset;
  return isOperational(name)
    ? operationalValidator({ ...dataset, name }, context)
    : rowValidator(dataset, context);
};

const write = async (
  batch: Batch,
  counts: FileCounts,
  { writer, onRefusal }: ImportContext,
): Promise<void> => {
  await writer.write(batch);
  counts.refused += batch.refusals.length;
  batch.refusals.forEach(onRefusal);
};

export const importFile = async ({ dataset }: SurveyedFile, context: ImportContext): Promise<FileCounts> => {
  const validate = validatorOf(dataset, context);
  const { file } = dataset;
  const { domains } = context;
  const counts: FileCounts = {
    rows: 0,
    inserted: 0,
    changed: 0,
    unchanged: 0,
    refused: 0,
    domains: new Set(),
    leftOut: new LeftOut(),
  };
  let batch = newBatch();
  // One batch is written while the next one is read.
  let writing = Promise.resolve();
  for await (const source of dataset.rows()) {
    const verdict = validate(source);
    const { row } = source;
    const domain = domains.find(verdict.domain) ?? (await domains.open(verdict.domain));
    counts.rows = row;
    counts.domains.add(domain.name);
    domain.read += 1;
    batch.rows += 1;
    const faults = take(batch, row, { dataset, verdict, domain, counts }, context);
    if (faults !== null) batch.refusals.push({ file, row, domain: domain.name, faults });
    if (batch.rows < BATCH) continue;
    await writing;
    writing = write(batch, counts, context);
    // It is awaited above or below; a fault in the file must not leave its rejection unhandled.
    writing.catch(() => undefined);
    batch = newBatch();
    context.report(file, counts.rows);
  }
  await writing;
  // A file without rows brings its domain too, and says that it is empty.
  if (counts.rows === 0) counts.domains.add((await domains.open(dataset.name)).name);
  await write(batch, counts, context);
  return counts;
};
