/** Mails and notices in each language: nothing of them is in English but ids, and each says what it is for. */
import { LANGUAGES, type Language } from '@rounds/contracts/language';
import type { Headline } from '@rounds/contracts/dataset';
import type { NoticeAbout } from '@rounds/contracts/notice';
import { asTold } from '@rounds/contracts/why';
import { saying } from '@rounds/report-types/model/words/message';
import { voiceOf } from '@rounds/report-types/model/words/voice';
import { spokenHeadline } from '@rounds/report-types/spoken-headline';
import { wholeLanguages } from '../../../tools/words.mjs';
import type { ReportToTell } from './channels/channel.ts';
import { composeReportMail } from './channels/email/report-mail.ts';
import { composeUnchangedMail } from './channels/email/unchanged-mail.ts';
import { composeNoticeMail } from './notices/notice-mail.ts';
import { noticeWords } from './notices/notice-words.ts';

/** What a language lacks is said in English. */
const WHOLE = await wholeLanguages();
const TRANSLATED = LANGUAGES.filter((language) => language !== 'en' && WHOLE.includes(language));

const ENGLISH =
  /\b(?:the|of|and|or|were|is|are|which|with|without|from|this|that|until|open|week|subjects?|events?|sites?|reports?|changed|unsubscribe|subscription|late|partial|masked)\b/i;

/** What those who run Rounds say among themselves. */
const OURS = /redrive|quarantin|ledger|payload|suppress|\b(?:runs?|Lauf|Laufs|exécution|ejecución)\b|実行/i;

const headline: Headline = {
  studyId: 'ROUNDS-DEMO',
  studyTitle: 'XYZ-1',
  period: { start: '2026-11-16', end: '2026-11-23' },
  timeZone: 'Europe/Berlin',
  siteCount: 'all',
  figures: [{ label: saying('subjects-screened'), value: 1_234.5, previous: 3 }],
  doubts: [],
  attention: [saying('mailed.serious', { n: 2 })],
  changes: {
    first: false,
    byDomain: { AE: { added: 17, late: 0, changed: 0, removed: 0 } },
    figures: [{ figure: 'adverseEvents.toDate.events', before: 1, now: 18 }],
    rowsListed: 17,
  },
  cut: 'ab'.repeat(32),
  cutAt: '2026-11-23T06:58:00Z',
};
const spokenIn = (language: Language, of = headline) => spokenHeadline(of, 'study-weekly', voiceOf(language));

const mailIn = (language: Language, more: Partial<ReportToTell> = {}): ReportToTell => {
  const voice = voiceOf(language);
  return {
    headline: spokenIn(language),
    reader: { voice, timeZone: 'Asia/Tokyo' },
    scope: { sites: ['701', '702'], unblinded: false },
    recipientName: 'A. Weber',
    artefacts: [{ format: 'pdf', key: 'artefacts/x.pdf', sha256: 'cd'.repeat(32), bytes: 1_412_345 }],
    linkUrl: 'https://rounds.example/r/t',
    linkExpiresAt: new Date('2026-12-23T23:30:00Z'),
    asked: { by: 'B. Jansen', at: '2026-11-23T06:57:00Z', runId: 'sub_1.2026-11-23' },
    unsubscribeUrl: 'https://rounds.example/u/l',
    ...more,
  };
};

