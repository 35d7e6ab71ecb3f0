import type { Language } from '@rounds/contracts/language';
import type { ReportToTell } from '../channel.ts';
import { attentionWords, titleWords } from '../words.ts';
import { reportMailHtml } from './report-mail-html.ts';
import { reportMailText } from './report-mail-text.ts';

/** The line of an inbox: which study, which period, and whether to open it now. */
export const subjectLine = (
  { headline, reader: { voice } }: Pick<ReportToTell, 'headline' | 'reader'>,
  { late, partial = false }: Pick<ReportToTell, 'late' | 'partial'> = {},
): string => {
  const title = [
    titleWords(headline, voice),
    ...(late === undefined ? [] : [voice.say('mail.subject-late')]),
    ...(partial ? [voice.say('mail.subject-partial')] : []),
  ].join(' ');
  const { length } = headline.attention;
  return inOneLine(length === 0 ? title : `${title} — ${attentionWords(length, voice)}`);
};

/** A control character in a study's id must not begin another header. */
export const inOneLine = (line: string): string => line.replaceAll(/\p{Cc}+/gu, ' ');

export const headers = (language: Language, unsubscribeUrl: string | undefined): Record<string, string> => ({
  'Content-Language': language,
  // Keeps holiday notices from answering a machine (RFC 3834).
  'Auto-Submitted': 'auto-generated',
  ...(unsubscribeUrl === undefined
    ? {}
    : {
        // One click in the mail program itself (RFC 8058).
        'List-Unsubscribe': `<${unsubscribeUrl}>`,
        'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
      }),
});

export const composeReportMail = (mail: ReportToTell) => {
  const subject = subjectLine(mail, mail);
  return {
    subject,
    html: reportMailHtml(mail, subject),
    text: reportMailText(mail),
    headers: headers(mail.reader.voice.language, mail.unsubscribeUrl),
  };
};
