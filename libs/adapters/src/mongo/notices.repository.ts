/** The ledger of notices: one row for each notice × recipient. */
import type { LedgerRow } from '@rounds/contracts/ledger';
import { deliveryId } from '@rounds/contracts/ids';
import type { NoticeDocument } from '@rounds/contracts/notice';
import type { Collection, Document } from 'mongodb';
import type { Mongo } from './client.ts';
import { createLedger } from './ledger.ts';

/** What a row is about. */
export type NoticeSubject = Pick<NoticeDocument, 'noticeId' | 'kind' | 'studyId' | 'recipientId' | 'channel'>;

export type NoticesRepository = ReturnType<typeof createNoticesRepository>;

const keyOf = ({ noticeId, recipientId, channel }: NoticeSubject) => ({
  _id: deliveryId(noticeId, recipientId, channel),
});

export const createNoticesRepository = (mongo: Pick<Mongo, 'collection'>) =>
  createLedger<NoticeSubject>({
    rows: mongo.collection('notices') as unknown as Collection<LedgerRow & Document>,
    keyOf,
  });
