/** `rounds.config.json` in a study's folder: what cannot be seen in the files themselves. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { StudySettings } from '@rounds/contracts/collections';
import { RoundsError } from '@rounds/contracts/errors';
import { parseInput } from '@rounds/contracts/input';
import { DECIMAL_SIGNS } from '@rounds/contracts/number-text';
import { asTold } from '@rounds/contracts/rules';
import { z } from 'zod';
import { orMissing } from '../documents/or-missing.ts';
import { encodingNamed } from '../readers/encoding.ts';
import type { ReadingRules } from '../readers/reading-rules.ts';

const SETTINGS_FILE = 'rounds.config.json';

export const isSettingsFile = (file: string): boolean => file.toLowerCase() === SETTINGS_FILE;

const isEncoding = (label: string): boolean => {
  try {
    encodingNamed(label);
    return true;
  } catch {
    return false;
  }
};

const MISSING = 'must be codes like NA, . or -99';

const settings = z.strictObject({
  decimalSign: z.enum(DECIMAL_SIGNS, 'must be "." or ","').optional(),
  missing: z
    .array(z.string(MISSING).trim().min(1, MISSING).max(40, MISSING), MISSING)
    .max(50, 'must be 50 codes at most')
    .optional(),
  encoding: z
    .string()
    .refine(isEncoding, 'must be an encoding like utf-8, shift_jis or windows-1250')
    .optional(),
  maximumAgeDays: z
    .int('must be a number of whole days')
    .min(1, 'must be 1 day at least')
    .max(3650, 'must be 3650 days at most')
    .optional(),
});

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new RoundsError('INVALID_INPUT', `${SETTINGS_FILE} must be JSON.`, {
      fields: [asTold(SETTINGS_FILE, 'must be JSON')],
      cause: error,
    });
  }
};

/**
 * Null without the file: then the study keeps the settings that it has.
 * @throws RoundsError INVALID_INPUT naming each field that is wrong, and its rule.
 */
export const readSettings = async (folder: string): Promise<StudySettings | null> => {
  const text = await readFile(join(folder, SETTINGS_FILE), 'utf8').catch(orMissing(null));
  if (text === null) return null;
  const read = parseInput(settings, parsed(text.replace(/^\uFEFF/, '')), SETTINGS_FILE);
  return Object.fromEntries(Object.entries(read).filter(([, value]) => value !== undefined));
};

/** @param encoding of this import alone: it comes before the study's. */
export const rulesOf = (
  { decimalSign = '.', missing = [], encoding: kept }: StudySettings,
  encoding = kept,
): ReadingRules => ({
  decimalSign,
  missing: new Set(missing),
  ...(encoding === undefined ? {} : { encoding: encodingNamed(encoding) }),
});
