import { Inject, Injectable } from '@nestjs/common';
import { RoundsError } from '@rounds/contracts/errors';
import type { Label } from '@rounds/report-types/model/words/message';
import { sentence } from '@rounds/report-types/model/words/voice';
import { isOperator, seesAll } from '../auth/caller.ts';
import type { SuppressionAnswer } from '../suppressions/suppressions.dto.ts';
import { Suppressions } from '../suppressions/suppressions.service.ts';
import { fact } from './facts.ts';
import type { NoticeView, NoticeViews, Reader } from './notice-views.ts';

const WHY = {
  bounced: 'mail.address.came-back',
  complained: 'mail.address.unwanted',
} as const satisfies Readonly<Record<SuppressionAnswer['why'], Label>>;

/** Of an address that gets no more mail: whose it is, why, and for operators a way back. */
@Injectable()
export class AddressNotices implements NoticeViews {
  constructor(@Inject(Suppressions) private readonly suppressions: Suppressions) {}

  async look({ caller, voice, timeZone }: Reader, id: string): Promise<NoticeView> {
    if (!seesAll(caller)) throw new RoundsError('NOT_FOUND', 'There is no such suppressed address.');
    const found = await this.suppressions.find(caller, id);
    const { say } = voice;
    if (found === undefined)
      return {
        title: sentence(say('mail.a-recipient')),
        facts: fact(voice, 'state', say('mail.address.gets-mail-again')),
        actions: [],
        commands: [],
      };
    return {
      title: found.email ?? sentence(say('mail.a-recipient')),
      facts: [
        ...fact(voice, 'state', say('mail.address.gets-no-mail')),
        ...fact(voice, 'mail.why', say(WHY[found.why])),
        ...fact(voice, 'mail.address.since', voice.instant(found.createdAt, timeZone)),
      ],
      actions: isOperator(caller) ? ['mail-again'] : [],
      commands: isOperator(caller) ? [`rounds admin release ${id}`] : [],
    };
  }

  async act({ caller }: Reader, id: string): Promise<void> {
    await this.suppressions.lift(caller, id);
  }
}
