import type { Voice } from '@rounds/report-types/model/words/voice';
import { html, type Html } from './html.ts';
import { STYLESHEET_PATH } from './stylesheet.ts';

/** A whole page. Works without scripts, by keyboard and when printed; no search engine keeps it. */
export const page = (title: string, body: Html, { language, say }: Voice): string =>
  html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <meta name="referrer" content="no-referrer" />
        <title>${title} · Rounds</title>
        <link rel="stylesheet" href="${STYLESHEET_PATH}" />
      </head>
      <body>
        <main>
          <header>Rounds · ${say('mail.clinical-trial-reports')}</header>
          <h1>${title}</h1>
          ${body}
        </main>
      </body>
    </html> `.text;
