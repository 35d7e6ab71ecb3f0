import { breach, issueOf } from '@rounds/contracts/rules';
import { z } from 'zod';
import { pageOf, pageQuery } from '../http/page.dto.ts';

const count = z.int().min(0);
const withheld = 'Null for whoever is blinded: it may name a treatment.';
const fault = z.object({ field: z.string(), rule: z.string() });

const rowCounts = {
  inserted: count,
  changed: count,
  unchanged: count,
  removed: count,
  refused: count.describe('Rows that were not taken.'),
};

const documentCounts = z.object({ inserted: count, changed: count, unchanged: count, refused: count });

export const IMPORT_STATUSES = ['under-way', 'completed', 'refused', 'broken-off'] as const;

export const ImportAnswer = z
  .object({
    id: z.string(),
    studyId: z.string(),
    by: z.string().describe('Who imported it, as the import was told.'),
    status: z
      .enum(IMPORT_STATUSES)
      .describe(
        'Only a completed one changed the study; counts of a refused one are of what would have been.',
      ),
    startedAt: z.iso.datetime(),
    endedAt: z.iso.datetime().nullable(),
    refusedBecause: z.array(fault).describe('What it would have done that nobody allowed.'),
    rows: count.describe('Of all files.'),
    ...rowCounts,
    domains: z
      .array(z.object({ domain: z.string(), rows: count, ...rowCounts }))
      .describe('The same by domain; a file with rows of several domains counts whole in each.'),
    documents: documentCounts.nullable().describe('Null where it did not come so far.'),
  })
  .meta({ id: 'Import' });
export type ImportAnswer = z.infer<typeof ImportAnswer>;

const leftOut = z.object({
  domain: z.string(),
  variable: z.string(),
  code: z.enum(['not-a-number', 'not-a-date', 'not-text']),
  cells: count,
  firstRow: count,
});

const warning = z.object({
  code: z.string(),
  about: z.string().nullable().describe(withheld),
  count: count.nullable(),
});

const fileAnswer = z.object({
  file: z.string().nullable().describe(withheld),
  sha256: z.string().nullable().describe(withheld),
  domains: z.array(z.string()),
  rows: count,
  ...rowCounts,
  readBy: z
    .string()
    .nullable()
    .describe('The import that read it, where this one found it as it was then and spared it.'),
  leftOut: z.array(leftOut).nullable().describe('Cells; null for whoever sees some sites alone.'),
  warnings: z.array(warning),
});

const refusalAnswer = z.object({
  file: z.string().nullable().describe(withheld),
  row: count.describe('From 1 within the file.'),
  domain: z.string().nullable(),
  faults: z.array(z.object({ field: z.string(), rule: z.string().nullable().describe(withheld) })),
});
export type RefusalAnswer = z.infer<typeof refusalAnswer>;

const facets = z
  .array(z.object({ value: z.string(), rows: count }))
  .describe('The most frequent first, 100 at most.');

const refusalsPage = pageOf(refusalAnswer).extend({
  found: count.nullable().describe('Rows that the filters leave. Null on later pages.'),
  facets: z
    .object({
      domain: facets,
      field: facets,
      rule: facets.nullable().describe(withheld),
    })
    .nullable()
    .describe(
      'What each filter may be set to, with the rows that it would leave beside the others. Null on later pages.',
    ),
});
export type RefusalsPage = z.infer<typeof refusalsPage>;

export const ImportDetails = ImportAnswer.extend({
  files: z.array(fileAnswer),
  refusedDocuments: z
    .array(z.object({ file: z.string().nullable().describe(withheld), code: z.string() }))
    .nullable()
    .describe('Null for whoever sees some sites alone.'),
  refusals: refusalsPage
    .nullable()
    .describe('Rows that were not taken, by file and row, a page; null for whoever sees some sites alone.'),
}).meta({ id: 'ImportDetails' });
export type ImportDetails = z.infer<typeof ImportDetails>;

export const importsPage = pageOf(ImportAnswer);

export const ImportsQuery = z.strictObject({
  ...pageQuery,
  domain: z.string().min(1).optional().describe('Only those that had a file of it.'),
});
export type ImportsQuery = z.infer<typeof ImportsQuery>;

/** How many came before: a place among them could tell a file's name. What an import refused does not change. */
export const refusalsCursor = (before: number): string => Buffer.from(String(before)).toString('base64url');

const before = z.string().transform((text, context): number => {
  const digits = Buffer.from(text, 'base64url').toString('latin1');
  if (/^\d{1,9}$/.test(digits)) return Number(digits);
  context.addIssue(issueOf(breach('not-a-cursor')));
  return z.NEVER;
});

/** Stands for the domain of a row of which none could be told: no domain is called so. */
export const NO_DOMAIN = '-';

export const RefusalsQuery = z.strictObject({
  limit: pageQuery.limit.describe('Refused rows a page.'),
  cursor: before.optional().describe('refusals.nextCursor of the page before, with the same filters.'),
  domain: z
    .string()
    .min(1)
    .optional()
    .describe('Refused rows of it alone; `-`: those of which no domain could be told.'),
  field: z.string().optional().describe('Refused rows with a fault of this variable alone.'),
  rule: z
    .string()
    .min(1)
    .optional()
    .describe(
      'Refused rows with a fault against this rule alone, of the same variable; not for the blinded.',
    ),
});
export type RefusalsQuery = z.infer<typeof RefusalsQuery>;
