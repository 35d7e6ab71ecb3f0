import type { CodeValues } from '@rounds/contracts/saying';
import type { Check, Finding, FindingCode } from '@rounds/contracts/gate';

/** No finding where the count is 0. @param name under which the message is given the count */
export const counted = (
  check: Check,
  where: string,
  n: number,
  code: FindingCode,
  name: string,
  more: CodeValues = {},
): Finding[] => (n === 0 ? [] : [{ check, where, code, values: { [name]: n, ...more } }]);
