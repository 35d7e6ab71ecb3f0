import { Inject, Injectable } from '@nestjs/common';
import { noticeToken, parseNoticeToken, type NoticePageRef } from '@rounds/adapters/links/link-tokens';
import { createUsersRepository, type UsersRepository } from '@rounds/adapters/mongo/users.repository';
import { DEFAULT_LANGUAGE } from '@rounds/contracts/language';
import { isNotFound, RoundsError } from '@rounds/contracts/errors';
import { localDateAt } from '@rounds/contracts/schedule-arithmetic';
import { voiceOf } from '@rounds/report-types/model/words/voice';
import type { ApiConfig } from '../config.ts';
import { PageError } from '../pages/page-error.ts';
import { CLOCK, CONFIG, type Clock } from '../platform/tokens.ts';
import { appPage } from '../web/app-pages.ts';
import { AddressNotices } from './address-notices.service.ts';
import { JobNotices } from './job-notices.service.ts';
import type { NoticePage } from './notice.page.ts';
import type { NoticeViews, Reader } from './notice-views.ts';
import { SubscriptionNotices } from './subscription-notices.service.ts';
import { WebhookNotices } from './webhook-notices.service.ts';

const gone = (cause?: unknown) => new PageError('NOT_FOUND', ['mail.page-gone'], { cause });

const notNow = (cause: RoundsError) => new PageError(cause.code, ['mail.page-unavailable'], { cause });

/** What the web app has a page for. */
const IN_APP = {
  job: 'report',
  subscription: 'subscription',
  subscriptions: 'home',
  webhook: null,
  address: null,
} as const satisfies Readonly<Record<NoticePageRef['kind'], string | null>>;

type Mailed = Pick<NoticePageRef, 'userId' | 'until'>;

@Injectable()
export class NoticePages {
  private readonly views: Readonly<Record<NoticePageRef['kind'], NoticeViews>>;

  constructor(
    @Inject(createUsersRepository) private readonly users: UsersRepository,
    @Inject(JobNotices) job: JobNotices,
    @Inject(SubscriptionNotices) subscription: SubscriptionNotices,
    @Inject(WebhookNotices) webhook: WebhookNotices,
    @Inject(AddressNotices) address: AddressNotices,
    @Inject(CONFIG) private readonly config: ApiConfig,
    @Inject(CLOCK) private readonly now: Clock,
  ) {
    this.views = { job, subscription, subscriptions: subscription.all, webhook, address };
  }

  /** @throws RoundsError NOT_FOUND for a token that was never mailed and for what its reader may not see any more, LINK_EXPIRED */
  async look(token: string, requestId: string): Promise<NoticePage> {
    const { kind, id, ...mailed } = this.parse(token);
    const reader = await this.readerOf(mailed, requestId);
    const view = await this.views[kind].look(reader, id).catch((error: unknown) => {
      throw isNotFound(error) ? gone(error) : error;
    });
    const page = IN_APP[kind];
    const appPath = page === null ? null : appPage(this.config, page, id);
    return { ...view, voice: reader.voice, path: `/n/${token}`, appPath };
  }

  /** What is not offered (any more) is not done: the page says how it stands. */
  async act(token: string, wanted: unknown, requestId: string): Promise<NoticePage> {
    const { actions } = await this.look(token, requestId);
    const action = actions.find((each) => each === wanted);
    if (action === undefined) return this.look(token, requestId);
    const { kind, id, ...mailed } = this.parse(token);
    await this.views[kind].act(await this.readerOf(mailed, requestId), id, action).catch((error: unknown) => {
      throw error instanceof RoundsError && error.status === 409 ? notNow(error) : error;
    });
    return this.look(token, requestId);
  }

  private parse(token: string): NoticePageRef {
    const parsed = parseNoticeToken(this.config.ROUNDS_LINK_SECRET, token);
    if (parsed === null)
      throw new PageError('NOT_FOUND', ['mail.perhaps-cut-off', 'mail.copy-whole-address']);
    if (parsed.until < localDateAt(this.now(), 'UTC'))
      throw new PageError('LINK_EXPIRED', ['mail.links-expire']);
    return parsed;
  }

  /** As if they had called themselves: all that the API refuses them is refused here. */
  private async readerOf({ userId, until }: Mailed, requestId: string): Promise<Reader> {
    const user = await this.users.find(userId);
    if (user === null) throw gone();
    const { email, name, roles, language = DEFAULT_LANGUAGE, timeZone = 'UTC' } = user;
    return {
      caller: { userId, email, name, roles, language, requestId, tokenEndsAt: new Date(0) },
      voice: voiceOf(language),
      timeZone,
      pathOf: (kind, id) => `/n/${noticeToken(this.config.ROUNDS_LINK_SECRET, { kind, id, userId, until })}`,
    };
  }
}
