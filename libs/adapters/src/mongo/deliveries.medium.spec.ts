import type { DeliveryStatus } from '@rounds/contracts/run';
import { directly } from '../testing/directly.ts';
import { testMongo } from '../testing/servers.ts';
import { deliveryId } from '@rounds/contracts/ids';
import { asTold, because } from '@rounds/contracts/why';
import { createDeliveriesRepository, type DeliverySubject } from './deliveries.repository.ts';
import { createDeliveryEventsRepository } from './delivery-events.repository.ts';

/** The ledger on a real MongoDB: what each state allows, and that of many writers one wins. */
const mongo = testMongo('ledger');
const ledger = createDeliveriesRepository(mongo);

const at = (minutes: number): Date => new Date(Date.UTC(2026, 10, 23, 7, minutes));
const times = (minutes: number, recognisedMinutes = 60) => ({
  at: at(minutes),
  recognisedSince: at(minutes - recognisedMinutes),
});

let count = 0;
const newSubject = (): DeliverySubject => {
  count += 1;
  return {
    runId: `run-${count}`,
    studyId: 'S',
    subscriptionId: 'sub_1',
    recipientId: 'usr_1',
    channel: 'email',
  };
};

/** A row in a state, by the way that leads there. */
const inState = async (status: DeliveryStatus): Promise<DeliverySubject> => {
  const subject = newSubject();
  if (status === 'suppressed') await ledger.suppress(subject, asTold('no right'), at(0));
  else await ledger.intend(subject, 'hash', times(0));
  if (status === 'accepted') await ledger.accept(subject, 'em_1', at(1));
  if (status === 'failed') await ledger.fail(subject, asTold('refused'), 'DEPENDENCY_DOWN', at(1));
  if (status === 'unknown') await ledger.markUnknown(subject, asTold('lost'), at(1));
  return subject;
};

const statusOf = async (subject: DeliverySubject) => (await ledger.find(subject))?.status;

