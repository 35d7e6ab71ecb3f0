/** `documents/index.json`: what a file name cannot say. */
import { readFile } from 'node:fs/promises';
import { RoundsError } from '@rounds/contracts/errors';
import { parseInput } from '@rounds/contracts/input';
import { localDate } from '@rounds/contracts/period';
import { asTold } from '@rounds/contracts/rules';
import { z } from 'zod';
import { orMissing } from './or-missing.ts';

const INDEX = 'documents/index.json';

const filled = z.string().trim().min(1, 'must not be empty');

/** A day alone is its noon in UTC: the same calendar day in nearly every time zone. */
const moment = z.union([localDate, z.iso.datetime({ local: true, offset: true })], {
  error: 'must be a date like 2026-11-23 or a moment like 2026-11-23T09:30:00Z',
});

const entry = z.strictObject({
  /** Name of the file, beside the index. */
  file: filled.refine((name) => !/[/\\]/.test(name), 'must be a file beside the index'),
  title: filled.optional(),
  caption: filled.optional(),
  siteId: filled.optional(),
  usubjid: filled.optional(),
  receivedAt: moment.optional(),
});
export type IndexEntry = z.infer<typeof entry>;

const index = z.array(entry).superRefine((entries, context) => {
  const seen = new Set<string>();
  entries.forEach(({ file }, at) => {
    if (seen.has(file)) context.addIssue({ code: 'custom', path: [at, 'file'], message: 'is there twice' });
    seen.add(file);
  });
});

/** An ISO moment without a zone is UTC. */
export const instantOf = (receivedAt: string): Date => {
  if (receivedAt.length === 10) return new Date(`${receivedAt}T12:00:00Z`);
  return new Date(/(Z|[+-]\d{2}:\d{2})$/.test(receivedAt) ? receivedAt : `${receivedAt}Z`);
};

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new RoundsError('INVALID_INPUT', `${INDEX} must be JSON.`, {
      fields: [asTold(INDEX, 'must be JSON')],
      cause: error,
    });
  }
};

/**
 * The entries by file; none without the file. A wrong index stops the import: without it a document would lose
 * its site, and everyone on the study would see it.
 * @throws RoundsError INVALID_INPUT naming the entry and the field.
 */
export const readIndex = async (path: string): Promise<ReadonlyMap<string, IndexEntry>> => {
  const text = await readFile(path, 'utf8').catch(orMissing(null));
  if (text === null) return new Map();
  const entries = parseInput(index, parsed(text), INDEX);
  return new Map(entries.map((each) => [each.file, each]));
};
