/** The part of Resend's events that matters here (resend.com/docs/webhooks). */
import type { DeliveryEvent, Receipt } from '@rounds/contracts/receipt';
import { z } from 'zod';

export const ResendEvent = z.object({
  type: z.string(),
  created_at: z.string(),
  data: z.looseObject({
    email_id: z.string().optional(),
    to: z.array(z.string()).optional(),
    tags: z.record(z.string(), z.string()).optional(),
    bounce: z.object({ type: z.string() }).optional(),
  }),
});
export type ResendEvent = z.infer<typeof ResendEvent>;

/** Others (sent, opened, clicked, …) say nothing about whether a mail arrived. */
const RECEIPT_OF: Readonly<Record<string, Receipt>> = {
  'email.delivery_delayed': 'delayed',
  'email.delivered': 'delivered',
  'email.failed': 'failed',
  'email.bounced': 'bounced',
  // The provider's own list: it bounced or complained before.
  'email.suppressed': 'bounced',
  'email.complained': 'complained',
};

const isPermanent = ({ type, data }: ResendEvent): boolean =>
  type === 'email.suppressed' || data.bounce?.type === 'Permanent';

/**
 * @param heardAt counts where the event bears no time
 * @returns null for an event that does not matter
 */
export const deliveryEventOf = (id: string, event: ResendEvent, heardAt: Date): DeliveryEvent | null => {
  const receipt = RECEIPT_OF[event.type];
  if (receipt === undefined) return null;
  const at = new Date(event.created_at);
  const permanent = receipt === 'bounced' ? { permanent: isPermanent(event) } : {};
  return { id, receipt, at: Number.isNaN(at.getTime()) ? heardAt : at, ...permanent };
};

/** Why no more mail may go to the address; null while it may. */
export const suppressedBy = ({ receipt, permanent }: DeliveryEvent): 'bounced' | 'complained' | null => {
  if (receipt === 'complained') return 'complained';
  return receipt === 'bounced' && permanent === true ? 'bounced' : null;
};
