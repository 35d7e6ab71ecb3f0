import type { LinksRepository } from '@rounds/adapters/mongo/links.repository';
import {
  hashToken,
  linkToken,
  linkUrl,
  unsubscribeToken,
  unsubscribeUrl,
} from '@rounds/adapters/links/link-tokens';
import type { NotifyInput } from '@rounds/contracts/activities';
import { channelOf } from '@rounds/contracts/channel';
import { defined } from '@rounds/contracts/defined';
import { DAY_MS } from '@rounds/contracts/durations';
import type { RunRequest } from '@rounds/contracts/run';

export interface LinkSettings {
  /** At least 32 characters. */
  readonly linkSecret: string;
  /** Where recipients reach the API, without a trailing slash. */
  readonly publicUrl: string;
  /** Days for which a mailed link opens. */
  readonly linkDays: number;
}

export interface Links {
  readonly linkUrl: string;
  readonly linkExpiresAt: Date;
  readonly unsubscribeUrl?: string;
}

/** A run that is delivered late still gets its days. */
const expiry = ({ due }: RunRequest, days: number, now: Date): Date =>
  new Date(Math.max(Date.parse(`${due}T00:00:00Z`), now.getTime()) + days * DAY_MS);

export const createLinks = (repository: LinksRepository, settings: LinkSettings, now: () => Date) => ({
  /**
   * Stores the link before any mail can hold it. Called again for the same recipient of the same run it
   * answers the same, expiry included: the mail's bytes must not depend on the attempt.
   */
  prepare: async ({ run, recipientId, scope, language }: NotifyInput): Promise<Links> => {
    const token = linkToken(settings.linkSecret, run.runId, recipientId);
    const createdAt = now();
    const link = {
      _id: hashToken(token),
      runId: run.runId,
      studyId: run.studyId,
      recipientId,
      scope,
      ...defined({ language }),
      createdAt,
      expiresAt: expiry(run, settings.linkDays, createdAt),
    };
    await repository.record(link);
    const stored = (await repository.find(link._id)) ?? link;
    const urls = { linkUrl: linkUrl(settings.publicUrl, token), linkExpiresAt: stored.expiresAt };
    return { ...urls, ...unsubscribeLink(settings, run, recipientId) };
  },

  /** The way to leave alone, for a mail without report. */
  leaving: ({ run, recipientId }: NotifyInput) => unsubscribeLink(settings, run, recipientId),
});

const unsubscribeLink = (
  { linkSecret, publicUrl }: LinkSettings,
  { subscriptionId }: RunRequest,
  recipientId: string,
): Pick<Links, 'unsubscribeUrl'> => {
  // Whoever reads a channel cannot leave it for all others.
  if (subscriptionId === undefined || channelOf(recipientId) !== 'email') return {};
  return {
    unsubscribeUrl: unsubscribeUrl(publicUrl, unsubscribeToken(linkSecret, subscriptionId, recipientId)),
  };
};