/** What a reader of the HTML reads: no tag, no style, no comment, no address. */
const readable = (html: string): string =>
  html
    .replaceAll(/<style>[^]*?<\/style>|<!--[^]*?-->/g, ' ')
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll(/https?:\S+|&\w+;|&#\d+;/g, ' ');

const leftInEnglish = (text: string): string[] =>
  readable(text)
    .split('\n')
    .filter((line) => ENGLISH.test(line));

const subscription = { subscriptionId: 'X1', studyId: 'S1', reportType: 'R1', occasion: '1' } as const;
const NOTICES: readonly NoticeAbout[] = [
  { kind: 'run-failed', ...subscription, runId: 'N1', due: '2026-11-23' },
  { kind: 'run-quarantined', ...subscription, runId: 'N1', due: '2026-11-23', held: [] },
  { kind: 'hidden-from-blinded', ...subscription, runId: 'N1', due: '2026-11-23', held: [] },
  {
    kind: 'mails-undelivered',
    ...{ ...subscription, runId: 'N1', due: '2026-11-23', mails: { all: 3, failed: 1, inDoubt: 1 } },
    ...{ userIds: ['U1', 'U2'], fault: { code: 'MAIL_BOUNCED', why: asTold('X.') } },
  },
  { kind: 'file-gone', ...subscription, runId: 'N1', due: '2026-11-23', format: 'pdf' },
  {
    kind: 'webhook-given-up',
    ...{ webhookDeliveryId: 'W1', runId: 'N1', studyId: 'S1', host: 'H1', why: asTold('500'), occasion: '1' },
  },
  {
    kind: 'address-suppressed',
    userId: 'U1',
    why: 'bounced',
    suppressionId: 'P1',
    studyId: 'S1',
    occasion: '1',
  },
  { kind: 'address-suppressed', userId: 'U1', why: 'complained', suppressionId: 'P1', occasion: '1' },
  { kind: 'owner-left', ...subscription, pausesAt: Date.UTC(2026, 11, 1) },
  { kind: 'subscription-paused-owner-left', ...subscription },
  { kind: 'subscription-paused-unread', ...subscription },
  { kind: 'invited-to-receive', ...subscription, userId: 'U1', inviterId: 'U2' },
  {
    kind: 'subscriptions-handed-over',
    ...{ byId: 'U0', fromId: 'U1', toId: 'U2', count: 3, occasion: '1' },
    subscriptions: [subscription],
  },
  { kind: 'study-closed', ...subscription },
  { kind: 'subscription-ended', ...subscription, why: asTold('X.') },
  {
    kind: 'link-renewed',
    ...{ linkId: 'L1', runId: 'N1', studyId: 'S1', reportType: 'R1', occasion: '1' },
    period: headline.period,
  },
];

describe.each(TRANSLATED)('in %s', (language) => {
  const voice = voiceOf(language);

  it('the mail of a report that is late and partial holds no English', () => {
    const mail = mailIn(language, { late: { dueAt: '2026-11-23T08:00:00+01:00' }, partial: true });
    const { subject, html, text, headers } = composeReportMail(mail);
    expect([subject, html, text].flatMap(leftInEnglish)).toEqual([]);
    expect(html).toContain(`<html lang="${language}"`);
    expect(headers['Content-Language']).toBe(language);
  });

  it('a calm mail and the note that nothing changed hold none either', () => {
    const calm = { ...spokenIn(language), attention: [], changes: [] };
    const report = composeReportMail(mailIn(language, { headline: calm }));
    const note = composeUnchangedMail(mailIn(language));
    const all = [report.subject, report.html, report.text, note.subject, note.html, note.text];
    expect(all.flatMap(leftInEnglish)).toEqual([]);
    expect(note.headers['Content-Language']).toBe(language);
  });

  it.each(NOTICES.map((about) => [about.kind, about] as const))(
    'the notice %s holds none',
    (_kind, about) => {
      const context = {
        page: () => 'https://x/n/t',
        people: { by: 'o@b.example', from: 'a@b.example', to: 'c@b.example' },
        concerned: 'a@b.example',
        undelivered: ['a@b.example'],
        linkUrl: 'https://x/r/t',
      };
      const { subject, html, text, headers } = composeNoticeMail(noticeWords(about, context, voice), voice);
      expect([subject, html, text].flatMap(leftInEnglish)).toEqual([]);
      expect(text).not.toMatch(OURS);
      expect(headers['Content-Language']).toBe(language);
      expect(subject.length).toBeLessThan(100);
    },
  );
});

describe('what a mail says', () => {
  it('is told on the reader’s clock: when it was due, when the link ends, as of when', () => {
    const late = { dueAt: '2026-11-23T08:00:00+01:00' };
    const { text } = composeReportMail(mailIn('ja', { late }));
    for (const words of [
      '2026年11月23日 16:00',
      '2026年12月24日 08:30',
      '2026年11月23日 15:58',
      'Asia/Tokyo',
    ])
      expect(text).toContain(words);
  });

  it('is in its subject, its figures and its sizes as its language puts them', () => {
    const { subject, text } = composeReportMail(mailIn('de'));
    expect(subject).toBe('ROUNDS-DEMO: Wochenbericht, 16.–22. Nov. 2026 — 1 Punkt erfordert Aufmerksamkeit');
    expect(text.replaceAll(/\s/g, ' ')).toContain('PDF (1,4 MB)');
    expect(text).toContain('1.234,5');
    expect(text).toContain('2 schwerwiegende unerwünschte Ereignisse im Zeitraum.');
    expect(text).toContain('Zentren 701 und 702, Behandlungsarme verblindet');
    expect(composeReportMail(mailIn('fr')).subject).toMatch(/^ROUNDS-DEMO\s: rapport hebdomadaire, /);
  });
});
