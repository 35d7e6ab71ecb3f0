import { Inject, Injectable } from '@nestjs/common';
import { hashToken } from '@rounds/adapters/links/link-tokens';
import { createLinksRepository, type LinksRepository } from '@rounds/adapters/mongo/links.repository';
import type { LinkDocument, RunDocument } from '@rounds/contracts/collections';
import { HOUR_MS } from '@rounds/contracts/durations';
import { maySee } from '@rounds/contracts/scope';
import { AuditTrail } from '../audit/audit-trail.service.ts';
import { createJobsRepository, type JobsRepository } from '../jobs/jobs.repository.ts';
import { NoticeSender } from '../platform/notice-sender.service.ts';
import { Pending } from '../platform/pending.ts';
import { CLOCK, type Clock } from '../platform/tokens.ts';
import { Rights } from '../rights/rights.service.ts';

/** One fresh link an hour for each old one: whoever finds an old mail cannot flood its recipient. */
const EVERY_MS = HOUR_MS;

export const isOver = ({ revokedAt, expiresAt }: LinkDocument, now: number): boolean =>
  revokedAt !== undefined || expiresAt.getTime() <= now;

/** Fresh links in the place of old ones. They go by mail to whom the old one was mailed, never to who asks. */
@Injectable()
export class LinkRenewals {
  constructor(
    @Inject(createLinksRepository) private readonly links: LinksRepository,
    @Inject(createJobsRepository) private readonly jobs: JobsRepository,
    @Inject(Rights) private readonly rights: Rights,
    @Inject(AuditTrail) private readonly audit: AuditTrail,
    @Inject(NoticeSender) private readonly notices: NoticeSender,
    @Inject(Pending) private readonly pending: Pending,
    @Inject(CLOCK) private readonly now: Clock,
  ) {}

  /** Whether the recipient may see today what the link was made for. */
  async mayHave({ studyId, recipientId, scope }: LinkDocument): Promise<boolean> {
    const held = await this.rights.findScope(studyId, recipientId);
    return held !== null && maySee(held, scope);
  }

  /**
   * Says nothing about whether it did anything: a stranger learns neither of links nor of rights.
   *
   * @throws RoundsError DEPENDENCY_DOWN
   */
  async renew(token: string): Promise<void> {
    const link = await this.links.find(hashToken(token));
    if (link === null || !isOver(link, this.now()) || !(await this.mayHave(link))) return;
    const run = await this.jobs.find(link.runId, [link.studyId], undefined);
    if (run === null) return;
    const occasion = String(Math.floor(this.now() / EVERY_MS));
    await this.audit.recordOnce(
      { userId: link.recipientId },
      { action: 'link.renew', id: link._id, studyId: link.studyId },
      occasion,
    );
    await this.pending.track(this.mail(link, run, occasion));
  }

  private mail(
    link: LinkDocument,
    { _id: runId, reportType, period }: RunDocument,
    occasion: string,
  ): Promise<boolean> {
    const about = {
      kind: 'link-renewed',
      ...{ linkId: link._id, runId, studyId: link.studyId, reportType, period },
      occasion,
    } as const;
    return this.notices.send({ about, to: [link.recipientId], operators: false });
  }
}
