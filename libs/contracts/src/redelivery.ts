/** Which mails of a finished run may be sent after all, and by whom. */
import type { RunDocument } from './collections.ts';
import type { ErrorCode } from './errors.ts';
import type { RunStatus } from './run.ts';
import { isInDoubt, type MailFate } from './run-ending.ts';

const SENT: readonly RunStatus[] = ['completed', 'partly-delivered', 'unchanged', 'suppressed'];

/** All its mails failed; of what failed before its mails a redrive goes on. */
export const hasFailedByMail = ({ status, fault, outputs }: RunDocument): boolean =>
  status === 'failed' && fault?.step === 'storing-file' && outputs.length > 0;

/** Whether its workflow has come to its mails and is done with them. */
export const isSent = (run: RunDocument): boolean => SENT.includes(run.status) || hasFailedByMail(run);

/** What nobody but a person mends: an address that is refused or gives mails back, a channel that is gone. */
const LASTING: readonly (ErrorCode | undefined)[] = ['MAIL_REJECTED', 'MAIL_BOUNCED', 'CHANNEL_REJECTED'];

/** Trying again by itself makes sense: what kept it from being sent may pass, or the provider may know of it. */
export const mayPass = (mail: MailFate): boolean =>
  isInDoubt(mail) || (mail.status === 'failed' && !LASTING.includes(mail.code));
