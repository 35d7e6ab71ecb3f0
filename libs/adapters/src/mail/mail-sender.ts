/** One mail to one recipient. */
import type { Sender } from '../channels/sender.ts';

export interface MailMessage {
  /** `Name <address>` or the bare address. */
  readonly from: string;
  readonly to: string;
  readonly subject: string;
  readonly html: string;
  readonly text: string;
  readonly headers: Readonly<Record<string, string>>;
}

export type MailSender = Sender<MailMessage>;

/** Providers like to repeat the recipient's address in what they say; reasons are kept longer than mails. */
export const withoutAddresses = (text: string): string =>
  text.replaceAll(/[^\s<>"':;,]+@[^\s<>"':;,]+/g, '[address]');
