import type { components } from '@rounds/client/generated/api';
import type { Label } from '../words/message.ts';

type Status = components['schemas']['Job']['status'];

/** How a reader hears how a report came out. */
export const STATUS_LABELS: Readonly<Record<Status, Label>> = {
  queued: 'status.queued',
  processing: 'status.processing',
  completed: 'status.completed',
  'partly-delivered': 'status.partly-delivered',
  failed: 'status.failed',
  cancelled: 'status.cancelled',
  suppressed: 'status.suppressed',
  unchanged: 'status.unchanged',
  quarantined: 'status.quarantined',
};

export const isUnderWay = (status: Status): boolean => status === 'queued' || status === 'processing';
