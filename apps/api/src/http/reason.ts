/** Why a caller does what they do, for the audit trail: whatever the route. */
import { invalidInput } from '@rounds/contracts/errors';
import { broken } from '@rounds/contracts/rules';
import type { Request } from 'express';

export const REASON_HEADER = 'Audit-Reason';

/** Of the header as it is sent. */
export const REASON_PATTERN = '^[\\x21-\\x7e][\\x20-\\x7e]{1,1998}[\\x21-\\x7e]$';

/** Not everybody who writes a percent sign encodes. */
const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};

/** @throws RoundsError INVALID_INPUT */
export const reasonOf = (request: Request): string | undefined => {
  const given = request.get(REASON_HEADER);
  if (given === undefined) return undefined;
  if (!new RegExp(REASON_PATTERN).test(given))
    throw invalidInput('header', [broken(REASON_HEADER, 'not-a-reason')]);
  const reason = decoded(given).trim();
  return reason === '' ? undefined : reason;
};
