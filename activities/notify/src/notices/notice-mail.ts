import type { Voice } from '@rounds/report-types/model/words/voice';
import { html, nothing, type Html } from '../channels/email/html.ts';
import { button, page, row } from '../channels/email/layout.ts';
import { headers } from '../channels/email/report-mail.ts';
import type { NoticeWords } from './notice-writer.ts';

const paragraph = (text: string): Html =>
  html`<p class="ink" style="margin:0 0 12px;font-size:15px;line-height:22px;color:#16202b;">${text}</p>`;

const body = ({ subject, paragraphs, action }: NoticeWords): Html =>
  html`${row(
    html`<h1
        class="ink"
        style="margin:0 0 16px;font-size:20px;line-height:26px;font-weight:700;color:#16202b;"
      >
        ${subject}
      </h1>
      ${paragraphs.map(paragraph)}`,
    '28px 32px 8px',
  )}
  ${action === undefined ? nothing : row(button(action.url, action.label), '8px 32px 28px')}`;

const text = ({ paragraphs, action }: NoticeWords): string =>
  [
    ...paragraphs.flatMap((each) => [each, '']),
    ...(action === undefined ? [] : [`${action.label}: ${action.url}`, '']),
  ].join('\n');

/** Equal words give equal bytes, as the ledger needs it. */
export const composeNoticeMail = (words: NoticeWords, { language }: Voice) => ({
  // A control character in a study's id must not begin another header.
  subject: words.subject.replaceAll(/\p{Cc}+/gu, ' '),
  html: page({ language, title: words.subject, preheader: words.paragraphs[0] ?? '', body: body(words) }),
  text: text(words),
  headers: headers(language, undefined),
});
