/** A study, a subscription and its recipients, in a database and a bucket of the test's own. */
import type { MailSender } from '@rounds/adapters/mail/mail-sender';
import { systemClock, type Clock } from '@rounds/adapters/clock';
import { createResendMailSender } from '@rounds/adapters/mail/resend-mail-sender';
import { parseSecretKeys } from '@rounds/adapters/crypto/sealed';
import { createDeliveriesRepository } from '@rounds/adapters/mongo/deliveries.repository';
import { roleObjects } from '@rounds/adapters/testing/role-objects';
import { testRoleMongo } from '@rounds/adapters/testing/role-mongo';
import { serverSetting, testObjectStore, uniqueName } from '@rounds/adapters/testing/servers';
import type { NotifyInput } from '@rounds/contracts/activities';
import type { SubscriptionDocument } from '@rounds/contracts/collections';
import type { Headline } from '@rounds/contracts/dataset';
import type { Scope } from '@rounds/contracts/scope';
import { saying } from '@rounds/report-types/model/words/message';
import { createNotifyActivities } from '../src/notify.activities.ts';

const HEADLINE_KEY = 'headlines/abc.json';

export const scope: Scope = { sites: ['701', '702'], unblinded: false };

const headline: Headline = {
  studyId: 'DEMO',
  studyTitle: 'A study <of> “nothing”',
  period: { start: '2026-11-16', end: '2026-11-23' },
  timeZone: 'Europe/Berlin',
  siteCount: 2,
  figures: [{ label: saying('subjects-screened'), value: 4, previous: 2 }],
  doubts: [],
  attention: [saying('mailed.silent-site', { site: '702', days: 23, ongoing: 1 })],
  changes: { first: false, byDomain: {}, rowsListed: 0 },
  cut: 'ab'.repeat(32),
  cutAt: '2026-11-23T06:58:00Z',
};

const subscription = (id: string, recipientId: string): SubscriptionDocument => ({
  _id: id,
  studyId: 'DEMO',
  reportType: 'study-weekly',
  parameters: {},
  ownerId: recipientId,
  schedule: { every: 'week', on: 'monday', at: '08:00', timeZone: 'Europe/Berlin' },
  formats: ['pdf'],
  recipients: [recipientId],
  optedOut: [],
  deliver: 'always',
  catchUp: 'latest',
  status: 'active',
  revision: 1,
  appliedRevision: 1,
  runCount: 0,
  createdAt: systemClock(),
  updatedAt: systemClock(),
});

export const settings = {
  from: 'Rounds <rounds@example.org>',
  linkSecret: 'a link secret that has more than 32 characters',
  publicUrl: 'https://rounds.example.org',
  linkDays: 30,
};

const keys = parseSecretKeys(`k1:${Buffer.alloc(32, 7).toString('base64')}`);
const calls = { allowHttp: true, allowPrivate: true, timeoutMs: 500 };

export const resendAt = (baseUrl: string): MailSender =>
  createResendMailSender({ apiKey: serverSetting('RESEND_API_KEY'), baseUrl, timeoutMs: 5_000 });

/** As `root` the test arranges and looks; the activity itself has the rights of `notify` in MongoDB and S3. */
export const openScene = async () => {
  const database = await testRoleMongo('notify');
  const { root } = database;
  const mongo = database.as('notify');
  const objects = await testObjectStore('notify');
  await objects.put(HEADLINE_KEY, Buffer.from(JSON.stringify(headline)), 'application/json');
  const ledger = createDeliveriesRepository(root);

  /** A recipient with the right, their subscription, and what the workflow would hand over. */
  const addRecipient = async (email = `${uniqueName('anna')}@example.org`) => {
    const recipientId = uniqueName('usr');
    const subscriptionId = uniqueName('sub');
    await root
      .collection('users')
      .insertOne({ _id: recipientId, email, name: 'Anna Weber', roles: [], createdAt: systemClock() });
    await root.collection('memberships').insertOne({
      _id: `DEMO|${recipientId}`,
      userId: recipientId,
      studyId: 'DEMO',
      ...scope,
      grantedAt: systemClock(),
    });
    await root.collection('subscriptions').insertOne(subscription(subscriptionId, recipientId));
    const input: NotifyInput = {
      run: {
        runId: `${subscriptionId}.2026-11-23`,
        trigger: 'schedule',
        studyId: 'DEMO',
        reportType: 'study-weekly',
        subscriptionId,
        requestedBy: recipientId,
        due: '2026-11-23',
        timeZone: 'Europe/Berlin',
        period: headline.period,
      },
      recipientId,
      scope,
      headlineKey: HEADLINE_KEY,
      artefacts: [{ format: 'pdf', key: 'artefacts/abc.pdf', sha256: 'abc', bytes: 120_000 }],
    };
    return { email, recipientId, subscriptionId, input };
  };

  const rowOf = ({ run, recipientId }: NotifyInput) =>
    ledger.find({ runId: run.runId, studyId: run.studyId, recipientId, channel: 'email' });

  const notifyBy = (mail: MailSender, now: Clock = systemClock) => {
    const activities = createNotifyActivities({
      ...{ mongo, mail, settings, keys, calls, now },
      objects: roleObjects('notify', objects),
    });
    return (input: NotifyInput) => activities.notify(input);
  };

  return { root, addRecipient, rowOf, notifyBy, close: database.close };
};
