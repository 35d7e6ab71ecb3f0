import { REPORT_TYPES, type ReportTypeId } from '@rounds/report-types/catalogue';
import { voiceOf } from '@rounds/report-types/model/words/voice';
import { composeUnchangedMail } from './unchanged-mail.ts';
import type { SpokenHeadline } from '@rounds/report-types/spoken-headline';
import { composeReportMail, subjectLine as subjectOf } from './report-mail.ts';
import type { ReportToTell } from '../channel.ts';

const reader = { voice: voiceOf('en'), timeZone: 'Europe/Berlin' };
const subjectLine = (of: SpokenHeadline, more?: Parameters<typeof subjectOf>[1]) =>
  subjectOf({ headline: of, reader }, more);

const PERIOD = { start: '2026-11-16', end: '2026-11-23' };
const named = (type: ReportTypeId, period: typeof PERIOD) =>
  reader.voice.reportName(REPORT_TYPES[type].names, period);

const headline = (overrides: Partial<SpokenHeadline> = {}): SpokenHeadline => ({
  studyId: 'ROUNDS-DEMO',
  studyTitle: 'A study of nothing at all',
  period: PERIOD,
  report: named('study-weekly', PERIOD),
  figures: [
    { label: 'Screened', value: 1_234, previous: 3 },
    { label: 'Randomised', value: 2, previous: null },
  ],
  attention: [],
  changes: ['17 adverse events were added.'],
  cut: 'ab'.repeat(32),
  cutAt: '2026-11-23T06:58:00Z',
  ...overrides,
});

const mail = (overrides: Partial<ReportToTell> = {}): ReportToTell => ({
  headline: headline(),
  reader,
  scope: { sites: ['701', '702'], unblinded: false },
  recipientName: 'Anna Weber',
  artefacts: [{ format: 'pdf', key: 'artefacts/secret.pdf', sha256: 'cd'.repeat(32), bytes: 412_345 }],
  linkUrl: 'https://rounds.example.org/r/token',
  linkExpiresAt: new Date('2026-12-23T23:30:00Z'),
  unsubscribeUrl: 'https://rounds.example.org/u/leave',
  ...overrides,
});

describe('the subject', () => {
  it('names study, period and how much needs attention', () => {
    expect(subjectLine(headline())).toBe('ROUNDS-DEMO weekly report, 16–22 Nov 2026');
    expect(subjectLine(headline({ report: named('safety-weekly', PERIOD) }))).toBe(
      'ROUNDS-DEMO weekly safety report, 16–22 Nov 2026',
    );
    expect(subjectLine(headline({ attention: ['One.'] }))).toBe(
      'ROUNDS-DEMO weekly report, 16–22 Nov 2026 — 1 item needs attention',
    );
    expect(subjectLine(headline({ attention: ['One.', 'Two.'] }))).toMatch(/ — 2 items need attention$/);
  });

  it.each([
    ['2026-11-22', '2026-11-23', 'daily report, 22 Nov 2026'],
    ['2026-09-28', '2026-10-05', 'weekly report, 28 Sept – 4 Oct 2026'],
    ['2026-12-28', '2027-01-04', 'weekly report, 28 Dec 2026 – 3 Jan 2027'],
    ['2026-02-01', '2026-03-01', 'monthly report, 1–28 Feb 2026'],
    ['2026-11-01', '2026-11-11', 'report, 1–10 Nov 2026'],
  ])('puts the period %s to %s (exclusive) as "%s"', (start, end, words) => {
    const period = { start, end };
    expect(subjectLine(headline({ period, report: named('study-weekly', period) }))).toBe(
      `ROUNDS-DEMO ${words}`,
    );
  });

  it('says when the report is late', () => {
    const late = { dueAt: '2026-11-23T08:00:00+01:00' };
    expect(subjectLine(headline({ attention: ['One.'] }), { late })).toBe(
      'ROUNDS-DEMO weekly report, 16–22 Nov 2026 (late) — 1 item needs attention',
    );
    const { subject, html, text } = composeReportMail(mail({ late }));
    expect(subject).toContain('(late)');
    for (const part of [html, text])
      expect(part).toContain('This report is late: it was due on 23 November 2026, 08:00 (Europe/Berlin).');
    const { html: plain, text: plainText } = composeReportMail(mail());
    expect(plain + plainText).not.toMatch(/\blate\b/);
  });

  it('says when the report is partial', () => {
    const { subject, html, text } = composeReportMail(mail({ partial: true }));
    expect(subject).toContain('16–22 Nov 2026 (partial)');
    for (const part of [html, text])
      expect(part).toContain('This report is partial: it lacks something, which its first page names.');
    const whole = composeReportMail(mail());
    expect(whole.subject + whole.html + whole.text).not.toMatch(/\bpartial\b/);
  });

  it('cannot begin another header', () => {
    expect(subjectLine(headline({ studyId: 'X\r\nBcc: eve@example.org' }))).toMatch(
      /^X Bcc: eve@example\.org /,
    );
  });
});

