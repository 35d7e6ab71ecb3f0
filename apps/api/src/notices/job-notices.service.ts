import { Inject, Injectable } from '@nestjs/common';
import { isRedrivable, type RunStatus } from '@rounds/contracts/run';
import type { Label } from '@rounds/report-types/model/words/message';
import { isOperator } from '../auth/caller.ts';
import type { JobAnswer } from '../jobs/jobs.dto.ts';
import { JobsService } from '../jobs/jobs.service.ts';
import { Redeliveries } from '../jobs/redeliveries.service.ts';
import { Redrives } from '../jobs/redrive.service.ts';
import { fact, titleOf, whyOrNull } from './facts.ts';
import type { NoticeView, NoticeViews, Reader } from './notice-views.ts';
import type { NoticeAction } from './notice.page.ts';

const STATUS = {
  queued: 'mail.job.waiting',
  processing: 'mail.job.in-the-making',
  completed: 'mail.job.sent',
  'partly-delivered': 'mail.job.partly-delivered',
  failed: 'mail.job.failed',
  cancelled: 'mail.job.cancelled',
  quarantined: 'mail.job.held-back',
  suppressed: 'mail.job.not-sent',
  unchanged: 'mail.job.nothing-changed',
} as const satisfies Readonly<Record<RunStatus, Label>>;

const LOST = ['failed', 'bounced'];
const IN_DOUBT = ['unknown', 'intent'];

const offered = ({ status, deliveries }: JobAnswer): readonly NoticeAction[] => {
  if (isRedrivable(status)) return ['take-up'];
  const isLacking = status === 'partly-delivered' && deliveries.some((each) => LOST.includes(each.status));
  return isLacking ? ['send-again'] : [];
};

const commandsFor = ({ jobId, status, deliveries }: JobAnswer): readonly string[] => [
  `rounds jobs show ${jobId}`,
  ...(status === 'quarantined' ? [`rounds jobs release ${jobId} --reason "…"`] : []),
  ...deliveries
    .filter((each) => IN_DOUBT.includes(each.status))
    .map(({ recipient }) => `rounds jobs decide ${jobId} --recipient ${recipient} --decision sent`),
];

@Injectable()
export class JobNotices implements NoticeViews {
  constructor(
    @Inject(JobsService) private readonly jobs: JobsService,
    @Inject(Redrives) private readonly redrives: Redrives,
    @Inject(Redeliveries) private readonly redeliveries: Redeliveries,
  ) {}

  async look({ caller, voice }: Reader, id: string): Promise<NoticeView> {
    const run = await this.jobs.find(caller, id);
    const job = await this.jobs.present(caller, run);
    const mayAct = run.requestedBy === caller.userId || isOperator(caller);
    const why = whyOrNull(job.error?.why ?? job.why, voice);
    const lost = job.deliveries.filter(
      (each) => LOST.includes(each.status) || IN_DOUBT.includes(each.status),
    );
    return {
      title: titleOf(job.reportType, voice),
      facts: [
        ...fact(voice, 'study', job.studyId),
        ...fact(voice, 'period', voice.period(job.period)),
        ...fact(voice, 'due', voice.day(job.due)),
        ...fact(voice, 'state', voice.say(STATUS[job.status])),
        // Of one for which nothing changed the state has said so.
        ...fact(voice, 'mail.why', job.status === 'unchanged' ? null : why),
        ...fact(
          voice,
          'mail.who-may-lack-it',
          lost.length === 0 ? null : lost.map(({ recipient }) => recipient).join(', '),
        ),
      ],
      actions: mayAct ? offered(job) : [],
      commands: mayAct ? commandsFor(job) : [],
    };
  }

  async act({ caller }: Reader, id: string, action: NoticeAction): Promise<void> {
    const run = await this.jobs.findOwn(caller, id);
    if (action === 'take-up') await this.redrives.resume(caller, run);
    else await this.redeliveries.retryFailed(caller, run);
  }
}
