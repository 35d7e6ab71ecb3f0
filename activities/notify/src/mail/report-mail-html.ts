/** What the mail says, as HTML: no picture (nothing to block, nothing that tells on the reader). */
import type { Headline } from '@rounds/contracts/dataset';
import { html, nothing, type Html } from './html.ts';
import { bullets, button, FONT, heading, layout, page, row } from './layout.ts';
import type { ReportMail } from './report-mail.ts';
import {
  attentionWords,
  audienceWords,
  cutWords,
  dateWords,
  filesWords,
  lateWords,
  PARTIAL_WORDS,
  localDay,
  numberWords,
  periodNames,
  periodWords,
  reportName,
} from './words.ts';

const masthead = (headline: Headline): Html => {
  const { studyId, studyTitle, period } = headline;
  return html` <p class="soft" style="margin:0 0 4px;font-size:14px;line-height:20px;color:#55626f;">
      ${studyId} · ${periodWords(period)}
    </p>
    <h1 class="ink" style="margin:0 0 6px;font-size:24px;line-height:30px;font-weight:700;color:#16202b;">
      ${capital(reportName(headline))}
    </h1>
    <p class="soft" style="margin:0;font-size:15px;line-height:22px;color:#55626f;">${studyTitle}</p>`;
};

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** What a reader with one minute must see; said in words too, never by colour alone. */
const attentionBox = ({ attention }: Headline): Html => {
  const calm = attention.length === 0;
  const [name, back, edge, ink] = calm
    ? ['calm', '#e9f7ef', '#1b7f4b', '#0f4d2d']
    : ['alert', '#fff4de', '#b26a00', '#5c3700'];
  const words = calm ? 'Nothing needs attention' : attentionWords(attention.length);
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

const figureRow = ({ label, value, previous }: Headline['figures'][number]): Html =>
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
      ${numberWords(value)}
    </td>
    <td align="right" class="soft line" style="${FIGURE_CELL}color:#55626f;white-space:nowrap;">
      ${previous === null ? '–' : numberWords(previous)}
    </td>
  </tr>`;

/** A real table: screen readers announce each figure with its row and column. */
const figuresTable = ({ figures, period }: Headline): Html => {
  const { current, previous } = periodNames(period);
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
      ${column(current)}${column(previous)}
    </tr>
    ${figures.map(figureRow)}
  </table>`;
};

const linkNotes = ({ artefacts, linkExpiresAt, headline }: ReportMail): Html =>
  html` <p
      class="soft"
      style="margin:12px 0 0;text-align:center;font-size:14px;line-height:20px;color:#55626f;"
    >
      ${filesWords(artefacts)}
    </p>
    <p class="soft" style="margin:4px 0 0;text-align:center;font-size:14px;line-height:20px;color:#55626f;">
      The link is yours alone: it opens until ${dateWords(localDay(linkExpiresAt, headline.timeZone))}, after
      a check of your rights.
    </p>`;

const footer = (mail: ReportMail): Html => {
  const { headline, linkUrl, unsubscribeUrl } = mail;
  return html` <p class="soft" style="margin:0 0 8px;font-size:13px;line-height:20px;color:#55626f;">
      ${audienceWords(mail)} Made from cut
      <span style="font-family:Consolas,Menlo,monospace;">${cutWords(headline.cut)}</span>.
    </p>
    <p
      class="soft"
      style="margin:0 0 8px;font-size:13px;line-height:20px;color:#55626f;word-break:break-all;"
    >
      If the button does not work: <a href="${linkUrl}" style="color:#0b5cad;">${linkUrl}</a>
    </p>
    ${unsubscribeUrl === undefined ? nothing : html`<p class="soft" style="margin:0;font-size:13px;line-height:20px;color:#55626f;"><a href="${unsubscribeUrl}" style="color:#0b5cad;">Unsubscribe from this report</a></p>`}`;
};

/** The first words that a reader sees, perhaps on a locked screen. */
const preheader = ({ attention, figures }: Headline): string => {
  const shown = figures.slice(0, 4).map(({ label, value }) => `${label} ${numberWords(value)}`);
  return attention.length === 0 ? `Nothing needs attention. ${shown.join(' · ')}` : attention.join(' ');
};

const warning = (words: string): Html =>
  row(
    html`<p class="ink" style="margin:0;font-size:15px;line-height:22px;font-weight:600;color:#16202b;">
      ${words}
    </p>`,
    '16px 32px 0',
  );

/** Before everything else that the mail says: the reader may have decided without it. */
export const lateRow = (late: ReportMail['late']): Html =>
  late === undefined ? nothing : warning(lateWords(late.dueAt));

const body = (mail: ReportMail): Html => {
  const { headline } = mail;
  const changes =
    headline.changes.length === 0
      ? nothing
      : row(html`${heading('Since the last report')}${bullets(headline.changes)}`, '24px 32px 0');
  return html`${row(masthead(headline), '28px 32px 0')}
    ${mail.partial === true ? warning(PARTIAL_WORDS) : nothing} ${lateRow(mail.late)}
    ${row(attentionBox(headline), '20px 32px 0')} ${row(figuresTable(headline), '24px 32px 0')} ${changes}
    ${row(html`${button(mail.linkUrl, 'Open the report')}${linkNotes(mail)}`, '28px 32px 28px')}
    <tr>
      <td class="pad line" style="padding:20px 32px 24px;border-top:1px solid #dfe4ea;${FONT}">
        ${footer(mail)}
      </td>
    </tr>`;
};

export const reportMailHtml = (mail: ReportMail, subject: string): string =>
  page({ title: subject, preheader: preheader(mail.headline), body: body(mail) });
