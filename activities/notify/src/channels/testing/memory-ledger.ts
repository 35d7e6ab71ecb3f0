/** The ledger's rules for one subject in memory, for tests of what is sent; the ledger itself is tested on MongoDB. */
import type { DeliveriesRepository, DeliverySubject } from '@rounds/adapters/mongo/deliveries.repository';
import type { IntentTimes } from '@rounds/adapters/mongo/ledger';
import { deliveryId } from '@rounds/contracts/ids';
import type { LedgerRow } from '@rounds/contracts/ledger';

export const memoryLedger = ({ runId, recipientId, channel }: DeliverySubject) => {
  const _id = deliveryId(runId, recipientId, channel);
  const held: { row: LedgerRow | null } = { row: null };

  const put = (change: Partial<LedgerRow>): Promise<LedgerRow> => {
    const row = {
      ...(held.row ?? { _id, recipientId, status: 'intended', updatedAt: new Date(0) }),
      ...change,
    };
    held.row = row;
    return Promise.resolve(row);
  };
  const stands = (): Promise<LedgerRow> => put({});

  const ledger = {
    intend: (_subject: DeliverySubject, messageHash: string, { at, recognisedSince }: IntentTimes) => {
      const { row } = held;
      if (row === null || row.status === 'failed')
        return put({ status: 'intended', messageHash, intendedAt: at, attempts: 1 });
      const isOpen = row.status === 'intended' || row.status === 'unknown';
      if (isOpen && row.messageHash === messageHash && (row.intendedAt ?? at) > recognisedSince)
        return put({ status: 'intended', attempts: (row.attempts ?? 0) + 1 });
      return row.status === 'intended' ? put({ status: 'unknown' }) : stands();
    },
    accept: (_subject: DeliverySubject, providerId: string) => put({ status: 'accepted', providerId }),
    fail: (_subject: DeliverySubject, why: LedgerRow['why'] & {}, code: LedgerRow['code'] & {}) =>
      held.row?.attempts === 1 ? put({ status: 'failed', why, code }) : stands(),
    markUnknown: (_subject: DeliverySubject, why: LedgerRow['why'] & {}) => put({ status: 'unknown', why }),
  } as unknown as DeliveriesRepository;

  return { ledger, held };
};
