/** A mail to a member: the report's figures and a link of their own. */
import type { MailMessage, MailSender } from '@rounds/adapters/mail/mail-sender';
import type { Channel } from '../channel.ts';
import { composeReportMail } from './report-mail.ts';
import { composeUnchangedMail } from './unchanged-mail.ts';

export interface EmailMeans {
  readonly mail: MailSender;
  /** `Name <address>` */
  readonly from: string;
}

export const createEmailChannel = ({ mail, from }: EmailMeans): Channel<MailMessage> => ({
  report: (report, to) => ({ from, to, ...composeReportMail(report) }),
  unchanged: (note, to) => ({ from, to, ...composeUnchangedMail(note) }),
  sender: mail,
});
