import { Inject, Injectable } from '@nestjs/common';
import type { WebhookState } from '@rounds/contracts/webhook';
import type { Label } from '@rounds/report-types/model/words/message';
import { seesAll, isOperator } from '../auth/caller.ts';
import { WebhookDeliveries } from '../webhooks/webhook-deliveries.service.ts';
import { fact } from './facts.ts';
import type { NoticeView, NoticeViews, Reader } from './notice-views.ts';

const STATE = {
  pending: 'mail.call.waiting',
  delivered: 'mail.call.answered',
  gone: 'mail.call.given-up',
  'given-up': 'mail.call.given-up',
} as const satisfies Readonly<Record<WebhookState, Label>>;

@Injectable()
export class WebhookNotices implements NoticeViews {
  constructor(@Inject(WebhookDeliveries) private readonly calls: WebhookDeliveries) {}

  async look({ caller, voice, timeZone, pathOf }: Reader, id: string): Promise<NoticeView> {
    const { studyId, jobId, url, state, attempts } = await this.calls.read(caller, id);
    const last = attempts.at(-1);
    const isReadOnly = seesAll(caller) && !isOperator(caller);
    return {
      title: new URL(url).host,
      facts: [
        ...fact(voice, 'study', studyId),
        ...fact(voice, 'state', voice.say(STATE[state])),
        ...fact(voice, 'mail.attempts', voice.number(attempts.length)),
        ...fact(voice, 'mail.last-attempt', last === undefined ? null : voice.instant(last.at, timeZone)),
      ],
      links: [{ path: pathOf('job', jobId), label: voice.say('mail.the-report') }],
      actions: state === 'delivered' || isReadOnly ? [] : ['call-again'],
      commands: [`rounds webhooks show ${id}`],
    };
  }

  async act({ caller }: Reader, id: string): Promise<void> {
    await this.calls.replay(caller, id);
  }
}
