/**
 * `fast-forward`: lets days pass for one subscription, for people who develop or show Rounds. Temporal's
 * development server skips time for single workflows; a production server refuses.
 */
import { randomUUID } from 'node:crypto';
import { systemClock } from '@rounds/adapters/clock';
import { connectTemporal, type Temporal } from '@rounds/adapters/temporal/client';
import { RoundsError } from '@rounds/contracts/errors';
import { subscriptionWorkflowId } from '@rounds/contracts/ids';
import { SUBSCRIPTION_MESSAGES, type SubscriptionView } from '@rounds/contracts/messages';
import { msToTs } from '@temporalio/common/lib/time.js';
import { Command } from 'commander';
import { temporalConfig } from '../config.ts';
import { answer } from '../output.ts';

interface FastForwardOptions {
  readonly to?: string;
  readonly days?: string;
}

/** A moment after the due one, so that the timer has fired when the skipping ends. */
const MARGIN_S = 2;

/** The execution's own clock: it runs ahead of ours once time was skipped. Epoch ms. */
const clockOf = async ({ connection }: Temporal, namespace: string, workflowId: string): Promise<number> => {
  const { workflowExtendedInfo } = await connection.workflowService.describeWorkflowExecution({
    namespace,
    execution: { workflowId },
  });
  const virtual = workflowExtendedInfo?.timeSkippingInfo?.currentTime?.seconds;
  return virtual === undefined || virtual === null ? systemClock().getTime() : Number(virtual) * 1000;
};

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

const skip = async ({ connection }: Temporal, namespace: string, workflowId: string, seconds: number) =>
  connection.workflowService.updateWorkflowExecutionOptions({
    namespace,
    workflowExecution: { workflowId },
    workflowExecutionOptions: {
      timeSkippingConfig: {
        enabled: true,
        fastForwardConfig: { id: `fast-forward-${randomUUID()}`, duration: msToTs(seconds * 1000) },
      },
    },
    updateMask: { paths: ['time_skipping_config'] },
    identity: 'rounds fast-forward',
  });

const fastForward = async (subscriptionId: string, options: FastForwardOptions) => {
  const config = temporalConfig();
  const namespace = config.TEMPORAL_NAMESPACE;
  const temporal = connectTemporal(config);
  try {
    const workflowId = subscriptionWorkflowId(subscriptionId);
    const handle = temporal.client.workflow.getHandle(workflowId);
    const { nextRunAt } = await handle.query<SubscriptionView>(SUBSCRIPTION_MESSAGES.view);
    const seconds = secondsOf(options, await clockOf(temporal, namespace, workflowId), nextRunAt);
    await skip(temporal, namespace, workflowId, seconds);
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
