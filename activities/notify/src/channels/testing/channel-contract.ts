/**
 * What holds of every channel: how it is judged by its receiver's answers, that nothing goes out twice, that no secret
 * is told, and that a channel whose readers nobody knows shows nothing of the report.
 */
import { systemClock } from '@rounds/adapters/clock';
import { channelOf } from '@rounds/contracts/channel';
import { RoundsError } from '@rounds/contracts/errors';
import { LANGUAGES, type Language } from '@rounds/contracts/language';
import { voiceOf } from '@rounds/report-types/model/words/voice';
import type { ServerResponse } from 'node:http';
import { deliver } from '../../deliver.ts';
import { openReceiver, type Receiver } from '../../testing/receiver.ts';
import type { Channel, ReportToTell } from '../channel.ts';
import { memoryLedger } from './memory-ledger.ts';

export interface Arranged {
  /** `usr_…` or `<kind>:chn_…` */
  readonly recipientId: string;
  /** Whose receiver is at that URL, and is given up after that time. */
  readonly open: (url: string, timeoutMs: number) => Channel;
  readonly address: (url: string) => string;
  /** What may stand in no record and no error. */
  readonly secrets: readonly string[];
}

const TIMEOUT_MS = 300;

/** What only a report's own readers may see. */
const OF_THE_REPORT = {
  figure: '48151',
  label: 'Subjects screened',
  attention: 'Subject 701-1015 was never seen again',
  change: 'Two serious events more',
  title: 'A study of a drug',
  name: 'Anna Weber',
};

export const reportIn = (language: Language, more: Partial<ReportToTell> = {}): ReportToTell => ({
  headline: {
    studyId: 'DEMO',
    studyTitle: OF_THE_REPORT.title,
    period: { start: '2026-11-16', end: '2026-11-23' },
    report: 'Weekly report',
    figures: [{ label: OF_THE_REPORT.label, value: Number(OF_THE_REPORT.figure), previous: 1 }],
    attention: [OF_THE_REPORT.attention],
    changes: [OF_THE_REPORT.change],
    cut: 'ab'.repeat(32),
    cutAt: '2026-11-23T06:58:00Z',
  },
  reader: { voice: voiceOf(language), timeZone: 'Europe/Berlin' },
  scope: { sites: ['701'], unblinded: false },
  recipientName: OF_THE_REPORT.name,
  artefacts: [{ format: 'pdf', key: 'artefacts/x.pdf', sha256: 'cd'.repeat(32), bytes: 1_412_345 }],
  linkUrl: 'https://rounds.example/r/t',
  linkExpiresAt: new Date('2026-12-23T23:30:00Z'),
  ...more,
});

const answering =
  (status: number, headers: Record<string, string> = {}) =>
  (response: ServerResponse): void => {
    const body = { id: 'msg_1', statusCode: status, name: 'validation_error', message: 'No.' };
    response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));
  };

