import type { Headline } from '@rounds/contracts/dataset';
import type { Artefact } from '@rounds/contracts/run';
import type { Scope } from '@rounds/contracts/scope';
import { reportMailHtml } from './report-mail-html.ts';
import { reportMailText } from './report-mail-text.ts';
import { attentionWords, periodNames, periodWords } from './words.ts';

/** All that a mail may be made of. Equal input gives equal bytes: the ledger and the provider compare them. */
export interface ReportMail {
  readonly headline: Headline;
  readonly scope: Scope;
  readonly recipientName: string | null;
  readonly artefacts: readonly Artefact[];
  readonly linkUrl: string;
  readonly linkExpiresAt: Date;
  /** Absent where there is no subscription to leave. */
  readonly unsubscribeUrl?: string;
}

/** The line of an inbox: which study, which period, and whether to open it now. */
export const subjectLine = ({ studyId, period, attention }: Headline): string => {
  const title = `${studyId} ${periodNames(period).report}, ${periodWords(period)}`;
  const line = attention.length === 0 ? title : `${title} — ${attentionWords(attention.length)}`;
  // A control character in a study's id must not begin another header.
  return line.replaceAll(/\p{Cc}+/gu, ' ');
};

const headers = (unsubscribeUrl: string | undefined): Record<string, string> => ({
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

export const composeReportMail = (mail: ReportMail) => {
  const subject = subjectLine(mail.headline);
  return {
    subject,
    html: reportMailHtml(mail, subject),
    text: reportMailText(mail),
    headers: headers(mail.unsubscribeUrl),
  };
};
