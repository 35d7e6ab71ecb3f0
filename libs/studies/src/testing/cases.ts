/** Small studies after ones that were misread once, a folder each: `cases/BASE` is the plain one, the others vary it. */
import { join } from 'node:path';

export const CASES = [
  'ARMLATE',
  'BASE',
  'CODES',
  'COMMA',
  'DEATHDM',
  'DUPS',
  'EPOCHS',
  'FMT',
  'FUTURE',
  'INCR',
  'NOCOLS',
  'TWOSITE',
  'UNITS',
  'VALUES',
  'XCUT',
  'XPTODD',
] as const;
export type CaseName = (typeof CASES)[number];

/** Of the studies of all cases; their weekly report is due on 2026-01-19. */
export const CASE_PERIOD = { start: '2026-01-12', end: '2026-01-19' } as const;

/** The folder to import. */
export const caseFolder = (name: CaseName): string => join(import.meta.dirname, 'cases', name);