export const channelContract = (name: string, { recipientId, open, address, secrets }: Arranged): void => {
  describe(`the channel ${name}`, () => {
    let receiver: Receiver;
    beforeEach(async () => {
      receiver = await openReceiver();
      receiver.answer = answering(202);
    });
    afterEach(() => receiver.close());

    const scene = () => {
      const channel = open(receiver.url, TIMEOUT_MS);
      const subject = { runId: 'run_1', studyId: 'DEMO', recipientId, channel: channelOf(recipientId) };
      const { ledger, held } = memoryLedger(subject);
      const errors: RoundsError[] = [];
      const message = channel.report(reportIn('en'), address(receiver.url));
      const tell = () =>
        deliver({ ledger, sender: channel.sender, now: systemClock }, subject, message).catch(
          (error: unknown) => {
            if (!(error instanceof RoundsError)) throw error;
            errors.push(error);
            return { recipientId, status: error.code };
          },
        );
      const expectNoSecret = () => {
        const told = JSON.stringify([held.row, errors.map(({ message: words, fields }) => [words, fields])]);
        for (const secret of [...secrets, address(receiver.url)]) expect(told).not.toContain(secret);
      };
      return { channel, tell, held, errors, expectNoSecret };
    };

    it('sends once what the receiver accepts', async () => {
      const { tell, held, expectNoSecret } = scene();
      expect(await tell()).toEqual({ recipientId, status: 'accepted' });
      expect(await tell()).toEqual({ recipientId, status: 'accepted' });
      expect(receiver.received).toHaveLength(1);
      expect(held.row).toMatchObject({ status: 'accepted' });
      expectNoSecret();
    });

    it('fails for good where it is refused, and may be sent again by a person', async () => {
      receiver.answer = answering(422);
      const { tell, held, errors, expectNoSecret } = scene();
      await tell();
      expect(errors[0]).toMatchObject({ retryable: false });
      expect(held.row).toMatchObject({ status: 'failed', code: errors[0]?.code });
      expectNoSecret();
      receiver.answer = answering(202);
      expect(await tell()).toMatchObject({ status: 'accepted' });
    });

    it('waits as long as it is asked to', async () => {
      receiver.answer = answering(429, { 'retry-after': '7' });
      const { tell, held, errors, expectNoSecret } = scene();
      expect(await tell()).toMatchObject({ status: 'RATE_LIMITED' });
      expect(errors[0]).toMatchObject({ retryable: true, retryAfterMs: 7_000 });
      expect(held.row).toMatchObject({ status: 'failed' });
      expectNoSecret();
    });

    it('is tried again while nothing can have left', async () => {
      const { tell, held, expectNoSecret } = scene();
      await receiver.close();
      expect(await tell()).toMatchObject({ status: 'DEPENDENCY_DOWN' });
      expect(held.row).toMatchObject({ status: 'failed' });
      expectNoSecret();
      receiver = await openReceiver();
    });

    it.each([
      ['no answer comes', null],
      ['the line breaks', (response: ServerResponse) => response.destroy()],
      ['a gateway answers', answering(502)],
    ])('sends nothing twice when %s', async (_why, answer) => {
      receiver.answer = answer;
      const { channel, tell, held, expectNoSecret } = scene();
      await tell();
      const recognised = channel.sender.recognisesForMs > 0;
      expect(held.row).toMatchObject({ status: recognised ? 'intended' : 'unknown' });
      expectNoSecret();
      receiver.answer = answering(202);
      await tell();
      // Either the receiver knows the second request for the first one again, or there is none.
      if (recognised) {
        const keys = receiver.received.map(({ headers }) => headers['idempotency-key']);
        expect(keys).toEqual(['run_1|usr_1|email', 'run_1|usr_1|email']);
      } else expect(receiver.received).toHaveLength(1);
    });

    it('puts equal things into equal bytes', () => {
      const { channel } = scene();
      const of = () => [channel.report(reportIn('de'), 'x'), channel.unchanged(reportIn('de'), 'x')];
      expect(JSON.stringify(of())).toBe(JSON.stringify(of()));
    });

    it.each(LANGUAGES)(
      'says in %s that the report is there, late, partial, or that nothing changed',
      (language) => {
        const { channel } = scene();
        const { voice } = reportIn(language).reader;
        const said = (message: unknown) => JSON.stringify(message).replaceAll('\\"', '"');
        const late = { dueAt: '2026-11-23T08:00:00+01:00' };
        const report = said(channel.report(reportIn(language, { late, partial: true }), 'x'));
        const due = voice.say('mail.instant-in-zone', {
          instant: voice.instant(late.dueAt, 'Europe/Berlin'),
          zone: 'Europe/Berlin',
        });
        const words = [
          voice.say('mail.partial'),
          voice.say('mail.late', { due }),
          'DEMO',
          'https://rounds.example/r/t',
        ];
        for (const each of words) expect(report).toContain(each);
        expect(report).toContain(voice.shortPeriod({ start: '2026-11-16', end: '2026-11-23' }));
        expect(said(channel.report(reportIn(language), 'x'))).not.toContain(voice.say('mail.partial'));
        const note = said(channel.unchanged(reportIn(language), 'x'));
        expect(note).toContain('DEMO');
        expect(note).not.toContain('https://rounds.example/r/t');
      },
    );

    if (channelOf(recipientId) !== 'email')
      it('shows nothing of the report to whoever reads', () => {
        const { channel } = scene();
        const both = [channel.report(reportIn('en'), 'x'), channel.unchanged(reportIn('en'), 'x')];
        for (const shown of Object.values(OF_THE_REPORT)) expect(JSON.stringify(both)).not.toContain(shown);
      });
  });
};
