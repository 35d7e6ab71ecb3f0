import { Inject, Injectable } from '@nestjs/common';
import { hashToken } from '@rounds/adapters/links/link-tokens';
import { createLinksRepository, type LinksRepository } from '@rounds/adapters/mongo/links.repository';
import { channelOf } from '@rounds/contracts/channel';
import type { LinkDocument } from '@rounds/contracts/collections';
import { RoundsError, type ErrorCode } from '@rounds/contracts/errors';
import { AuditTrail } from '../audit/audit-trail.service.ts';
import { PageError } from '../pages/page-error.ts';
import { CLOCK, type Clock } from '../platform/tokens.ts';
import { Rights } from '../rights/rights.service.ts';
import { isOver, LinkRenewals } from './link-renewal.service.ts';

const REFUSALS: readonly ErrorCode[] = ['LINK_EXPIRED', 'LINK_REVOKED', 'FORBIDDEN'];

export const unknownLink = () =>
  new PageError('NOT_FOUND', ['mail.perhaps-cut-off', 'mail.copy-whole-address']);

/** Readers of a channel are not known, and the link itself shows them nothing. */
export const isOfChannel = ({ recipientId }: LinkDocument): boolean => channelOf(recipientId) !== 'email';

/** Whether a mailed link opens now: what its recipient may see is asked each time. */
@Injectable()
export class LinkAccess {
  constructor(
    @Inject(createLinksRepository) private readonly links: LinksRepository,
    @Inject(LinkRenewals) private readonly renewals: LinkRenewals,
    @Inject(Rights) private readonly rights: Rights,
    @Inject(AuditTrail) private readonly audit: AuditTrail,
    @Inject(CLOCK) private readonly now: Clock,
  ) {}

  /** @throws RoundsError NOT_FOUND, LINK_EXPIRED, LINK_REVOKED, FORBIDDEN (the right was lost since) */
  async open(token: string): Promise<LinkDocument> {
    const link = await this.links.find(hashToken(token));
    if (link === null) throw unknownLink();
    await this.demandOpens(link, token).catch((error: unknown) => this.refuse(link, error));
    return link;
  }

  private async demandOpens(link: LinkDocument, token: string): Promise<void> {
    if (isOver(link, this.now())) throw await this.whyOver(link, token);
    if (!isOfChannel(link)) await this.rights.demand(link.studyId, link.recipientId, link.scope);
  }

  /** That somebody tried is entered once an hour, as of who was mailed the link. */
  private async refuse({ _id: id, studyId, recipientId }: LinkDocument, error: unknown): Promise<never> {
    if (error instanceof RoundsError && REFUSALS.includes(error.code))
      await this.audit.recordHourly(
        { userId: recipientId },
        { action: 'link.refuse', id, studyId, details: { code: error.code } },
        [error.code],
      );
    throw error;
  }

  /** Says so, and offers a fresh link to who may have it. */
  private async whyOver(link: LinkDocument, token: string): Promise<RoundsError> {
    const [code, words] =
      link.revokedAt === undefined
        ? (['LINK_EXPIRED', ['mail.links-expire', 'mail.the-report-itself-is-kept']] as const)
        : (['LINK_REVOKED', ['mail.report-withdrawn']] as const);
    if (!(await this.renewals.mayHave(link))) return new PageError(code, [...words, 'mail.ask-study-team']);
    const offer = { action: `/r/${token}/renew`, label: 'mail.mail-me-a-fresh-link' } as const;
    return new PageError(code, words, { offer });
  }
}
