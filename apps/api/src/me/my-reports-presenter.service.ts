import { Inject, Injectable } from '@nestjs/common';
import { createStudiesRepository, type StudiesRepository } from '@rounds/adapters/mongo/studies.repository';
import { createUsersRepository, type UsersRepository } from '@rounds/adapters/mongo/users.repository';
import type { SubscriptionDocument } from '@rounds/contracts/collections';
import type { Scope } from '@rounds/contracts/scope';
import { titleFor } from '@rounds/contracts/study-title';
import type { Caller } from '../auth/caller.ts';
import { Halts } from '../halts/halts.service.ts';
import { Rights } from '../rights/rights.service.ts';
import { Headlines } from './headlines.service.ts';
import type { MyReport } from './my-reports.dto.ts';
import {
  createMyReportsRepository,
  type LastReport,
  type MyReportsRepository,
} from './my-reports.repository.ts';

type Presented = NonNullable<MyReport['lastReport']>;

const lastReportOf = ({ delivery, run, opened }: LastReport): Omit<Presented, 'headline'> => ({
  jobId: delivery.runId,
  period: run?.period ?? null,
  status: delivery.receipt ?? delivery.status,
  sentAt: delivery.acceptedAt?.toISOString() ?? null,
  openings: opened?.times ?? 0,
  lastOpenedAt: opened?.lastAt.toISOString() ?? null,
});

type Scopes = ReadonlyMap<string, Scope | null>;

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
    @Inject(Headlines) private readonly headlines: Headlines,
  ) {}

  async presentAll(caller: Caller, items: readonly SubscriptionDocument[]): Promise<MyReport[]> {
    const scopes = await this.scopesOf(caller, items);
    const [emails, last, holding, titles] = await Promise.all([
      this.users.emails(items.map(({ ownerId }) => ownerId)),
      this.lastReports(caller, items, scopes),
      this.halts.holding(),
      this.titlesFor(scopes),
    ]);
    return items.flatMap((subscription) => {
      const { _id, studyId, ownerId, schedule, nextRunAt } = subscription;
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
          lastReport: last.get(_id) ?? null,
        },
      ];
    });
  }

  private async lastReports(
    caller: Caller,
    items: readonly SubscriptionDocument[],
    scopes: Scopes,
  ): Promise<Map<string, Presented>> {
    const ids = items.map(({ _id }) => _id);
    const last = await this.reports.lastOf(caller.userId, ids);
    const presented = [...last].map(async ([id, report]) => {
      const { run } = report;
      const held = scopes.get(run?.studyId ?? '') ?? null;
      const headline = run === undefined ? null : await this.headlines.tell(run, held, caller.language);
      return [id, { ...lastReportOf(report), headline }] as const;
    });
    return new Map(await Promise.all(presented));
  }

  /** What the caller may see of each study now; null for nothing. */
  private async scopesOf({ userId }: Caller, items: readonly SubscriptionDocument[]): Promise<Scopes> {
    const studyIds = [...new Set(items.map(({ studyId }) => studyId))];
    const scopes = studyIds.map(
      async (studyId) => [studyId, await this.rights.findScope(studyId, userId)] as const,
    );
    return new Map(await Promise.all(scopes));
  }

  /** Who has lost the right on a study sees its id alone. */
  private async titlesFor(scopes: Scopes): Promise<Map<string, string>> {
    const titles = [...scopes].map(async ([studyId, scope]) => {
      const study = await this.studies.find(studyId);
      return [studyId, study === null || scope === null ? studyId : titleFor(study, scope)] as const;
    });
    return new Map(await Promise.all(titles));
  }
}
