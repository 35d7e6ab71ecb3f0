import { Inject, Injectable } from '@nestjs/common';
import type { PausedReason } from '@rounds/contracts/collections';
import type { Label } from '@rounds/report-types/model/words/message';
import { isOperator } from '../auth/caller.ts';
import { SubscriptionChanges } from '../subscriptions/subscription-changes.service.ts';
import { SubscriptionsService } from '../subscriptions/subscriptions.service.ts';
import type { SubscriptionAnswer } from '../subscriptions/subscriptions.dto.ts';
import { fact, titleOf, whyOrNull } from './facts.ts';
import type { NoticeView, NoticeViews, Reader } from './notice-views.ts';
import type { NoticeAction } from './notice.page.ts';

const STATUS = {
  active: 'mail.subscription.active',
  paused: 'mail.subscription.paused',
  cancelled: 'mail.subscription.cancelled',
  ended: 'mail.subscription.ended',
} as const satisfies Readonly<Record<SubscriptionAnswer['status'], Label>>;

const PAUSED: Readonly<Record<PausedReason, Label>> = {
  'nobody-receives': 'mail.paused.nobody-receives',
  'owner-left': 'mail.paused.owner-left',
};

const OFFERED: Readonly<Partial<Record<SubscriptionAnswer['status'], readonly NoticeAction[]>>> = {
  active: ['pause'],
  paused: ['resume'],
};

const SHOWN = 100;

const commandsFor = ({ id, status, optedOut }: SubscriptionAnswer): readonly string[] => {
  if (status === 'cancelled' || status === 'ended') return [`rounds subscriptions show ${id}`];
  return [
    `rounds subscriptions change ${id} --recipients anna@example.org,ben@example.org`,
    `rounds subscriptions change ${id} --owner ben@example.org`,
    ...optedOut.map((email) => `rounds subscriptions invite ${id} --recipient ${email}`),
    `rounds subscriptions cancel ${id}`,
  ];
};

@Injectable()
export class SubscriptionNotices implements NoticeViews {
  constructor(
    @Inject(SubscriptionsService) private readonly subscriptions: SubscriptionsService,
    @Inject(SubscriptionChanges) private readonly changes: SubscriptionChanges,
  ) {}

  async look({ caller, voice, timeZone }: Reader, id: string): Promise<NoticeView> {
    const found = await this.subscriptions.read(caller, id);
    const mayAct = found.owner === caller.email || isOperator(caller);
    const [next = null] = found.nextRuns;
    const moment = (instant: string | null) =>
      instant === null
        ? null
        : voice.say('mail.instant-in-zone', { instant: voice.instant(instant, timeZone), zone: timeZone });
    return {
      title: titleOf(found.reportType, voice),
      facts: [
        ...fact(voice, 'study', found.studyId),
        ...fact(voice, 'state', voice.say(STATUS[found.status])),
        ...fact(
          voice,
          'mail.why',
          found.pausedReason === null
            ? whyOrNull(found.endedWhy, voice)
            : voice.say(PAUSED[found.pausedReason]),
        ),
        ...fact(voice, 'mail.owner', found.owner),
        ...fact(voice, 'mail.recipients', found.recipients.join(', ')),
        ...fact(voice, 'mail.unsubscribed', found.optedOut.length === 0 ? null : found.optedOut.join(', ')),
        ...fact(voice, 'mail.next-report', moment(next)),
        ...fact(voice, 'mail.last-report', moment(found.lastRun?.at ?? null)),
      ],
      actions: mayAct ? (OFFERED[found.status] ?? []) : [],
      commands: mayAct ? commandsFor(found) : [],
    };
  }

  async act({ caller }: Reader, id: string, action: NoticeAction): Promise<void> {
    await this.changes.steer(caller, id, action === 'pause' ? 'paused' : 'active');
  }

  /** All that the reader owns and that are not over. */
  readonly all: NoticeViews = {
    look: async ({ caller, voice, pathOf }) => {
      const query = { limit: SHOWN, owner: caller.email };
      const { items } = await this.subscriptions.list(caller, query);
      const open = items.filter(({ status }) => status === 'active' || status === 'paused');
      return {
        title: voice.say('mail.your-subscriptions'),
        facts: fact(
          voice,
          'mail.owner',
          open.length === 0 ? voice.say('mail.nothing-is-yours-any-more') : caller.email,
        ),
        links: open.map(({ id, studyId, reportType, status }) => ({
          path: pathOf('subscription', id),
          label: `${studyId}: ${titleOf(reportType, voice)} (${voice.say(STATUS[status])})`,
        })),
        actions: [],
        commands: ['rounds subscriptions list'],
      };
    },
    act: () => Promise.resolve(),
  };
}
