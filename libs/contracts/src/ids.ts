/**
 * Every id that must not exist twice is derived, so that doing a thing again finds the first one.
 * Ids are never encrypted in Temporal: nothing personal goes into them.
 */
import type { DeliveryChannel } from './channel.ts';
import type { LocalDate, Period } from './period.ts';

export const subscriptionWorkflowId = (subscriptionId: string): string => `subscription/${subscriptionId}`;

export const reportWorkflowId = (runId: string): string => `report/${runId}`;

/** One run a subscription and due day: a period can never run twice. */
export const scheduledRunId = (subscriptionId: string, due: LocalDate): string => `${subscriptionId}.${due}`;

/** A run asked for by hand; the same request id finds the same run. */
export const requestedRunId = (subscriptionId: string, requestId: string): string =>
  `${subscriptionId}.${requestId}`;

/** The ledger's row: one run × recipient × channel. */
export const deliveryId = (runId: string, recipientId: string, channel: DeliveryChannel): string =>
  `${runId}|${recipientId}|${channel}`;

/** As the search attribute `Period` and file names show it. */
export const periodLabel = ({ start, end }: Period): string => `${start}_${end}`;

/** @param noticeId noticeId(about) in notice.ts */
export const noticeWorkflowId = (noticeId: string): string => `notice/${noticeId}`;

/** @param occasion tells apart two redeliveries of one run */
export const redeliveryWorkflowId = (runId: string, occasion: string): string =>
  `redelivery/${runId}/${occasion}`;

/** One call an end: a redriven run that ends again tells so again. */
export const webhookDeliveryId = (runId: string, endedAt: Date): string =>
  `${runId}.${String(endedAt.getTime())}`;

/** A caller tests one address at a time. */
export const webhookTestWorkflowId = (callerId: string): string => `webhook-test/${callerId}`;

/** Each replay has a workflow of its own; 0 is the first sending. */
export const webhookWorkflowId = (webhookDeliveryId: string, replay: number): string =>
  `webhook/${webhookDeliveryId}${replay === 0 ? '' : `/replay-${String(replay)}`}`;
