import { RoundsProblem } from '@rounds/client/problem';
import type { GrantFault } from './member.ts';

const FIELDS: Readonly<Record<string, GrantFault>> = {
  'Audit-Reason': 'reason',
  'audit-reason': 'reason',
  sites: 'sites',
  user: 'person',
};

/** Which of the fields the API did not take. */
export const refusedField = (error: unknown): GrantFault | null => {
  if (!(error instanceof RoundsProblem)) return null;
  const names = error.errors.map(({ field }) => field.split('.')[0] ?? '');
  return names.map((name) => FIELDS[name]).find((fault) => fault !== undefined) ?? null;
};
