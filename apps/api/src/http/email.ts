import { readAddress } from '@rounds/adapters/mail/email-address';
import { issueOf } from '@rounds/contracts/rules';
import { z } from 'zod';

/** An address in any script; from here on it is in its normal form. */
export const emailAddress = z
  .string()
  .meta({ format: 'idn-email' })
  .transform((text, context): string => {
    const read = readAddress(text);
    if ('address' in read) return read.address;
    context.addIssue(issueOf(read.breach));
    return z.NEVER;
  });
