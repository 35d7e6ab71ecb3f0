/** Whether Resend took a mail, by the list that it keeps: for one whose answer was lost and whose key is forgotten. */
import { defined } from '@rounds/contracts/defined';
import type { Resend } from 'resend';
import { normalAddress } from './email-address.ts';
import { deliveryIdOf } from './delivery-tag.ts';
import type { LookUp, SendWindow } from '../channels/sender.ts';
import type { MailMessage } from './mail-sender.ts';

/** Between its clock and ours, and for as long as a request may have been under way. */
const MARGIN_MS = 5 * 60_000;
const PAGE = 100;
/** A list is read to where the mail must be; what comes after so many others is left to people. */
const MOST_PAGES = 100;
/** Those that could be it are asked for one by one. */
const MOST_CANDIDATES = 50;

type Listed = NonNullable<Awaited<ReturnType<Resend['emails']['list']>>['data']>['data'][number];

class CannotTell extends Error {}

const cannotTell = (what: string, error: { readonly name: string } | null): CannotTell =>
  new CannotTell(`The mail provider does not show ${what}${error === null ? '' : `: ${error.name}`}.`);

const atOf = ({ created_at: at }: Listed): number => {
  // As Postgres prints it: `2026-11-23 07:00:31.123456+00`.
  const parsed = Date.parse(at.replace(' ', 'T').replace(/([+-]\d\d)$/, '$1:00'));
  if (Number.isNaN(parsed)) throw cannotTell('when it took its mails', null);
  return parsed;
};

interface Taken {
  readonly emails: readonly Listed[];
  /** The list goes back to before the window: nothing of it is missing. */
  readonly isWhole: boolean;
}

const takenWithin = async (resend: Resend, from: number, to: number): Promise<Taken> => {
  const emails: Listed[] = [];
  let after: string | undefined;
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const { data, error } = await resend.emails.list({
      limit: PAGE,
      ...defined({ after }),
    });
    if (error !== null) throw cannotTell('its list of mails', error);
    for (const email of data.data) {
      const at = atOf(email);
      if (at < from) return { emails, isWhole: true };
      if (at <= to) emails.push(email);
    }
    after = data.data.at(-1)?.id;
    if (!data.has_more || after === undefined) break;
  }
  return { emails, isWhole: false };
};

/** The address or the study's title may have changed since, hardly both. */
const couldBe =
  ({ to, subject }: MailMessage) =>
  (email: Listed): boolean =>
    email.subject === subject || email.to.some((each) => normalAddress(each) === normalAddress(to));

const isIt = async (resend: Resend, id: string, { html }: MailMessage, email: Listed): Promise<boolean> => {
  const { data, error } = await resend.emails.get(email.id);
  if (error !== null) throw cannotTell('a mail of that time', error);
  const { tags } = data;
  if (tags === undefined || tags.length === 0) return data.html === html;
  return deliveryIdOf(Object.fromEntries(tags.map(({ name, value }) => [name, value]))) === id;
};

export const createResendLookUp =
  (resend: Resend) =>
  async (id: string, message: MailMessage, { from, to }: SendWindow): Promise<LookUp> => {
    try {
      const taken = await takenWithin(resend, from.getTime() - MARGIN_MS, to.getTime() + MARGIN_MS);
      const candidates = taken.emails.filter(couldBe(message));
      for (const email of candidates.slice(0, MOST_CANDIDATES))
        if (await isIt(resend, id, message, email)) return { status: 'sent', providerId: email.id };
      if (candidates.length > MOST_CANDIDATES) throw cannotTell('which of many like mails it is', null);
      if (!taken.isWhole)
        throw cannotTell('mails from before that time, so that its list may lack one', null);
      return { status: 'not-sent' };
    } catch (error) {
      if (error instanceof CannotTell) return { status: 'cannot-tell', reason: error.message };
      throw error;
    }
  };
