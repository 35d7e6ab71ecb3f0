import { Inject, Injectable } from '@nestjs/common';
import {
  createDeliveriesRepository,
  type DeliveriesRepository,
} from '@rounds/adapters/mongo/deliveries.repository';
import {
  createRecipientsRepository,
  type RecipientsRepository,
} from '@rounds/adapters/mongo/recipients.repository';
import {
  createSubscriptionsRepository,
  type SubscriptionsRepository,
} from '@rounds/adapters/mongo/subscriptions.repository';
import { createUsersRepository, type UsersRepository } from '@rounds/adapters/mongo/users.repository';
import type { ObjectStore } from '@rounds/adapters/s3/object-store';
import type { DeliveryDocument, RunDocument } from '@rounds/contracts/collections';
import { RoundsError } from '@rounds/contracts/errors';
import { mailsOf } from '@rounds/contracts/run-mails';
import { because } from '@rounds/contracts/why';
import { OBJECT_STORE } from '../platform/tokens.ts';
import { inEnglish } from '../platform/why.ts';

const conflict = (message: string): RoundsError => new RoundsError('CONFLICT', message);

/** The mails of a run, by recipient; and whether one of them could be sent now. */
@Injectable()
export class RunMails {
  constructor(
    @Inject(createDeliveriesRepository) private readonly ledger: DeliveriesRepository,
    @Inject(createRecipientsRepository) private readonly recipients: RecipientsRepository,
    @Inject(createSubscriptionsRepository) private readonly subscriptions: SubscriptionsRepository,
    @Inject(createUsersRepository) private readonly users: UsersRepository,
    @Inject(OBJECT_STORE) private readonly objects: ObjectStore,
  ) {}

  all({ _id, studyId }: RunDocument): Promise<DeliveryDocument[]> {
    return this.ledger.ofRun(_id, studyId);
  }

  /**
   * @param recipient user id or e-mail address
   * @throws RoundsError NOT_FOUND
   */
  async find(run: RunDocument, recipient: string): Promise<DeliveryDocument> {
    const [user] = recipient.includes('@') ? await this.users.findByEmails([recipient]) : [];
    const row = (await this.all(run)).find(({ recipientId }) => recipientId === (user?._id ?? recipient));
    if (row === undefined)
      throw new RoundsError('NOT_FOUND', 'Nothing of this job was to be mailed to that recipient.');
    return row;
  }

  /** What the worker would find, said at once. @throws RoundsError CONFLICT */
  async demandMailable(run: RunDocument, { recipientId }: DeliveryDocument): Promise<void> {
    const mail = mailsOf(run).find((each) => each.recipientId === recipientId);
    if (mail === undefined || (await this.objects.size(mail.headlineKey)) === null)
      throw conflict('What this mail would show was removed since: have the report made anew.');
    const { subscriptionId, studyId } = run;
    const subscription =
      subscriptionId === undefined ? null : await this.subscriptions.find(subscriptionId, [studyId]);
    if (subscription?.status === 'cancelled') throw conflict(inEnglish(because('subscription-cancelled')));
    const answer = await this.recipients.checkOne(studyId, recipientId, subscription);
    if (!answer.eligible) throw conflict(inEnglish(answer.why));
  }
}
