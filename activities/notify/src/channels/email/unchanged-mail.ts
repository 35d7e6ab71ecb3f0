/** The short mail that says that nothing changed, so that silence never means anything. */
import type { NoteToTell } from '../channel.ts';
import { html, nothing, type Html } from './html.ts';
import { FONT, page, row } from './layout.ts';
import { headers, inOneLine } from './report-mail.ts';
import { lateRow } from './report-mail-html.ts';
import { audienceWords, cutWords, lateWords, titleWords } from '../words.ts';

const subjectLine = ({ headline, reader: { voice }, late }: NoteToTell): string => {
  const title = `${titleWords(headline, voice)}${late === undefined ? '' : ` ${voice.say('mail.subject-late')}`}`;
  return inOneLine(`${title} — ${voice.say('mail.subject-nothing-changed')}`);
};

const sentencesOf = ({ reader: { voice } }: NoteToTell): [today: string, next: string] => [
  voice.say('mail.nothing-changed-for-you'),
  voice.say('mail.next-when-changed'),
];

const text = (mail: NoteToTell): string => {
  const { headline, reader, late, unsubscribeUrl } = mail;
  const { voice } = reader;
  return [
    titleWords(headline, voice),
    headline.studyTitle,
    ...(late === undefined ? [] : ['', lateWords(late.dueAt, reader)]),
    '',
    ...sentencesOf(mail),
    '',
    '--',
    audienceWords(mail, voice),
    voice.say('mail.compared-by-cut', { cut: cutWords(headline.cut) }),
    ...(unsubscribeUrl === undefined ? [] : [voice.say('mail.unsubscribe-at', { url: unsubscribeUrl })]),
    '',
  ].join('\n');
};

const soft = (content: Html): Html =>
  html`<p class="soft" style="margin:0 0 8px;font-size:14px;line-height:20px;color:#55626f;">${content}</p>`;

const body = (mail: NoteToTell): Html => {
  const { headline, reader, unsubscribeUrl } = mail;
  const { voice } = reader;
  const { studyId, studyTitle, period, cut } = headline;
  const leave =
    unsubscribeUrl === undefined
      ? nothing
      : soft(html`<a href="${unsubscribeUrl}" style="color:#0b5cad;">${voice.say('mail.unsubscribe')}</a>`);
  const heading = html`${soft(html`${studyId} · ${voice.shortPeriod(period)}`)}
    <h1 class="ink" style="margin:0 0 6px;font-size:24px;line-height:30px;font-weight:700;color:#16202b;">
      ${voice.say('mail.nothing-changed')}
    </h1>
    ${soft(html`${studyTitle}`)}`;
  const paragraph = html`<p class="ink" style="margin:0;font-size:15px;line-height:22px;color:#16202b;">
    ${sentencesOf(mail).join(' ')}
  </p>`;
  const compared = voice.say('mail.compared-by-cut', { cut: cutWords(cut) });
  return html`${row(heading, '28px 32px 0')} ${lateRow(mail)} ${row(paragraph, '16px 32px 24px')}
    <tr>
      <td class="pad line" style="padding:20px 32px 24px;border-top:1px solid #dfe4ea;${FONT}">
        ${soft(html`${audienceWords(mail, voice)} ${compared}`)} ${leave}
      </td>
    </tr>`;
};

/** Equal input gives equal bytes, as for the report's own mail. */
export const composeUnchangedMail = (mail: NoteToTell) => {
  const subject = subjectLine(mail);
  const { language } = mail.reader.voice;
  return {
    subject,
    html: page({ language, title: subject, preheader: sentencesOf(mail)[0], body: body(mail) }),
    text: text(mail),
    headers: headers(language, mail.unsubscribeUrl),
  };
};
