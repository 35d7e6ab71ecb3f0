/** Callers' own signing secrets, sealed. */
import type { WebhookSecretDocument } from '@rounds/contracts/webhook';
import type { Filter } from 'mongodb';
import type { Mongo } from './client.ts';

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

    /** Inserting the same id again keeps the first. Answers with the one that stands. */
    insert: async ({ _id, ...rest }: WebhookSecretDocument): Promise<WebhookSecretDocument> => {
      await secrets.updateOne({ _id }, { $setOnInsert: rest }, { upsert: true });
      return (await secrets.findOne({ _id })) ?? { _id, ...rest };
    },

    /** It signs until then and no longer; an earlier end stands. */
    endAt: async (id: string, ownerId: string, signsUntil: Date): Promise<void> => {
      await secrets.updateOne({ _id: id, ownerId, signsUntil: { $exists: false } }, { $set: { signsUntil } });
    },

    /** False when there was none. */
    remove: async (id: string, ownerId: string): Promise<boolean> =>
      (await secrets.deleteOne({ _id: id, ownerId })).deletedCount === 1,
  };
};
