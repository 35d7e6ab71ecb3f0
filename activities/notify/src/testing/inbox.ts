/** What the recipients' inbox holds. */
import { serverSetting } from '@rounds/adapters/testing/servers';
import { setTimeout as delay } from 'node:timers/promises';

export interface InboxMail {
  readonly id: string;
  readonly subject: string;
  readonly to: readonly { readonly address: string; readonly name: string }[];
  readonly html: string;
  readonly text: string;
}

const TIMEOUT_MS = 15_000;

export const mailsTo = async (address: string): Promise<InboxMail[]> => {
  const response = await fetch(`${serverSetting('ROUNDS_INBOX_URL')}/api/email`);
  const mails = (await response.json()) as InboxMail[];
  return mails.filter(({ to }) => to.some((each) => each.address === address));
};

/** Mails arrive some moments after the provider took them. */
export const awaitMailTo = async (address: string): Promise<InboxMail> => {
  const deadline = performance.now() + TIMEOUT_MS;
  while (performance.now() < deadline) {
    const [mail] = await mailsTo(address);
    if (mail !== undefined) return mail;
    await delay(25);
  }
  throw new Error(`No mail to ${address} came within ${TIMEOUT_MS / 1_000} s.`);
};

/** Whether a notice leads to the page of the thing with that id. */
export const leadsTo = ({ text }: InboxMail, id: string): boolean => {
  const ids = /\/n\/([\w-]+)\./.exec(text)?.[1] ?? '';
  return Buffer.from(ids, 'base64url').toString().includes(`"${id}"`);
};

/** The mail as it went over the wire, header lines unfolded. */
export const sourceOf = async ({ id }: InboxMail): Promise<string> => {
  const response = await fetch(`${serverSetting('ROUNDS_INBOX_URL')}/api/email/${id}/source`);
  return (await response.text()).replaceAll(/\r?\n[ \t]+/g, ' ');
};
