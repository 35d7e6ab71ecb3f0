import { causesIn, withCauses } from '@rounds/contracts/earlier-words';
import { asTold, because, inShort, type Why } from '@rounds/contracts/why';
import { voiceOf } from '../words/voice.ts';
import { toldWords, whyWords } from './why.ts';

const english = voiceOf();
const codes = (why: Why): string[] => why.map(({ code }) => code);

describe('words of earlier versions', () => {
  it.each([
    ['The recipient unsubscribed.', ['unsubscribed']],
    ['Mail to the recipient came back for good. An operator can lift this.', ['address-bounced']],
    ['no reason given', ['mail-without-reason']],
    ['The study was closed on 2026-11-22.', ['study-closed']],
    ['Cancelled in the step fetching-data.', ['cancelled-in']],
    ['An unexpected fault in the step storing-file.', ['step-unexpected']],
    ['The step fetching-data was given up: each worker that took it fell silent.', ['step-silent']],
    [
      'The step generating-file was stopped: it took longer than the run time-out allows (ROUNDS_RUN_TIMEOUT_S).',
      ['step-too-long'],
    ],
    [
      'The step fetching-data was given up: it was not done within the time that a run has.',
      ['step-out-of-time'],
    ],
    ['The gate before sending held the report back: pages 1, glyphs 2.', ['held-back']],
    ['The gate before sending held 1 of 2 reports back: documents 1.', ['held-back']],
    ['MongoDB does not answer: ECONNREFUSED.', ['server-silent']],
    ['The object store does not answer: no answer.', ['server-silent']],
    ['The mail provider refuses the message: 550 no such user', ['provider-refuses-it']],
    ['2 of 3 mails not delivered: The mail came back.', ['mails-undelivered', 'mail-came-back']],
    ['No recipient could be mailed: 550 no such user', ['nobody-mailed', 'as-told']],
    [
      '1 of 3 mails not delivered: no reason given Nothing changed for 2 of 5 recipients.',
      ['mails-undelivered', 'mail-without-reason', 'unchanged-for'],
    ],
    [
      'Nothing changed since the last report. 1 of 3 mails not delivered: The mail came back.',
      ['nothing-changed', 'mails-undelivered', 'mail-came-back'],
    ],
    ['A server said this.', ['as-told']],
    ['constructor', ['as-told']],
  ])('“%s” are %j, and read the same', (text, expected) => {
    const why = causesIn(text);
    expect(codes(why)).toEqual(expected);
    expect(whyWords(why, english)).toBe(text);
  });

  it('become causes wherever they stand, and the rest stays', () => {
    expect(
      withCauses({ code: 'INTERNAL', message: 'The workflow of this run is gone.', step: 'complete' }),
    ).toEqual({
      ...{ code: 'INTERNAL', step: 'complete' },
      why: because('workflow-gone'),
    });
    const row = { status: 'suppressed', why: asTold('The recipient unsubscribed.') };
    expect(withCauses(row)).toEqual({ status: 'suppressed', why: because('unsubscribed') });
    expect(withCauses({ status: 'accepted' })).toEqual({ status: 'accepted' });
  });

  it('are said in the language of whoever reads them', () => {
    expect(toldWords({ reason: 'The recipient unsubscribed.' }, voiceOf('de'))).toBe(
      'Der Empfänger hat den Bericht abbestellt.',
    );
  });
});

it('is told in short where nothing speaks', () => {
  const why = [
    ...because('unchanged-for', { unchanged: 2, all: 3 }),
    ...asTold('No.'),
    ...because('cancelled'),
  ];
  expect(inShort(why)).toBe('unchanged-for 2 3, No., cancelled');
});