describe('the ledger', () => {
  afterAll(() => mongo.close());

  it('lets exactly one of many concurrent attempts be the first', async () => {
    const subject = newSubject();
    const rows = await Promise.all(
      Array.from({ length: 20 }, () => ledger.intend(subject, 'hash', times(0))),
    );
    expect(rows.map(({ attempts }) => attempts).sort((a, b) => Number(a) - Number(b))).toEqual(
      Array.from({ length: 20 }, (_, index) => index + 1),
    );
  });

  it.each(['accepted', 'suppressed'] as const)('does not send again what is %s', async (status) => {
    const subject = await inState(status);
    expect((await ledger.intend(subject, 'hash', times(2))).status).toBe(status);
  });

  it('opens again what certainly failed, as a new intent', async () => {
    const subject = await inState('failed');
    const row = await ledger.intend(subject, 'another hash', times(5));
    expect(row).toMatchObject({
      status: 'intended',
      attempts: 1,
      messageHash: 'another hash',
      intendedAt: at(5),
    });
    expect(row.why).toBeUndefined();
  });

  it.each(['intended', 'unknown'] as const)(
    'joins an %s row while the provider recognises its id, without renewing it',
    async (status) => {
      const subject = await inState(status);
      const row = await ledger.intend(subject, 'hash', times(59));
      expect(row).toMatchObject({ status: 'intended', attempts: 2, intendedAt: at(0) });
    },
  );

  it.each([
    ['the provider has forgotten its id', 'hash', times(61)],
    ['the message has other bytes', 'another hash', times(1)],
    ['the transport knows no ids', 'hash', times(0, 0)],
  ])('says unknown, and sends nothing, when %s', async (_why, hash, when) => {
    const subject = await inState('intended');
    const row = await ledger.intend(subject, hash, when);
    expect(row).toMatchObject({ status: 'unknown', attempts: 1 });
    expect(row.why).toEqual(because('mail-not-answered'));
  });

  describe('of a mail that did not arrive', () => {
    const events = createDeliveryEventsRepository(mongo);
    const rowId = ({ runId }: DeliverySubject): string => deliveryId(runId, 'usr_1', 'email');
    const bounce = (id: string) => ({ id, receipt: 'bounced', at: at(3), permanent: true }) as const;
    const lost = async () => {
      const subject = await inState('accepted');
      const row = await events.record({ mailId: rowId(subject), providerId: 'em_1' }, bounce('e1'));
      const begun = row === null ? null : await ledger.begin(subject, row, at(4), directly);
      return { subject, row, begun };
    };

    it('begins another one in its place, once, and keeps what was known of the first', async () => {
      const { subject, row, begun } = await lost();
      expect(begun).toMatchObject({
        ...{ status: 'failed', code: 'MAIL_BOUNCED' },
        former: [{ status: 'accepted', receipt: 'bounced', providerId: 'em_1', at: at(4) }],
      });
      expect(begun).not.toHaveProperty('receipt');
      expect(begun).not.toHaveProperty('providerId');
      if (row !== null) expect(await ledger.begin(subject, row, at(4), directly)).toBeNull();
      expect(await ledger.intend(subject, 'other bytes', times(5))).toMatchObject({
        ...{ status: 'intended', attempts: 1, intendedAt: at(5) },
        former: [{ status: 'accepted' }],
      });
    });

    it('takes events of the first for no news of the other', async () => {
      const { subject } = await lost();
      await ledger.intend(subject, 'hash', times(5));
      await ledger.accept(subject, 'em_2', at(6));
      const complained = { id: 'e2', receipt: 'complained', at: at(7) } as const;
      await events.record({ mailId: rowId(subject), providerId: 'em_1' }, complained);
      expect(await ledger.find(subject)).not.toHaveProperty('receipt');
      const delivered = { id: 'e3', receipt: 'delivered', at: at(8) } as const;
      await events.record({ mailId: `${rowId(subject)}|1`, providerId: 'em_2' }, delivered);
      expect(await ledger.find(subject)).toMatchObject({
        ...{ status: 'accepted', providerId: 'em_2', receipt: 'delivered' },
        events: [{ id: 'e1' }, { id: 'e2' }, { id: 'e3' }],
      });
    });
  });

  it('of a mail in doubt a person or the provider’s books decide, unless something else became of it', async () => {
    const [sent, unsent, joined] = [
      await inState('unknown'),
      await inState('unknown'),
      await inState('unknown'),
    ];
    const read = async (subject: DeliverySubject) => {
      const row = await ledger.find(subject);
      if (row === null) throw new Error('There is no row.');
      return row;
    };
    expect(await ledger.vouch(sent, await read(sent), asTold('It came.'), at(9), directly)).toMatchObject({
      ...{ status: 'accepted', why: asTold('It came.') },
    });
    expect(await ledger.release(unsent, await read(unsent), asTold('Not there.'), at(9))).toMatchObject({
      ...{ status: 'failed', code: 'DELIVERY_UNKNOWN' },
    });
    const before = await read(joined);
    await ledger.intend(joined, 'hash', times(9));
    expect(await ledger.vouch(joined, before, asTold('It came.'), at(9), directly)).toBeNull();
    expect(await ledger.release(joined, before, asTold('Not there.'), at(9))).toBeNull();
  });

  it('notes a mail that was never begun, and leaves one alone that was', async () => {
    const [missed, begun] = [newSubject(), await inState('accepted')];
    for (const subject of [missed, begun])
      await ledger.miss(subject, asTold('MongoDB does not answer.'), 'DEPENDENCY_DOWN', at(9));
    expect(await ledger.find(missed)).toMatchObject({ status: 'failed', code: 'DEPENDENCY_DOWN' });
    expect(await statusOf(begun)).toBe('accepted');
  });

  it('lets go of an intent only while nobody else shares it', async () => {
    const alone = await inState('intended');
    expect((await ledger.fail(alone, asTold('refused'), 'DEPENDENCY_DOWN', at(1))).status).toBe('failed');
    const shared = await inState('intended');
    await ledger.intend(shared, 'hash', times(1));
    expect((await ledger.fail(shared, asTold('refused'), 'DEPENDENCY_DOWN', at(2))).status).toBe('intended');
  });

  it.each(['intended', 'unknown', 'failed'] as const)('takes acceptance over %s', async (status) => {
    const subject = await inState(status);
    await ledger.accept(subject, 'em_2', at(3));
    const row = await ledger.find(subject);
    expect(row).toMatchObject({ status: 'accepted', providerId: 'em_2', acceptedAt: at(3) });
    expect(row?.why).toBeUndefined();
  });

  it.each([
    ['failed', 'suppressed'],
    ['intended', 'unknown'],
    ['unknown', 'unknown'],
    ['accepted', 'accepted'],
  ] as const)('suppresses a row that is %s: then it is %s', async (before, after) => {
    const subject = await inState(before);
    expect((await ledger.suppress(subject, asTold('no right'), at(2))).status).toBe(after);
  });

  it('leaves no intent open when its run is over', async () => {
    const [open, sent] = [await inState('intended'), await inState('accepted')];
    await ledger.markOpenIntentsUnknown(open.runId, asTold('over'), at(9));
    await ledger.markOpenIntentsUnknown(sent.runId, asTold('over'), at(9));
    expect(await statusOf(open)).toBe('unknown');
    expect(await statusOf(sent)).toBe('accepted');
  });

  it('finds nothing under another study', async () => {
    const subject = await inState('accepted');
    expect(await ledger.find({ ...subject, studyId: 'OTHER' })).toBeNull();
  });
});
