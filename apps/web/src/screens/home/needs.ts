/** What of their own subscriptions somebody has to look after. */
import type { components } from '@rounds/client/generated/api';
import type { Message } from '../../words/message.ts';
import type { Voice } from '../../words/voice.ts';

type Subscription = components['schemas']['Subscription'];

export interface Need {
  readonly subscriptionId: string;
  readonly reportType: string;
  readonly studyId: string;
  readonly text: string;
}

const FAILED: Readonly<Record<string, Message>> = {
  failed: 'need.failed',
  quarantined: 'need.held-back',
  'partly-delivered': 'need.partly-delivered',
};

const PAUSED = {
  'nobody-receives': 'need.nobody-receives',
  'owner-left': 'need.owner-left',
} as const;

const textsOf = ({ say, list, day }: Voice, subscription: Subscription): string[] => {
  const { pausedReason, lastRun, optedOut, studyClosedAt } = subscription;
  const failed = FAILED[lastRun?.status ?? ''] as 'need.failed' | undefined;
  return [
    ...(pausedReason === null ? [] : [say(PAUSED[pausedReason])]),
    ...(failed === undefined ? [] : [say(failed)]),
    ...(optedOut.length === 0 ? [] : [say('need.opted-out', { people: list(optedOut), n: optedOut.length })]),
    ...(studyClosedAt === null ? [] : [say('need.study-closes', { day: day(studyClosedAt) })]),
  ];
};

const isOpen = ({ status }: Subscription): boolean => status === 'active' || status === 'paused';

/** @param me their address: operators are shown those of others too, whose owners look after them */
export const needsOf = (voice: Voice, subscriptions: readonly Subscription[], me: string): Need[] =>
  subscriptions
    .filter((subscription) => subscription.owner === me && isOpen(subscription))
    .flatMap((subscription) =>
      textsOf(voice, subscription).map((text) => ({
        subscriptionId: subscription.id,
        reportType: subscription.reportType,
        studyId: subscription.studyId,
        text,
      })),
    );
