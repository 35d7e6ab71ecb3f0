import { asTold, because } from './why.ts';
import type { ErrorCode } from './errors.ts';
import { mailId, mailOf } from './mail-id.ts';
import { mayPass } from './redelivery.ts';
import { endingAfter, type MailFate } from './run-ending.ts';

const accepted: MailFate = { status: 'accepted' };
const left: MailFate = { status: 'suppressed', why: because('unsubscribed') };
const failed: MailFate = { status: 'failed', why: asTold('The address was refused.'), code: 'MAIL_REJECTED' };
const unknown: MailFate = { status: 'unknown', why: asTold('No answer came.') };
const bounced: MailFate = { status: 'accepted', receipt: 'bounced' };
const delivered: MailFate = { status: 'accepted', receipt: 'delivered' };
const complained: MailFate = { status: 'accepted', receipt: 'complained' };

describe('a run is', () => {
  it.each<[string, readonly MailFate[], string, ErrorCode | undefined]>([
    ['without mails', [], 'completed', undefined],
    ['of mails that are accepted', [accepted, delivered], 'completed', undefined],
    ['of which others were rightly left out', [accepted, left], 'completed', undefined],
    ['of which nobody was to get one', [left, left], 'suppressed', undefined],
    ['of one that was read and not wanted', [complained], 'completed', undefined],
    ['of which one failed', [accepted, failed], 'partly-delivered', 'MAIL_REJECTED'],
    ['of which one is in doubt', [accepted, unknown], 'partly-delivered', 'DELIVERY_UNKNOWN'],
    ['of which one is under way', [accepted, { status: 'intended' }], 'partly-delivered', 'DELIVERY_UNKNOWN'],
    ['of which one came back', [delivered, bounced], 'partly-delivered', 'MAIL_BOUNCED'],
    ['of which all are in doubt', [unknown], 'partly-delivered', 'DELIVERY_UNKNOWN'],
    ['named by what certainly failed', [unknown, failed], 'partly-delivered', 'MAIL_REJECTED'],
    ['of which certainly none was sent', [failed, left], 'failed', 'MAIL_REJECTED'],
  ])('%s: %j is %s', (_what, mails, status, code) => {
    const ending = endingAfter(mails);
    expect([ending.status, ending.fault?.code]).toEqual([status, code]);
  });

  it('partly delivered with how many, of how many, and why', () => {
    expect(endingAfter([accepted, failed, bounced, left]).why).toEqual([
      ...because('mails-undelivered', { undelivered: 2, all: 4 }),
      ...asTold('The address was refused.'),
    ]);
  });
});

describe('a mail is tried again by itself', () => {
  it.each([
    [{ status: 'failed', code: 'CONFIGURATION' }, true],
    [{ status: 'failed', code: 'DEPENDENCY_DOWN' }, true],
    [unknown, true],
    [failed, false],
    [{ status: 'failed', code: 'MAIL_BOUNCED' }, false],
    [bounced, false],
    [accepted, false],
    [left, false],
  ] as const)('where its hindrance may pass: %j %p', (mail, expected) => {
    expect(mayPass(mail)).toBe(expected);
  });
});

it('a mail in whose place another was begun has another id, which leads to the same row', () => {
  const row = 'sub_1.2026-11-23|usr_1|email';
  expect([mailId(row), mailId(row, 0), mailId(row, 2)]).toEqual([row, row, `${row}|2`]);
  for (const former of [0, 1, 12]) expect(mailOf(mailId(row, former))).toEqual({ deliveryId: row, former });
});
