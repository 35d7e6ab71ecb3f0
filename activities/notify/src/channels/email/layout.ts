/**
 * The frame of a mail for the mail programs there are: tables for layout (Outlook draws by Word), styles inline
 * (Gmail drops most others), no picture (nothing to block, nothing that tells on the reader), colours that
 * survive being inverted, and dark colours of our own where the program asks for them.
 */
import type { Language } from '@rounds/contracts/language';
import { html, type Html } from './html.ts';

export const FONT = "font-family:-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif;";

/** Only what inline styles cannot say. Programs that drop it still show a whole mail. */
const STYLES = html`<style>
  :root {
    color-scheme: light dark;
    supported-color-schemes: light dark;
  }
  @media (max-width: 620px) {
    .pad {
      padding-left: 20px !important;
      padding-right: 20px !important;
    }
  }
  @media (prefers-color-scheme: dark) {
    .page {
      background: #11161c !important;
    }
    .card {
      background: #1b222b !important;
      border-color: #36414d !important;
    }
    .ink,
    .ink a {
      color: #eef2f6 !important;
    }
    .soft,
    .soft a {
      color: #aab6c2 !important;
    }
    .line {
      border-color: #36414d !important;
    }
    .alert {
      background: #3a2a0d !important;
      border-color: #f0b429 !important;
    }
    .alert .ink {
      color: #ffe3a8 !important;
    }
    .calm {
      background: #12301f !important;
      border-color: #4cc38a !important;
    }
    .calm .ink {
      color: #c9f2dc !important;
    }
  }
</style>`;

/** A table that only arranges: screen readers pass over it. */
export const layout = (attributes: Html, rows: Html): Html =>
  html`<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" ${attributes}>
    ${rows}
  </table>`;

export const row = (content: Html, padding: string): Html =>
  html`<tr>
    <td class="pad" style="padding:${padding};${FONT}">${content}</td>
  </tr>`;

export const heading = (text: string): Html =>
  html`<h2 class="ink" style="margin:0 0 8px;font-size:16px;line-height:22px;font-weight:600;color:#16202b;">
    ${text}
  </h2>`;

export const bullets = (sentences: readonly string[]): Html =>
  html`<ul class="ink" style="margin:0;padding:0 0 0 20px;color:#16202b;font-size:15px;line-height:22px;">
    ${sentences.map((sentence) => html`<li style="margin:0 0 4px;">${sentence}</li>`)}
  </ul>`;

/** Colour on the cell as well, so that Outlook draws a button and not a bare link. */
export const button = (url: string, label: string): Html =>
  html`<table role="presentation" cellpadding="0" cellspacing="0" border="0" align="center">
    <tr>
      <td
        align="center"
        bgcolor="#0b5cad"
        style="border-radius:6px;background:#0b5cad;mso-padding-alt:14px 32px;"
      >
        <a
          href="${url}"
          style="display:inline-block;padding:14px 32px;${FONT}font-size:16px;line-height:20px;font-weight:600;color:#ffffff;text-decoration:none;border-radius:6px;"
          >${label}</a
        >
      </td>
    </tr>
  </table>`;

export interface Page {
  readonly language: Language;
  readonly title: string;
  /** What an inbox shows beside the subject. */
  readonly preheader: string;
  /** Rows of the mail's one card. */
  readonly body: Html;
}

/** Blanks after the preheader keep the mail's first words out of the inbox's line. */
const BLANKS = html`${Array.from({ length: 60 }, () => html`&#847;&zwnj;&nbsp;`)}`;

const hidden = (text: string): Html =>
  html`<div
    style="display:none;max-height:0;max-width:0;overflow:hidden;mso-hide:all;font-size:1px;line-height:1px;color:#f2f4f7;opacity:0;"
  >
    ${text}${BLANKS}
  </div>`;

const card = (body: Html): Html =>
  layout(
    html` class="card" style="max-width:600px;background:#ffffff;border:1px solid #dfe4ea;border-radius:8px;"`,
    body,
  );

/** The whole document. Outlook knows no max-width: a table of its own, which only it sees, holds the card. */
export const page = ({ language, title, preheader, body }: Page): string =>
  html`<!doctype html>
    <html lang="${language}" xmlns="http://www.w3.org/1999/xhtml">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        <meta name="format-detection" content="telephone=no, date=no, address=no, email=no" />
        <title>${title}</title>
        ${STYLES}
      </head>
      <body class="page" style="margin:0;padding:0;background:#f2f4f7;-webkit-text-size-adjust:100%;">
        ${hidden(preheader)}
        ${layout(
          html` class="page" style="background:#f2f4f7;"`,
          html`<tr>
            <td align="center" style="padding:24px 12px;">
              <!--[if mso]><table role="presentation" width="600" cellpadding="0" cellspacing="0" border="0"><tr><td><![endif]-->
              ${card(body)}
              <!--[if mso]></td></tr></table><![endif]-->
            </td>
          </tr>`,
        )}
      </body>
    </html> `.text;
