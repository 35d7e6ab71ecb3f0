/** What the mail says, as HTML: no picture (nothing to block, nothing that tells on the reader). */
import type { Voice } from '@rounds/report-types/model/words/voice';
import { html, nothing, type Html } from './html.ts';
import { bullets, button, FONT, heading, layout, page, row } from './layout.ts';
import type { ReportToTell } from '../channel.ts';
import type { SpokenHeadline } from '@rounds/report-types/spoken-headline';
import {
  askedWords,
  attentionWords,
  audienceWords,
  draftWords,
  filesWords,
  instantWords,
  lateWords,
  madeFromWords,
  numberWords,
} from '../words.ts';

const masthead = ({ studyId, studyTitle, period, report }: SpokenHeadline, voice: Voice): Html => {
  return html` <p class="soft" style="margin:0 0 4px;font-size:14px;line-height:20px;color:#55626f;">
      ${studyId} · ${voice.shortPeriod(period)}
    </p>
    <h1 class="ink" style="margin:0 0 6px;font-size:24px;line-height:30px;font-weight:700;color:#16202b;">
      ${report}
    </h1>
    <p class="soft" style="margin:0;font-size:15px;line-height:22px;color:#55626f;">${studyTitle}</p>`;
};

/** What a reader with one minute must see; said in words too, never by colour alone. */
const attentionBox = ({ attention }: SpokenHeadline, voice: Voice): Html => {
  const calm = attention.length === 0;
  const [name, back, edge, ink] = calm
    ? ['calm', '#e9f7ef', '#1b7f4b', '#0f4d2d']
    : ['alert', '#fff4de', '#b26a00', '#5c3700'];
  const words = calm ? voice.say('mail.nothing-needs-attention') : attentionWords(attention.length, voice);
  const items = attention.map((sentence) => html`<li style="margin:4px 0 0;">${sentence}</li>`);
  return layout(
    html` class="${name}" style="background:${back};border-left:4px solid ${edge};border-radius:4px;"`,
    html`<tr>
      <td style="padding:14px 16px;${FONT}">
        <p class="ink" style="margin:0;font-size:16px;line-height:22px;font-weight:600;color:${ink};">
          ${words}
        </p>
        ${
          calm
            ? nothing
            : html`<ul
                class="ink"
                style="margin:4px 0 0;padding:0 0 0 20px;font-size:15px;line-height:22px;color:${ink};"
              >
                ${items}
              </ul>`
        }
      </td>
    </tr>`,
  );
};

const FIGURE_CELL = 'padding:9px 0 9px 12px;border-bottom:1px solid #dfe4ea;font-size:15px;line-height:20px;';

const figureRow = ({ label, value, previous }: SpokenHeadline['figures'][number], voice: Voice): Html =>
  html`<tr>
    <th
      scope="row"
      align="left"
      class="ink line"
      style="${FIGURE_CELL}padding-left:0;font-weight:400;color:#16202b;"
    >
      ${label}
    </th>
    <td
      align="right"
      class="ink line"
      style="${FIGURE_CELL}font-weight:700;color:#16202b;white-space:nowrap;"
    >
      ${numberWords(value, voice)}
    </td>
    <td align="right" class="soft line" style="${FIGURE_CELL}color:#55626f;white-space:nowrap;">
      ${numberWords(previous, voice)}
    </td>
  </tr>`;

/** A real table: screen readers announce each figure with its row and column. */
const figuresTable = ({ figures, period }: SpokenHeadline, voice: Voice): Html => {
  const { currentShort, previousShort } = voice.nouns(period);
  const column = (text: string): Html =>
    html`<th
      scope="col"
      align="right"
      class="soft line"
      style="${FIGURE_CELL}padding-top:0;font-size:13px;font-weight:600;color:#55626f;white-space:nowrap;"
    >
      ${text}
    </th>`;
  return html`<table
    width="100%"
    cellpadding="0"
    cellspacing="0"
    border="0"
    style="border-collapse:collapse;${FONT}"
  >
    <tr>
      <td class="line" style="${FIGURE_CELL}padding-top:0;"></td>
      ${column(currentShort)}${column(previousShort)}
    </tr>
    ${figures.map((figure) => figureRow(figure, voice))}
  </table>`;
};

