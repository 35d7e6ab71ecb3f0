/**
 * `fast-forward`: lets days pass for one subscription, for people who develop or show Rounds. Temporal's
 * development server skips time for single workflows; a production server refuses.
 */
import { systemClock } from '@rounds/adapters/clock';
import { connectTemporal } from '@rounds/adapters/temporal/client';
import { clockOf, skipTime } from '@rounds/adapters/temporal/skip-time';
import { RoundsError } from '@rounds/contracts/errors';
import { subscriptionWorkflowId } from '@rounds/contracts/ids';
import { SUBSCRIPTION_MESSAGES, type SubscriptionView } from '@rounds/contracts/messages';
import { Command } from 'commander';
import { temporalConfig } from '../config.ts';
import { answer } from '../output.ts';

interface FastForwardOptions {
  readonly to?: string;
  readonly days?: string;
}

/** A moment after the due one, so that the timer has fired when the skipping ends. */
const MARGIN_S = 2;

const secondsOf = ({ to, days }: FastForwardOptions, now: number, nextRunAt: number | null): number => {
  const target = to === undefined ? nextRunAt : Date.parse(to);
  const seconds =
    days === undefined
      ? Math.ceil(((target ?? Number.NaN) - now) / 1000) + MARGIN_S
      : Math.round(Number(days) * 86_400);
  if (seconds > 0) return seconds;
  throw new RoundsError(
    'INVALID_INPUT',
    'to: must be an instant in the future, like 2026-11-23T08:00:00+01:00.',
  );
};

const fastForward = async (subscriptionId: string, options: FastForwardOptions) => {
  const temporal = connectTemporal(temporalConfig());
  try {
    const workflowId = subscriptionWorkflowId(subscriptionId);
    const { client } = temporal;
    const handle = client.workflow.getHandle(workflowId);
    const { nextRunAt } = await handle.query<SubscriptionView>(SUBSCRIPTION_MESSAGES.view);
    const seconds = secondsOf(options, await clockOf(client, workflowId, systemClock()), nextRunAt);
    await skipTime(client, workflowId, seconds);
    return { subscriptionId, seconds };
  } finally {
    await temporal.close();
  }
};

export const fastForwardCommand = (): Command[] => [
  new Command('fast-forward')
    .description('development only: let time pass for one subscription')
    .argument('<subscription>', 'its id')
    .option('--to <instant>', 'until this instant; default: the next run')
    .option('--days <number>', 'so many days')
    .action(async (id: string, options: FastForwardOptions, command: Command) => {
      answer(command, await fastForward(id, options), ({ seconds }) => `${id}: ${seconds} seconds pass`);
    }),
];
