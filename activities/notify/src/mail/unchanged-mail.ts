/** The short mail that says that nothing changed, so that silence never means anything. */
import type { Headline } from '@rounds/contracts/dataset';
import { html, nothing, type Html } from './html.ts';
import { FONT, page, row } from './layout.ts';
import { headers, inOneLine, type ReportMail } from './report-mail.ts';
import { lateRow } from './report-mail-html.ts';
import { audienceWords, cutWords, lateWords, periodWords, reportName } from './words.ts';

export type UnchangedMail = Pick<
  ReportMail,
  'headline' | 'scope' | 'recipientName' | 'late' | 'unsubscribeUrl'
>;

const NEWS = 'Nothing that you may see has changed since the last report, so there is no new one.';
const NEXT = 'The next report comes as soon as something has changed.';

const subjectLine = (headline: Headline, late: UnchangedMail['late']): string => {
  const title = `${headline.studyId} ${reportName(headline)}, ${periodWords(headline.period)}`;
  return inOneLine(`${title}${late === undefined ? '' : ' (late)'} — nothing changed`);
};

const text = (mail: UnchangedMail): string => {
  const { headline, late, unsubscribeUrl } = mail;
  const { studyId, studyTitle, period, cut } = headline;
  return [
    `${studyId} ${reportName(headline)}, ${periodWords(period)}`,
    studyTitle,
    ...(late === undefined ? [] : ['', lateWords(late.dueAt)]),
    '',
    NEWS,
    NEXT,
    '',
    '--',
    audienceWords(mail),
    `Compared by cut ${cutWords(cut)}.`,
    ...(unsubscribeUrl === undefined ? [] : [`Unsubscribe: ${unsubscribeUrl}`]),
    '',
  ].join('\n');
};

const soft = (content: Html): Html =>
  html`<p class="soft" style="margin:0 0 8px;font-size:14px;line-height:20px;color:#55626f;">${content}</p>`;

const body = (mail: UnchangedMail): Html => {
  const { headline, late, unsubscribeUrl } = mail;
  const { studyId, studyTitle, period, cut } = headline;
  const leave =
    unsubscribeUrl === undefined
      ? nothing
      : soft(html`<a href="${unsubscribeUrl}" style="color:#0b5cad;">Unsubscribe</a>`);
  const heading = html`${soft(html`${studyId} · ${periodWords(period)}`)}
    <h1 class="ink" style="margin:0 0 6px;font-size:24px;line-height:30px;font-weight:700;color:#16202b;">
      Nothing changed
    </h1>
    ${soft(html`${studyTitle}`)}`;
  const news = html`<p class="ink" style="margin:0;font-size:15px;line-height:22px;color:#16202b;">
    ${NEWS} ${NEXT}
  </p>`;
  return html`${row(heading, '28px 32px 0')} ${lateRow(late)} ${row(news, '16px 32px 24px')}
    <tr>
      <td class="pad line" style="padding:20px 32px 24px;border-top:1px solid #dfe4ea;${FONT}">
        ${soft(html`${audienceWords(mail)} Compared by cut ${cutWords(cut)}.`)} ${leave}
      </td>
    </tr>`;
};

/** Equal input gives equal bytes, as for the report's own mail. */
export const composeUnchangedMail = (mail: UnchangedMail) => {
  const subject = subjectLine(mail.headline, mail.late);
  return {
    subject,
    html: page({ title: subject, preheader: NEWS, body: body(mail) }),
    text: text(mail),
    headers: headers(mail.unsubscribeUrl),
  };
};
