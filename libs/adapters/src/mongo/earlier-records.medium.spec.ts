import { asTold, because } from '@rounds/contracts/why';
import type { Document } from 'mongodb';
import { testMongo } from '../testing/servers.ts';
import { convertEarlierRecords } from './earlier-records.ts';

/** Records as earlier versions left them, on a real MongoDB. */
const mongo = testMongo('earlier');
const { db } = mongo;

const records = (name: string) => db.collection<Document & { _id: string }>(name);
const put = async (name: string, ...documents: (Document & { _id: string })[]): Promise<void> => {
  await records(name).insertMany(documents);
};
const found = (name: string, _id: string) => records(name).findOne({ _id });

const finding = { check: 'pages', where: 'pdf, page 3' };
const told = { ...finding, message: 'The page is blank.' };
const coded = { ...finding, code: 'as-told', values: { text: 'The page is blank.' } };
const scope = { sites: 'all', unblinded: false };
const step = 'storing-file';
const release = { by: 'usr_1', reason: 'It is blank on purpose.' };

describe('records of earlier versions', () => {
  afterAll(() => mongo.close());
  beforeEach(() => db.dropDatabase());

  it('of mails say why by code, and keep what a provider said', async () => {
    const row = { status: 'failed', code: 'MAIL_REJECTED', attempts: 1 };
    await put(
      'deliveries',
      {
        _id: 'd1',
        ...row,
        reason: '550 no such user',
        former: [{ status: 'accepted', reason: 'The mail came back.' }],
      },
      { _id: 'd2', status: 'suppressed', reason: 'The recipient unsubscribed.' },
      { _id: 'd3', status: 'accepted' },
    );
    await put('notices', { _id: 'n1', status: 'suppressed', reason: 'No mail goes to this recipient.' });
    await convertEarlierRecords(mongo);
    expect(await found('deliveries', 'd1')).toEqual({
      ...{ _id: 'd1', ...row, why: asTold('550 no such user') },
      former: [{ status: 'accepted', why: because('mail-came-back') }],
    });
    expect(await found('deliveries', 'd2')).toEqual({
      ...{ _id: 'd2', status: 'suppressed', why: because('unsubscribed') },
    });
    expect(await found('deliveries', 'd3')).toEqual({ _id: 'd3', status: 'accepted' });
    expect(await found('notices', 'n1')).toMatchObject({ why: because('takes-no-mail') });
  });

  it('of runs say why, what failed and what was found, of ends before redrives too', async () => {
    await put('runs', {
      ...{ _id: 'r1', status: 'partly-delivered' },
      reason: '1 of 3 mails not delivered: The mail came back. Nothing changed for 2 of 5 recipients.',
      fault: { code: 'MAIL_BOUNCED', message: 'The mail came back.', step },
      outputs: [
        { scope, artefacts: [], lacking: [told] },
        { scope, artefacts: [] },
      ],
      held: [{ scope, findings: [told, { ...finding, code: 'page-blank' }] }],
      earlierEnds: [
        {
          fault: { code: 'INTERNAL', message: 'Nobody knows this one.', step },
          held: [{ scope, findings: [told] }],
          release,
        },
      ],
    });
    await convertEarlierRecords(mongo);
    expect(await found('runs', 'r1')).toEqual({
      ...{ _id: 'r1', status: 'partly-delivered' },
      why: [
        ...because('mails-undelivered', { undelivered: 1, all: 3 }),
        ...because('mail-came-back'),
        ...because('unchanged-for', { unchanged: 2, all: 5 }),
      ],
      fault: { code: 'MAIL_BOUNCED', step, why: because('mail-came-back') },
      outputs: [
        { scope, artefacts: [], lacking: [coded] },
        { scope, artefacts: [] },
      ],
      held: [{ scope, findings: [coded, { ...finding, code: 'page-blank' }] }],
      earlierEnds: [
        {
          fault: { code: 'INTERNAL', step, why: asTold('Nobody knows this one.') },
          held: [{ scope, findings: [coded] }],
          release,
        },
      ],
    });
  });

  it('of subscriptions say why they ended or paused, and whether their workflows must be told', async () => {
    const ended = { status: 'ended', revision: 3, appliedRevision: 2 };
    await put(
      'subscriptions',
      { _id: 's1', ...ended, endedReason: 'The study was closed on 2026-11-22.' },
      { _id: 's2', ...ended, behind: false, pausedReason: 'Nobody receives it any more.' },
    );
    await convertEarlierRecords(mongo);
    const why = because('study-closed', { day: '2026-11-22' });
    expect(await found('subscriptions', 's1')).toEqual({ _id: 's1', ...ended, endedWhy: why, behind: true });
    expect(await found('subscriptions', 's2')).toMatchObject({
      pausedReason: 'nobody-receives',
      behind: false,
    });
  });

  it('are converted once: again changes nothing, and of what is written meanwhile the words that came last count', async () => {
    await put('deliveries', { _id: 'd1', status: 'suppressed', reason: 'The recipient unsubscribed.' });
    await convertEarlierRecords(mongo);
    const converted = await found('deliveries', 'd1');
    await convertEarlierRecords(mongo);
    expect(await found('deliveries', 'd1')).toEqual(converted);
    await records('deliveries').updateOne(
      { _id: 'd1' },
      { $set: { reason: 'The subscription was cancelled.' } },
    );
    await convertEarlierRecords(mongo);
    expect(await found('deliveries', 'd1')).toEqual({
      ...converted,
      why: because('subscription-cancelled'),
    });
  });

  it('are left to whoever writes them at the same time', async () => {
    const ids = Array.from({ length: 200 }, (_, n) => `d${String(n)}`);
    await put(
      'deliveries',
      ...ids.map((_id) => ({ _id, status: 'failed', reason: 'It is to be sent again.' })),
    );
    // As a worker of the version before accepts a mail.
    const accept = (_id: string) =>
      records('deliveries').updateOne(
        { _id },
        { $set: { status: 'accepted' }, $unset: { reason: 1, why: 1 } },
      );
    await Promise.all([convertEarlierRecords(mongo), ...ids.map(accept)]);
    expect(
      await records('deliveries')
        .find({ $or: [{ reason: { $exists: true } }, { why: { $exists: true } }] })
        .toArray(),
    ).toEqual([]);
    expect(await records('deliveries').countDocuments({ status: 'accepted' })).toBe(ids.length);
  });
});
