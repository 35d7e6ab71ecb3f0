import { RoundsError } from '@rounds/contracts/errors';
import { asTold } from '@rounds/contracts/rules';
import type { z } from 'zod';
import type { mailEnvironment } from '../config/environment.ts';
import type { MailSender } from './mail-sender.ts';
import { createResendMailSender } from './resend-mail-sender.ts';
import { createSmtpMailSender } from './smtp-mail-sender.ts';

const missing = (field: string, transport: string): RoundsError =>
  new RoundsError('CONFIGURATION', `${field} is not set: ROUNDS_MAIL_TRANSPORT=${transport} needs it.`, {
    fields: [asTold(field, `must be set when ROUNDS_MAIL_TRANSPORT is ${transport}`)],
  });

/** @throws RoundsError CONFIGURATION when the chosen transport lacks its key or address. */
export const createMailSender = (config: z.infer<typeof mailEnvironment>): MailSender => {
  if (config.ROUNDS_MAIL_TRANSPORT === 'smtp') {
    if (config.ROUNDS_SMTP_URL === undefined) throw missing('ROUNDS_SMTP_URL', 'smtp');
    return createSmtpMailSender({ url: config.ROUNDS_SMTP_URL });
  }
  if (config.RESEND_API_KEY === undefined) throw missing('RESEND_API_KEY', 'resend');
  return createResendMailSender({ apiKey: config.RESEND_API_KEY, baseUrl: config.RESEND_BASE_URL });
};
