/** One message through the ledger: the intent before the send, what became of it after. */
import type { Ledger } from '@rounds/adapters/mongo/ledger';
import type { LedgerRow } from '@rounds/contracts/ledger';
import { messageHash, type LookUp, type Sender, type SendResult } from '@rounds/adapters/channels/sender';
import { defined } from '@rounds/contracts/defined';
import { RoundsError } from '@rounds/contracts/errors';
import { mailId } from '@rounds/contracts/mail-id';
import type { DeliveryOutcome } from '@rounds/contracts/run';
import { asTold, because } from '@rounds/contracts/why';

/** `Subject` is what the ledger's rows are about. */
export interface Delivering<Subject extends object, Message> {
  readonly ledger: Ledger<Subject>;
  readonly sender: Sender<Message>;
  readonly now: () => Date;
}

type Negative = Exclude<SendResult, { status: 'accepted' | 'unknown' }>;

export const outcomeOf = ({ recipientId, status, why, code }: LedgerRow): DeliveryOutcome => ({
  recipientId,
  status,
  ...defined({ why, code }),
});

const faultOf = ({ provider, refusal = 'MAIL_REJECTED' }: Sender<never>, result: Negative): RoundsError => {
  const { status, reason: text } = result;
  const who = provider ?? 'The mail provider';
  const values = { provider: provider ?? 'mail', text };
  switch (status) {
    case 'busy': {
      const after = result.retryAfterMs;
      return new RoundsError('RATE_LIMITED', `${who} asks to wait: ${text}`, {
        ...defined({ retryAfterMs: after }),
        why: because('provider-busy', values),
      });
    }
    case 'unreachable':
      return new RoundsError('DEPENDENCY_DOWN', text);
    case 'misconfigured':
      return new RoundsError('CONFIGURATION', `${who} refuses this installation: ${text}`, {
        why: because('provider-refuses-us', values),
      });
    case 'refused':
      return new RoundsError(refusal, `${who} refuses the message: ${text}`, {
        why: because('provider-refuses-it', values),
      });
  }
};

/**
 * The provider certainly did not take this attempt's message. Alone under its intent, the attempt lets go of it
 * and a retry may send; where an earlier attempt's fate is open, it stays open.
 */
const recordNegative = async <Subject extends object, Message>(
  { ledger, sender, now }: Delivering<Subject, Message>,
  subject: Subject,
  result: Negative,
): Promise<DeliveryOutcome> => {
  const fault = faultOf(sender, result);
  const row = await ledger.fail(subject, asTold(result.reason), fault.code, now());
  if (row.status === 'failed' || (row.status === 'intended' && fault.retryable)) throw fault;
  return outcomeOf(
    row.status === 'intended' ? await ledger.markUnknown(subject, asTold(result.reason), now()) : row,
  );
};

const recordUnknown = async <Subject extends object, Message>(
  { ledger, sender, now }: Delivering<Subject, Message>,
  subject: Subject,
  reason: string,
): Promise<DeliveryOutcome> => {
  // The intent stays, and the retry asks the provider again under the same id: it answers what became of it.
  if (sender.recognisesForMs > 0) throw new RoundsError('DEPENDENCY_DOWN', `No answer to a mail: ${reason}`);
  return outcomeOf(await ledger.markUnknown(subject, asTold(reason), now()));
};

/**
 * Nothing that was sent is still on its way to the provider: an attempt lasts a minute at most, and the provider is given
 * up before.
 */
const QUIET_MS = 2 * 60_000;

/**
 * What the provider's books say of a message whose id it no longer recognises, or under whose id another would be sent.
 * Only what they show for certain is taken: else a person decides.
 *
 * @returns `not-sent`: it may be sent now
 */
const lookUp = async <Subject extends object, Message>(
  { ledger, sender, now }: Delivering<Subject, Message>,
  subject: Subject,
  row: LedgerRow,
  message: Message,
): Promise<LookUp['status']> => {
  const { intendedAt: from, updatedAt: to } = row;
  if (sender.lookUp === undefined || from === undefined) return 'cannot-tell';
  const found = await sender.lookUp(mailId(row._id, row.former?.length), message, { from, to });
  if (found.status === 'sent') await ledger.accept(subject, found.providerId, now());
  if (found.status !== 'not-sent') return found.status;
  if (now().getTime() - to.getTime() < QUIET_MS) return 'cannot-tell';
  const released = await ledger.release(subject, row, because('mail-not-at-provider'), now());
  return released === null ? 'cannot-tell' : 'not-sent';
};

/**
 * Sends at most one message for a subject, however often and however concurrently it is called.
 *
 * An intent found in the ledger means that an earlier attempt may have sent. Sending again is safe for as long
 * as the provider recognises the delivery's id and the message has the same bytes (the ledger compares the
 * hash): it then answers as it did the first time, or takes the message for the first time. Later than that the provider's
 * books are asked; where they cannot tell, or the transport has none, nothing is sent and the row says `unknown` for
 * someone to look at.
 *
 * @throws RoundsError RATE_LIMITED, DEPENDENCY_DOWN (try again), CONFIGURATION, or the sender's code of a refusal (do not).
 */
export const deliver = async <Subject extends object, Message>(
  context: Delivering<Subject, Message>,
  subject: Subject,
  message: Message,
): Promise<DeliveryOutcome> => {
  const { ledger, sender, now } = context;
  const at = now();
  const recognisedSince = new Date(at.getTime() - sender.recognisesForMs);
  const row = await ledger.intend(subject, messageHash(message), { at, recognisedSince });
  if (row.status === 'unknown') {
    const found = await lookUp(context, subject, row, message);
    if (found === 'not-sent') return await deliver(context, subject, message);
    return found === 'sent' ? { recipientId: row.recipientId, status: 'accepted' } : outcomeOf(row);
  }
  if (row.status !== 'intended') return outcomeOf(row);

  const result = await sender.send(mailId(row._id, row.former?.length), message);
  if (result.status === 'unknown') return await recordUnknown(context, subject, result.reason);
  if (result.status !== 'accepted') return await recordNegative(context, subject, result);
  await ledger.accept(subject, result.providerId, now());
  return { recipientId: row.recipientId, status: 'accepted' };
};
