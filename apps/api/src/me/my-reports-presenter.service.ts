import { Inject, Injectable } from '@nestjs/common';
import { createStudiesRepository, type StudiesRepository } from '@rounds/adapters/mongo/studies.repository';
import { createUsersRepository, type UsersRepository } from '@rounds/adapters/mongo/users.repository';
import type { SubscriptionDocument } from '@rounds/contracts/collections';
import { titleFor } from '@rounds/contracts/study-title';
import type { Caller } from '../auth/caller.ts';
import { Halts } from '../halts/halts.service.ts';
import { Rights } from '../rights/rights.service.ts';
import type { MyReport } from './my-reports.dto.ts';
import {
  createMyReportsRepository,
  type LastReport,
  type MyReportsRepository,
} from './my-reports.repository.ts';

const lastReportOf = ({ delivery, run, openings }: LastReport): NonNullable<MyReport['lastReport']> => ({
  jobId: delivery.runId,
  period: run?.period ?? null,
  status: delivery.receipt ?? delivery.status,
  sentAt: delivery.acceptedAt?.toISOString() ?? null,
  openings: openings.length,
  lastOpenedAt: openings.at(-1)?.at.toISOString() ?? null,
});

type Open = SubscriptionDocument & { readonly status: MyReport['status'] };

export const isOpen = (subscription: SubscriptionDocument): subscription is Open =>
  subscription.status === 'active' || subscription.status === 'paused';

/** What comes to a person as they see it; for a whole page with as many queries as for one. */
@Injectable()
export class MyReportsPresenter {
  constructor(
    @Inject(createMyReportsRepository) private readonly reports: MyReportsRepository,
    @Inject(createStudiesRepository) private readonly studies: StudiesRepository,
    @Inject(createUsersRepository) private readonly users: UsersRepository,
    @Inject(Halts) private readonly halts: Halts,
    @Inject(Rights) private readonly rights: Rights,
  ) {}

  async presentAll(caller: Caller, items: readonly SubscriptionDocument[]): Promise<MyReport[]> {
    const ids = items.map(({ _id }) => _id);
    const [emails, last, holding] = await Promise.all([
      this.users.emails(items.map(({ ownerId }) => ownerId)),
      this.reports.lastOf(caller.userId, ids),
      this.halts.holding(),
    ]);
    const titles = await this.titlesFor(caller, items);
    return items.flatMap((subscription) => {
      const { _id, studyId, ownerId, schedule, nextRunAt } = subscription;
      const report = last.get(_id);
      if (!isOpen(subscription)) return [];
      const { status } = subscription;
      const heldBy = status === 'active' ? holding(studyId) : null;
      const comes = status === 'active' && heldBy === null;
      return [
        {
          subscriptionId: _id,
          studyId,
          studyTitle: titles.get(studyId) ?? studyId,
          reportType: subscription.reportType,
          owner: emails.get(ownerId) ?? ownerId,
          isOwn: ownerId === caller.userId,
          status,
          receives: !subscription.optedOut.includes(caller.userId),
          schedule,
          heldBy,
          nextDue: comes ? (nextRunAt?.toISOString() ?? null) : null,
          lastReport: report === undefined ? null : lastReportOf(report),
        },
      ];
    });
  }

  /** Who has lost the right on a study sees its id alone. */
  private async titlesFor({ userId }: Caller, items: readonly SubscriptionDocument[]) {
    const studyIds = [...new Set(items.map(({ studyId }) => studyId))];
    const titles = studyIds.map(async (studyId) => {
      const [study, scope] = await Promise.all([
        this.studies.find(studyId),
        this.rights.findScope(studyId, userId),
      ]);
      return [studyId, study === null || scope === null ? studyId : titleFor(study, scope)] as const;
    });
    return new Map(await Promise.all(titles));
  }
}