const linkNotes = ({ artefacts, linkExpiresAt, reader }: ReportToTell): Html =>
  html` <p
      class="soft"
      style="margin:12px 0 0;text-align:center;font-size:14px;line-height:20px;color:#55626f;"
    >
      ${filesWords(artefacts, reader.voice)}
    </p>
    <p class="soft" style="margin:4px 0 0;text-align:center;font-size:14px;line-height:20px;color:#55626f;">
      ${reader.voice.say('mail.link-is-yours', { expiry: instantWords(linkExpiresAt, reader) })}
    </p>`;

const footer = (mail: ReportToTell): Html => {
  const { headline, reader, linkUrl, unsubscribeUrl } = mail;
  const { voice } = reader;
  return html` <p class="soft" style="margin:0 0 8px;font-size:13px;line-height:20px;color:#55626f;">
      ${[audienceWords(mail, voice), madeFromWords(headline, reader), ...askedWords(mail.asked, reader), ...draftWords(voice)].join(' ')}
    </p>
    <p
      class="soft"
      style="margin:0 0 8px;font-size:13px;line-height:20px;color:#55626f;word-break:break-all;"
    >
      ${voice.say('mail.if-button-fails')} <a href="${linkUrl}" style="color:#0b5cad;">${linkUrl}</a>
    </p>
    ${unsubscribeUrl === undefined ? nothing : html`<p class="soft" style="margin:0;font-size:13px;line-height:20px;color:#55626f;"><a href="${unsubscribeUrl}" style="color:#0b5cad;">${voice.say('mail.unsubscribe-from-this-report')}</a></p>`}`;
};

/** The first words that a reader sees, perhaps on a locked screen. */
const preheader = ({ attention, figures }: SpokenHeadline, voice: Voice): string => {
  const shown = figures.slice(0, 4).map(({ label, value }) => `${label} ${numberWords(value, voice)}`);
  return attention.length === 0
    ? `${voice.say('mail.nothing-needs-attention-sentence')} ${shown.join(' · ')}`
    : attention.join(' ');
};

const warning = (words: string): Html =>
  row(
    html`<p class="ink" style="margin:0;font-size:15px;line-height:22px;font-weight:600;color:#16202b;">
      ${words}
    </p>`,
    '16px 32px 0',
  );

/** Before everything else that the mail says: the reader may have decided without it. */
export const lateRow = ({ late, reader }: Pick<ReportToTell, 'late' | 'reader'>): Html =>
  late === undefined ? nothing : warning(lateWords(late.dueAt, reader));

const partialRow = ({ partial, reader: { voice } }: ReportToTell): Html =>
  partial === true ? warning(voice.say('mail.partial')) : nothing;

const body = (mail: ReportToTell): Html => {
  const { headline, reader } = mail;
  const { voice } = reader;
  const changes =
    headline.changes.length === 0
      ? nothing
      : row(
          html`${heading(voice.say('mail.since-the-last-report'))}${bullets(headline.changes)}`,
          '24px 32px 0',
        );
  return html`${row(masthead(headline, voice), '28px 32px 0')} ${partialRow(mail)} ${lateRow(mail)}
    ${row(attentionBox(headline, voice), '20px 32px 0')} ${row(figuresTable(headline, voice), '24px 32px 0')}
    ${changes}
    ${row(html`${button(mail.linkUrl, voice.say('mail.open-the-report'))}${linkNotes(mail)}`, '28px 32px 28px')}
    <tr>
      <td class="pad line" style="padding:20px 32px 24px;border-top:1px solid #dfe4ea;${FONT}">
        ${footer(mail)}
      </td>
    </tr>`;
};

export const reportMailHtml = (mail: ReportToTell, subject: string): string =>
  page({
    language: mail.reader.voice.language,
    title: subject,
    preheader: preheader(mail.headline, mail.reader.voice),
    body: body(mail),
  });
