/** Callers' own signing secrets, sealed. */
import type { WebhookSecretDocument } from '@rounds/contracts/webhook';
import type { Filter } from 'mongodb';
import type { Audited } from './audit.repository.ts';
import type { Mongo } from './client.ts';
import { NEWEST } from './newest.ts';

const signingAt = (ownerId: string, at: Date): Filter<WebhookSecretDocument> => ({
  ownerId,
  $or: [{ signsUntil: { $exists: false } }, { signsUntil: { $gt: at } }],
});

export type WebhookSecretsRepository = ReturnType<typeof createWebhookSecretsRepository>;

export const createWebhookSecretsRepository = (mongo: Pick<Mongo, 'collection'>) => {
  const secrets = mongo.collection('webhookSecrets');
  return {
    /** Those that sign at this moment, newest first. */
    signing: (ownerId: string, at: Date): Promise<WebhookSecretDocument[]> =>
      secrets.find(signingAt(ownerId, at)).sort({ createdAt: -1, _id: -1 }).toArray(),

    find: (id: string, ownerId: string, at: Date): Promise<WebhookSecretDocument | null> =>
      secrets.findOne({ ...signingAt(ownerId, at), _id: id }),

    /** As it is at this moment. */
    findNewest: (id: string, ownerId: string): Promise<WebhookSecretDocument | null> =>
      secrets.findOne({ _id: id, ownerId }, NEWEST),

    /** False: there is one of the same id, which stays as it is. */
    insert: async ({ _id, ...rest }: WebhookSecretDocument, audited: Audited): Promise<boolean> => {
      const put = { upsert: true, ...audited };
      return (await secrets.updateOne({ _id }, { $setOnInsert: rest }, put)).upsertedCount === 1;
    },

    /** It signs until then and no longer; an earlier end stands. */
    endAt: async (id: string, ownerId: string, signsUntil: Date, audited: Audited): Promise<void> => {
      const still = { _id: id, ownerId, signsUntil: { $exists: false } };
      await secrets.updateOne(still, { $set: { signsUntil } }, audited);
    },

    /** False when there was none. */
    remove: async (id: string, ownerId: string, audited: Audited): Promise<boolean> =>
      (await secrets.deleteOne({ _id: id, ownerId }, audited)).deletedCount === 1,
  };
};
