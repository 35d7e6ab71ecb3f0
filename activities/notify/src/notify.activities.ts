/**
 * The last stage: one message to one recipient, by their channel. Reads only what a message may show (`headlines/` in
 * S3) and the recipient's own rights; it has no way to the study's data.
 */
import type { KeyRing } from '@rounds/adapters/crypto/key-ring';
import { unseal } from '@rounds/adapters/crypto/sealed';
import type { Mongo } from '@rounds/adapters/mongo/client';
import { createDeliveriesRepository } from '@rounds/adapters/mongo/deliveries.repository';
import { createHaltsRepository } from '@rounds/adapters/mongo/halts.repository';
import { createLinksRepository } from '@rounds/adapters/mongo/links.repository';
import { createRecipientsRepository } from '@rounds/adapters/mongo/recipients.repository';
import { createSubscriptionsRepository } from '@rounds/adapters/mongo/subscriptions.repository';
import { createUsersRepository } from '@rounds/adapters/mongo/users.repository';
import type { ObjectStore } from '@rounds/adapters/s3/object-store';
import type { NotifyActivities, NotifyInput } from '@rounds/contracts/activities';
import { channelOf } from '@rounds/contracts/channel';
import type { Headline } from '@rounds/contracts/dataset';
import { defined } from '@rounds/contracts/defined';
import { maySee } from '@rounds/contracts/scope';
import { because } from '@rounds/contracts/why';
import { reportTypeOf } from '@rounds/report-types/catalogue';
import { voiceOf } from '@rounds/report-types/model/words/voice';
import { spokenHeadline } from '@rounds/report-types/spoken-headline';
import { createChannels, type ChannelMeans } from './channels/catalogue.ts';
import type { Channel, NoteToTell } from './channels/channel.ts';
import type { Asked } from './channels/words.ts';
import { deliver, outcomeOf } from './deliver.ts';
import { createLinks, type LinkSettings } from './links.ts';

export interface NotifyDependencies extends Omit<ChannelMeans, 'from'> {
  readonly mongo: Pick<Mongo, 'collection'>;
  readonly objects: Pick<ObjectStore, 'get'>;
  /** Under which the addresses of channels are sealed. */
  readonly keys: KeyRing;
  readonly settings: LinkSettings & Pick<ChannelMeans, 'from'>;
}

const subjectOf = ({ run, recipientId }: NotifyInput) => ({
  runId: run.runId,
  studyId: run.studyId,
  ...defined({ subscriptionId: run.subscriptionId }),
  recipientId,
  channel: channelOf(recipientId),
});

export const createNotifyActivities = (dependencies: NotifyDependencies): NotifyActivities => {
  const { mongo, objects, settings, keys, now } = dependencies;
  const channels = createChannels({ ...dependencies, from: settings.from });
  const ledger = createDeliveriesRepository(mongo);
  const halts = createHaltsRepository(mongo);
  const users = createUsersRepository(mongo);
  const recipients = createRecipientsRepository(mongo);
  const subscriptions = createSubscriptionsRepository(mongo);
  const links = createLinks(createLinksRepository(mongo), settings, now);

  /** The recipient, or why nothing is sent. Rights may have changed since the run was opened. */
  const check = async ({ run, recipientId, scope }: NotifyInput) => {
    const subscription =
      run.subscriptionId === undefined
        ? undefined
        : await subscriptions.find(run.subscriptionId, [run.studyId]);
    if (subscription === null) return { why: because('subscription-gone') };
    if (subscription?.status === 'cancelled') return { why: because('subscription-cancelled') };
    const answer = await recipients.checkOne(run.studyId, recipientId, subscription ?? null);
    if (!answer.eligible) return { why: answer.why };
    if (!maySee(answer.recipient.scope, scope)) {
      return { why: because('sees-less') };
    }
    return { recipient: answer.recipient };
  };

  /** Whose wish it is, by name. */
  const askedOf = async ({ run, askedAt }: NotifyInput): Promise<Asked | undefined> => {
    if (askedAt === undefined) return undefined;
    const user = await users.find(run.requestedBy);
    return { by: user?.name ?? user?.email ?? run.requestedBy, at: askedAt, runId: run.runId };
  };

  const compose = async (
    channel: Channel,
    input: NotifyInput,
    { address, ...about }: NoteToTell & { readonly address: string },
  ): Promise<unknown> => {
    const late = input.run.late === undefined ? {} : { late: input.run.late };
    if (input.note === 'unchanged')
      return channel.unchanged({ ...about, ...late, ...links.leaving(input) }, address);
    const { artefacts } = input;
    const partial = input.partial === true ? { partial: true } : {};
    const asked = defined({ asked: await askedOf(input) });
    const report = { ...about, ...late, ...partial, ...asked, artefacts, ...(await links.prepare(input)) };
    return channel.report(report, address);
  };

  return {
    // Not cancellable on purpose: a send that is broken off would leave its outcome unknown.
    notify: async (input) => {
      const subject = subjectOf(input);
      const earlier = await ledger.find(subject);
      if (earlier?.status === 'accepted' || earlier?.status === 'suppressed') return outcomeOf(earlier);

      const { recipient, why } = await check(input);
      if (recipient === undefined) return outcomeOf(await ledger.suppress(subject, why, now()));

      await halts.demandNone(input.run.studyId);
      const made = JSON.parse((await objects.get(input.headlineKey)).toString('utf8')) as Headline;
      const voice = voiceOf(input.language);
      const channel = channels[subject.channel];
      const message = await compose(channel, input, {
        headline: spokenHeadline(made, reportTypeOf(input.run.reportType), voice),
        reader: { voice, timeZone: recipient.timeZone ?? made.timeZone },
        scope: input.scope,
        recipientName: recipient.name,
        address: subject.channel === 'email' ? recipient.address : unseal(keys, recipient.address),
      });
      return await deliver({ ledger, sender: channel.sender, now }, subject, message);
    },
  };
};
