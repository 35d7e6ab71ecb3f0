/** `import --report FILE`: everything that an import has to tell, refused rows without a limit, written as it is read. */
import { createWriteStream } from 'node:fs';
import { access } from 'node:fs/promises';
import { dirname, extname, resolve } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Refusal } from '@rounds/adapters/mongo/refusals.repository';
import { invalidInput } from '@rounds/contracts/errors';
import { asTold } from '@rounds/contracts/rules';
import type { ImportSummary } from '@rounds/studies/import/import-summary';
import { CELL_RULES } from '@rounds/studies/readers/cells';
import { stringify } from 'csv-stringify';
import { warningWords } from './import-words.ts';

export type RefusedRows = AsyncIterable<Refusal>;

interface Line {
  readonly what: 'import refused' | 'refused' | 'left out' | 'warning' | 'document refused' | 'skipped';
  readonly file?: string;
  readonly row?: number;
  readonly domain?: string | null;
  readonly field?: string;
  readonly rule: string;
  readonly count?: number;
}

const COLUMNS = ['what', 'file', 'row', 'domain', 'field', 'rule', 'count'] as const;

function* linesOfFiles({ files, documents, skipped }: ImportSummary): Generator<Line> {
  for (const { file, leftOut = [], warnings = [] } of files) {
    for (const { domain, variable, code, cells, firstRow } of leftOut)
      yield {
        what: 'left out',
        file,
        row: firstRow,
        domain,
        field: variable,
        rule: CELL_RULES[code],
        count: cells,
      };
    for (const warning of warnings)
      yield { what: 'warning', file, rule: warningWords(warning), count: warning.count ?? 1 };
  }
  for (const { file, faults } of documents.refused)
    for (const { field, rule } of faults) yield { what: 'document refused', file, field, rule };
  for (const file of skipped) yield { what: 'skipped', file, rule: 'is neither a dataset nor a document' };
}

async function* linesOf(summary: ImportSummary, refusals: RefusedRows): AsyncGenerator<Line> {
  for (const { field, rule } of summary.refusedBecause ?? []) yield { what: 'import refused', field, rule };
  for await (const { file, row, domain, faults } of refusals)
    for (const { field, rule } of faults) yield { what: 'refused', file, row, domain, field, rule };
  yield* linesOfFiles(summary);
}

/** One object; each refused row on a line of its own. */
async function* json(summary: ImportSummary, refusals: RefusedRows): AsyncGenerator<string> {
  const rest = Object.entries(summary).filter(([name]) => name !== 'refusals');
  yield `${JSON.stringify(Object.fromEntries(rest)).slice(0, -1)},"refusals":[`;
  let separator = '\n';
  for await (const refusal of refusals) {
    yield separator + JSON.stringify(refusal);
    separator = ',\n';
  }
  yield '\n]}\n';
}

type Write = (path: string, summary: ImportSummary, refusals: RefusedRows) => Promise<void>;

const WRITERS: Readonly<Record<string, Write>> = {
  '.json': (path, summary, refusals) =>
    pipeline(Readable.from(json(summary, refusals)), createWriteStream(path)),
  // A value that begins like a formula would be one to a spreadsheet: what a file is called is its sender's choice.
  '.csv': (path, summary, refusals) =>
    pipeline(
      Readable.from(linesOf(summary, refusals)),
      stringify({ header: true, columns: [...COLUMNS], bom: true, escape_formulas: true }),
      createWriteStream(path),
    ),
};

/**
 * Call before the import: a report that cannot be written is known then.
 * @throws RoundsError INVALID_INPUT for another extension, or a folder that is not there.
 */
export const importReport = async (file: string) => {
  const write = WRITERS[extname(file).toLowerCase()];
  const path = resolve(file);
  const wrong = (rule: string) => invalidInput('report', [asTold('report', rule)]);
  if (write === undefined) throw wrong('must end in .json or .csv');
  await access(dirname(path)).catch(() => {
    throw wrong('must be in a folder that is there');
  });
  return (summary: ImportSummary, refusals: RefusedRows) => write(path, summary, refusals);
};
