import type { Format } from '@rounds/contracts/formats';
import type { Period } from '@rounds/contracts/period';
import type { Scope } from '@rounds/contracts/scope';
import type { Label } from '@rounds/report-types/model/words/texts';
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
  readonly scope: Scope;
  readonly expiresAt: Date;
  readonly files: readonly { readonly format: Format; readonly bytes: number }[];
}

const FORMAT_WORDS: Readonly<Record<Format, Label>> = {
  pdf: 'Download PDF',
  xlsx: 'Download Excel',
  csv: 'Download CSV (zip)',
  json: 'Download JSON',
};

const button =
  ({ say, size }: Voice) =>
  ({ format, bytes }: LinkPage['files'][number]) =>
    html`<button name="format" value="${format}">${say(FORMAT_WORDS[format])} (${size(bytes)})</button>`;

/** Nothing is opened by looking: mail scanners follow links too. The buttons are what opens a file. */
export const linkPage = (link: LinkPage): string => {
  const { voice, timeZone } = link.reader;
  const { say } = voice;
  return page(
    link.reportTitle,
    html`<dl>
        <dt>${say('Study')}</dt>
        <dd>${link.studyId}${link.studyTitle === link.studyId ? '' : ` · ${link.studyTitle}`}</dd>
        <dt>${say('Period')}</dt>
        <dd>${voice.period(link.period)}</dd>
        <dt>${say('Shows')}</dt>
        <dd>${scopeWords(link.scope, voice)}</dd>
        <dt>${say('Link valid until')}</dt>
        <dd>
          ${say('{instant} ({zone})', { instant: voice.instant(link.expiresAt, timeZone), zone: timeZone })}
        </dd>
      </dl>
      <form method="post" action="${link.path}/open">${link.files.map(button(voice))}</form>
      <p class="quiet">
        ${say('This link is yours alone: please do not pass it on. Each opening is recorded.')}
      </p>`,
    voice,
  );
};

export const renewalPage = (voice: Voice): string =>
  page(
    voice.say('Look into your mail'),
    html`<p>
      ${voice.say('If this link was mailed to you and you may still see the report, a fresh one is on its way to the same address. There is at most one an hour.')}
    </p>`,
    voice,
  );
