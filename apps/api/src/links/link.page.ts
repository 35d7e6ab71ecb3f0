import type { Format } from '@rounds/contracts/formats';
import type { Period } from '@rounds/contracts/period';
import type { Scope } from '@rounds/contracts/scope';
import { html } from '../pages/html.ts';
import { page } from '../pages/layout.ts';

export interface LinkPage {
  /** Path of the link itself. */
  readonly path: string;
  readonly reportTitle: string;
  readonly studyId: string;
  readonly studyTitle: string;
  readonly period: Period;
  readonly scope: Scope;
  readonly expiresAt: Date;
  readonly files: readonly { readonly format: Format; readonly bytes: number }[];
}

const FORMAT_WORDS: Readonly<Record<Format, string>> = {
  pdf: 'Download PDF',
  xlsx: 'Download Excel',
  csv: 'Download CSV (zip)',
  json: 'Download JSON',
};

const dayBefore = (day: string): Date => new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000);

const inWords = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });

/** `1.4 MB`, `23 kB` */
const sizeInWords = (bytes: number): string =>
  bytes >= 1_000_000
    ? `${(bytes / 1_000_000).toFixed(1)} MB`
    : `${Math.max(1, Math.round(bytes / 1_000))} kB`;

const sitesInWords = ({ sites, unblinded }: Scope): string =>
  `${sites === 'all' ? 'All sites' : `Sites ${sites.join(', ')}`}, ${unblinded ? 'unblinded' : 'blinded'}`;

const button = ({ format, bytes }: LinkPage['files'][number]) =>
  html`<button name="format" value="${format}">${FORMAT_WORDS[format]} (${sizeInWords(bytes)})</button>`;

/** Nothing is opened by looking: mail scanners follow links too. The buttons are what opens a file. */
export const linkPage = (link: LinkPage): string =>
  page(
    link.reportTitle,
    html`<dl>
        <dt>Study</dt>
        <dd>${link.studyId}${link.studyTitle === link.studyId ? '' : ` · ${link.studyTitle}`}</dd>
        <dt>Period</dt>
        <dd>
          ${inWords.format(Date.parse(link.period.start))} to ${inWords.format(dayBefore(link.period.end))}
        </dd>
        <dt>Shows</dt>
        <dd>${sitesInWords(link.scope)}</dd>
        <dt>Link valid until</dt>
        <dd>${inWords.format(link.expiresAt)}</dd>
      </dl>
      <form method="post" action="${link.path}/open">${link.files.map(button)}</form>
      <p class="quiet">This link is yours alone: please do not pass it on. Each opening is recorded.</p>`,
  );

export const renewalPage = page(
  'Look into your mail',
  html`<p>
    If this link was mailed to you and you may still see the report, a fresh one is on its way to the same
    address. There is at most one an hour.
  </p>`,
);
