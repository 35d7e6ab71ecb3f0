import type { NoticeAbout } from '@rounds/contracts/notice';
import { asTold, because } from '@rounds/contracts/why';
import { voiceOf } from '@rounds/report-types/model/words/voice';
import { composeNoticeMail } from './notice-mail.ts';
import { noticeWords } from './notice-words.ts';

const subscription = { subscriptionId: 'sub_1', studyId: 'S<1>', reportType: 'study-weekly', occasion: '1' };
const ABOUTS: readonly NoticeAbout[] = [
  { kind: 'run-failed', ...subscription, runId: 'sub_1.2026-11-23', due: '2026-11-23' },
  {
    kind: 'run-quarantined',
    ...{ ...subscription, runId: 'sub_1.2026-11-23', due: '2026-11-23' },
    held: [{ scope: { sites: 'all', unblinded: false }, findings: [], count: 3 }],
  },
  {
    kind: 'hidden-from-blinded',
    ...{ ...subscription, runId: 'sub_1.2026-11-23', due: '2026-11-23' },
    held: [{ scope: { sites: 'all', unblinded: false }, findings: [], count: 1 }],
  },
  {
    kind: 'mails-undelivered',
    ...{
      ...subscription,
      runId: 'sub_1.2026-11-23',
      due: '2026-11-23',
      mails: { all: 3, failed: 1, inDoubt: 1 },
    },
    ...{ userIds: ['U1', 'U2'], fault: { code: 'MAIL_BOUNCED', why: asTold('X.') } },
  },
  { kind: 'file-gone', ...subscription, runId: 'sub_1.2026-11-23', due: '2026-11-23', format: 'pdf' },
  {
    kind: 'webhook-given-up',
    webhookDeliveryId: 'run_1.5',
    ...{
      runId: 'run_1',
      studyId: 'S<1>',
      host: 'hooks.example.org',
      why: because('receiver-answered', { status: 500 }),
      occasion: '0',
    },
  },
  { kind: 'address-suppressed', userId: 'usr_1', why: 'bounced', suppressionId: 'sup_1', occasion: 'e' },
  { kind: 'owner-left', ...subscription, pausesAt: Date.UTC(2026, 11, 1) },
  { kind: 'subscription-paused-owner-left', ...subscription },
  { kind: 'subscription-paused-unread', ...subscription },
  { kind: 'invited-to-receive', ...subscription, userId: 'usr_1', inviterId: 'usr_2' },
  {
    kind: 'subscriptions-handed-over',
    ...{ byId: 'usr_0', fromId: 'usr_1', toId: 'usr_2', count: 1, occasion: '1' },
    subscriptions: [subscription],
  },
  { kind: 'study-closed', ...subscription },
  { kind: 'subscription-ended', ...subscription, why: because('last-day-passed') },
  {
    kind: 'link-renewed',
    ...{ linkId: 'ab', runId: 'run_1', studyId: 'S<1>', reportType: 'study-weekly', occasion: '1' },
    period: { start: '2026-11-16', end: '2026-11-23' },
  },
];
const english = voiceOf('en');
const context = {
  page: (kind: string, id: string) => `https://rounds.example.org/n/${kind}/${id}`,
  people: { by: 'o@b.example', from: 'a@b.example', to: 'c@d.example' },
  concerned: 'a@b.example',
  undelivered: ['a@b.example', 'c@d.example'],
  linkUrl: 'https://x/r/t',
};

describe('the words of a notice', () => {
  it.each(ABOUTS.map((about) => [about.kind, about] as const))(
    '%s: a subject of one line, sentences, and markup that stays data',
    (_kind, about) => {
      const mail = composeNoticeMail(noticeWords(about, context, english), english);
      expect(mail.subject.length).toBeLessThan(100);
      expect(mail.subject).not.toMatch(/undefined|\n/);
      expect(mail.text + mail.html).not.toMatch(/undefined|\[object/);
      expect(mail.html).not.toContain('S<1>');
      expect(composeNoticeMail(noticeWords(about, context, english), english)).toEqual(mail);
    },
  );

  it.each(ABOUTS.map((about) => [about.kind, about] as const))(
    '%s leads to a page that a person can open, and speaks the reader’s words',
    (_kind, about) => {
      const { action, paragraphs } = noticeWords(about, context, english);
      expect(action?.url).toMatch(/\/(?:n|r|u)\//);
      expect(paragraphs.join('\n')).not.toMatch(/redrive|quarantin|ledger|\bruns?\b|study-weekly/);
    },
  );

  it('says who handed how many of whose subscriptions over to whom, and lists them', () => {
    const about = {
      kind: 'subscriptions-handed-over',
      ...{ byId: 'usr_0', fromId: 'usr_1', toId: 'usr_2', count: 4, occasion: '1' },
      subscriptions: [subscription, { ...subscription, studyId: 'S2', reportType: 'safety-weekly' }],
    } as const;
    const { subject, text } = composeNoticeMail(noticeWords(about, context, english), english);
    expect(subject).toBe('4 subscriptions handed over to c@d.example');
    expect(text).toContain('o@b.example handed 4 subscriptions of a@b.example over to c@d.example:');
    expect(text).toMatch(/S<1>: “Weekly .*”\n\nS2: “.*safety.*”/);
    expect(text).toContain('2 more');
  });

  it('says of a failed run what went wrong and where to go on', () => {
    const about = {
      kind: 'run-failed',
      ...{ ...subscription, runId: 'sub_1.2026-11-23', due: '2026-11-23' },
      fault: { code: 'CUT_CORRUPT', why: asTold('The cut was changed.') },
    } as const;
    const { text, subject } = composeNoticeMail(noticeWords(about, context, english), english);
    expect(subject).toBe('S<1>: the report due 23 November 2026 failed');
    expect(text).toContain('The cut was changed. (CUT_CORRUPT)');
    expect(text).toContain('https://rounds.example.org/n/job/sub_1.2026-11-23');
  });

  it('says of a report that did not reach everybody how many, whom and why', () => {
    const about = {
      kind: 'mails-undelivered',
      ...{ ...subscription, runId: 'sub_1.2026-11-23', due: '2026-11-23', userIds: ['usr_1', 'usr_2'] },
      mails: { all: 5, failed: 2, inDoubt: 1 },
      fault: { code: 'MAIL_BOUNCED', why: because('mail-came-back') },
    } as const;
    const { text, subject } = composeNoticeMail(noticeWords(about, context, english), english);
    expect(subject).toBe('S<1>: not everybody has the report due 23 November 2026');
    expect(text).toContain('Of 5 mails 2 were not delivered, and of 1 nobody can tell yet.');
    expect(text).toContain('The mail came back. (MAIL_BOUNCED)');
    expect(text).toContain('a@b.example, c@d.example');
    expect(text).toContain('https://rounds.example.org/n/job/sub_1.2026-11-23');
  });

  it('says of a run that is held back what was found, as far as its reader may know', () => {
    const about = {
      kind: 'run-quarantined',
      ...{ ...subscription, runId: 'sub_1.2026-11-23', due: '2026-11-23', held: [] },
    } as const;
    const finding = {
      check: 'documents',
      where: 'document doc_1',
      code: 'bytes-gone',
    } as const;
    const found = { findings: [finding], others: 2 };
    const { text, subject } = composeNoticeMail(noticeWords(about, { ...context, found }, english), english);
    expect(subject).toBe('S<1>: the report due 23 November 2026 is held back');
    expect(text).toContain('documents, document doc_1: Its bytes are gone.');
    expect(text).toContain('2 more');
  });
});
