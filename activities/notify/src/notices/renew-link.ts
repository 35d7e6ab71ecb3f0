/** A fresh link in the place of one that expired or was withdrawn, for the same recipient and the same report. */
import { hashToken, linkToken, linkUrl } from '@rounds/adapters/links/link-tokens';
import type { LinksRepository } from '@rounds/adapters/mongo/links.repository';
import type { RecipientsRepository } from '@rounds/adapters/mongo/recipients.repository';
import { defined } from '@rounds/contracts/defined';
import { DAY_MS } from '@rounds/contracts/durations';
import type { NoticeAbout } from '@rounds/contracts/notice';
import { maySee } from '@rounds/contracts/scope';
import { because, type Why } from '@rounds/contracts/why';
import type { LinkSettings } from '../links.ts';

type Renewal = Extract<NoticeAbout, { kind: 'link-renewed' }>;

export interface RenewLinkDependencies {
  readonly links: LinksRepository;
  readonly recipients: RecipientsRepository;
  readonly settings: LinkSettings;
  readonly now: () => Date;
}

/**
 * Stores the fresh link before the mail that holds it; again for the same renewal: the same link.
 *
 * @returns its address, or why there is none: rights may have changed since it was asked for
 */
export const createRenewLink =
  ({ links, recipients, settings, now }: RenewLinkDependencies) =>
  async (about: Renewal, recipientId: string): Promise<{ linkUrl: string } | { why: Why }> => {
    const old = await links.find(about.linkId);
    if (old?.recipientId !== recipientId) return { why: because('link-gone') };
    const [answer] = await recipients.check(old.studyId, [recipientId], []);
    if (!answer?.eligible) return { why: answer?.why ?? because('no-such-recipient') };
    if (!maySee(answer.recipient.scope, old.scope)) return { why: because('sees-less') };

    const renewal = `${about.linkId}.${about.occasion}`;
    const token = linkToken(settings.linkSecret, old.runId, recipientId, renewal);
    const { runId, studyId, scope, language } = old;
    const createdAt = now();
    const expiresAt = new Date(createdAt.getTime() + settings.linkDays * DAY_MS);
    await links.record({
      ...{ _id: hashToken(token), runId, studyId, recipientId, scope, createdAt, expiresAt },
      ...defined({ language }),
    });
    return { linkUrl: linkUrl(settings.publicUrl, token) };
  };
