import type { Format } from '@rounds/contracts/formats';
import type { Period } from '@rounds/contracts/period';
import type { Scope } from '@rounds/contracts/scope';
import type { Label } from '@rounds/report-types/model/words/message';
import { scopeWords } from '@rounds/report-types/model/words/scope';
import type { Voice } from '@rounds/report-types/model/words/voice';
import { html } from '../pages/html.ts';
import { page } from '../pages/layout.ts';
import type { PageReader } from '../pages/page-readers.service.ts';

export interface LinkPage {
  /** To whom the link was mailed. */
  readonly reader: PageReader;
  /** Path of the link itself. */
  readonly path: string;
  readonly reportTitle: string;
  readonly studyId: string;
  readonly studyTitle: string;
  readonly period: Period;
  /** Null where it is not known who looks. */
  readonly scope: Scope | null;
  /** Whose wish it is; null where it is not known who looks. */
  readonly asked: { readonly by: string; readonly at: Date } | null;
  readonly expiresAt: Date;
  readonly jobId: string;
  /** Null where the study asks its readers to sign in. */
  readonly files: readonly LinkedFile[] | null;
  /** Of the report in the web app, where its readers sign in; null where there is no signing in. */
  readonly appPath: string | null;
}

interface LinkedFile {
  readonly format: Format;
  readonly bytes: number;
}

const FORMAT_WORDS: Readonly<Record<Format, Label>> = {
  pdf: 'mail.download-pdf',
  xlsx: 'mail.download-excel',
  csv: 'mail.download-csv-zip',
  json: 'mail.download-json',
};

const button =
  ({ say, size }: Voice) =>
  ({ format, bytes }: LinkedFile) =>
    html`<button name="format" value="${format}">${say(FORMAT_WORDS[format])} (${size(bytes)})</button>`;

const buttons = (path: string, files: readonly LinkedFile[], voice: Voice) =>
  html`<form method="post" action="${path}/open">${files.map(button(voice))}</form>
    <p class="quiet">${voice.say('mail.link-is-yours-recorded')}</p>`;

const shows = (scope: Scope, voice: Voice) =>
  html`<dt>${voice.say('mail.shows')}</dt>
    <dd>${scopeWords(scope, voice)}</dd>`;

const wish = (jobId: string, { by, at }: NonNullable<LinkPage['asked']>, { voice, timeZone }: PageReader) => {
  const { say } = voice;
  const instant = say('mail.instant-in-zone', { instant: voice.instant(at, timeZone), zone: timeZone });
  return html`<dt>${say('requested-by')}</dt>
    <dd>${by} · ${instant}</dd>
    <dt>${say('mail.reference')}</dt>
    <dd>${jobId}</dd>`;
};

const inApp = (appPath: string, { say }: Voice) =>
  html`<p><a href="${appPath}">${say('mail.open-in-rounds')}</a></p>`;

const signedIn = (appPath: string, { say }: Voice) =>
  html`<p>${say('mail.sign-in-needed')}</p>
    <p><a href="${appPath}">${say('mail.channel-sign-in-and-open')}</a></p>`;

const byToken = (jobId: string, { say }: Voice) =>
  html`<p>${say('mail.sign-in-by-token')}</p>
    <pre>rounds jobs download ${jobId} --out report.pdf</pre>
    <pre>GET /api/v1/jobs/${jobId}/download?format=pdf</pre>`;

const ways = ({ files, path, jobId, appPath, reader: { voice } }: LinkPage) => {
  if (files === null) return appPath === null ? byToken(jobId, voice) : signedIn(appPath, voice);
  return html`${buttons(path, files, voice)} ${appPath === null ? [] : inApp(appPath, voice)}`;
};

/** Nothing is opened by looking: mail scanners follow links too. The buttons are what opens a file. */
export const linkPage = (link: LinkPage): string => {
  const { voice, timeZone } = link.reader;
  const { say } = voice;
  return page(
    link.reportTitle,
    html`<dl>
        <dt>${say('study')}</dt>
        <dd>${link.studyId}${link.studyTitle === link.studyId ? '' : ` · ${link.studyTitle}`}</dd>
        <dt>${say('period')}</dt>
        <dd>${voice.period(link.period)}</dd>
        ${link.scope === null ? [] : shows(link.scope, voice)}
        ${link.asked === null ? [] : wish(link.jobId, link.asked, link.reader)}
        <dt>${say('mail.link-valid-until')}</dt>
        <dd>
          ${say('mail.instant-in-zone', { instant: voice.instant(link.expiresAt, timeZone), zone: timeZone })}
        </dd>
      </dl>
      ${ways(link)}`,
    voice,
  );
};

export const renewalPage = (voice: Voice): string =>
  page(voice.say('mail.look-into-your-mail'), html`<p>${voice.say('mail.fresh-link-on-its-way')}</p>`, voice);