describe('the note that nothing changed', () => {
  const { artefacts, linkUrl, linkExpiresAt, ...about } = mail();

  it('says so, for whom, and how to leave; it holds no report and no link to one', () => {
    const note = composeUnchangedMail(about);
    expect(note.subject).toBe('ROUNDS-DEMO weekly report, 16–22 Nov 2026 — nothing changed');
    for (const part of [note.html, note.text]) {
      for (const words of [
        'Nothing that you may see has changed',
        'Anna Weber',
        'sites 701 and 702',
        '/u/leave',
      ])
        expect(part).toContain(words);
      for (const words of [linkUrl, '1,234', ...artefacts.map(({ key }) => key)])
        expect(part).not.toContain(words);
    }
    expect(linkExpiresAt).toBeInstanceOf(Date);
    expect(note.headers).toEqual(composeReportMail(mail()).headers);
    expect(composeUnchangedMail({ ...about, headline: structuredClone(about.headline) })).toEqual(note);
  });

  it('says when it is late, and escapes what comes from the study', () => {
    const evil = '<script>alert(1)</script>';
    const late = { dueAt: '2026-11-23T08:00:00+01:00' };
    const note = composeUnchangedMail({
      ...about,
      late,
      headline: headline({ studyId: evil, studyTitle: evil }),
    });
    expect(note.subject).toContain('(late)');
    expect(note.text).toContain('due on 23 November 2026, 08:00');
    expect(note.html).not.toContain('<script>');
  });
});

describe('the mail', () => {
  it('has the same bytes for the same input', () => {
    expect(composeReportMail(mail())).toEqual(
      composeReportMail({ ...mail(), headline: structuredClone(mail().headline) }),
    );
  });

  it('escapes whatever comes from the study or from people', () => {
    const evil = '<img src=x onerror="alert(1)">';
    const { html } = composeReportMail(
      mail({
        recipientName: evil,
        scope: { sites: [evil], unblinded: true },
        linkUrl: 'https://rounds.example.org/r/"><script>',
        headline: headline({
          studyId: evil,
          studyTitle: evil,
          attention: [evil],
          changes: [evil],
          figures: [{ label: evil, value: 1, previous: 1 }],
        }),
      }),
    );
    expect(html).not.toContain('<img');
    expect(html).not.toContain('<script');
    expect(html).toContain('&lt;img src=x onerror=&quot;alert(1)&quot;&gt;');
  });

  it.each(['html', 'text'] as const)(
    'says in %s what happened, for whom, and where the report is',
    (part) => {
      const attention = ['2 serious adverse events are new.'];
      const body = composeReportMail(mail({ headline: headline({ attention }) }))[part];
      for (const words of [
        '2 serious adverse events are new.',
        '17 adverse events were added.',
        '1,234',
        'Last week',
        'Anna Weber',
        'sites 701 and 702, treatment arms masked',
        'https://rounds.example.org/r/token',
        'https://rounds.example.org/u/leave',
        'PDF (412 kB)',
        'abababababab',
        // 23:30 UTC is the next day in Berlin.
        '24 December 2026, 00:30 (Europe/Berlin)',
      ]) {
        expect(body).toContain(words);
      }
      // The object itself has no address in a mail.
      expect(body).not.toContain('artefacts/');
    },
  );

  it.each(['html', 'text'] as const)('says in %s whose wish it is, where that is known', (part) => {
    const asked = { by: 'Ben Jansen', at: '2026-11-23T06:57:00Z', runId: 'sub_1.2026-11-23' };
    expect(composeReportMail(mail({ asked }))[part]).toContain(
      'Requested by Ben Jansen on 23 November 2026, 07:57 (Europe/Berlin); reference sub_1.2026-11-23.',
    );
    expect(composeReportMail(mail())[part]).not.toContain('Requested by');
  });

  it('offers one click to leave, where there is a subscription to leave', () => {
    expect(composeReportMail(mail()).headers).toEqual({
      'Content-Language': 'en',
      'Auto-Submitted': 'auto-generated',
      'List-Unsubscribe': '<https://rounds.example.org/u/leave>',
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
    });
    const { unsubscribeUrl, ...direct } = mail();
    expect(unsubscribeUrl).toBeDefined();
    const without = composeReportMail(direct);
    expect(without.headers).toEqual({ 'Content-Language': 'en', 'Auto-Submitted': 'auto-generated' });
    expect(without.html + without.text).not.toMatch(/unsubscribe/i);
  });

  it('says so when nothing needs attention and nothing changed', () => {
    const { html, text } = composeReportMail(mail({ headline: headline({ changes: [] }) }));
    for (const part of [html, text]) {
      expect(part).toContain('Nothing needs attention');
      expect(part).not.toMatch(/since the last report/i);
    }
  });

  it('stays far below the size at which mail programs cut off', () => {
    const many = Array.from({ length: 12 }, (_, index) => `Sentence ${index} about something that happened.`);
    const { html } = composeReportMail(mail({ headline: headline({ attention: many, changes: many }) }));
    expect(Buffer.byteLength(html)).toBeLessThan(30_000);
  });
});
