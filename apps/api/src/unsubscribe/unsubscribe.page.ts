import type { Voice } from '@rounds/report-types/model/words/voice';
import { html } from '../pages/html.ts';
import { page } from '../pages/layout.ts';

export interface UnsubscribePage {
  /** Of who may leave. */
  readonly voice: Voice;
  /** Path of the link itself. */
  readonly path: string;
  readonly reportTitle: string;
  readonly studyId: string;
  readonly receives: boolean;
}

const ask = ({ voice, path, reportTitle: report, studyId: study }: UnsubscribePage): string =>
  page(
    voice.say('mail.stop-these-mails'),
    html`<p>${voice.say('mail.you-receive', { report, study })}</p>
      <form method="post" action="${path}">
        <button name="wish" value="stop">${voice.say('mail.stop-mailing-it-to-me')}</button>
      </form>`,
    voice,
  );

const unsubscribed = ({ voice, path, reportTitle: report, studyId: study }: UnsubscribePage): string =>
  page(
    voice.say('mail.unsubscribed-title'),
    html`<p>${voice.say('mail.unsubscribed-meaning', { report, study })}</p>
      <form method="post" action="${path}">
        <button name="wish" value="receive">${voice.say('mail.send-it-to-me-again')}</button>
      </form>`,
    voice,
  );

export const unsubscribePage = (subscription: UnsubscribePage): string =>
  subscription.receives ? ask(subscription) : unsubscribed(subscription);
