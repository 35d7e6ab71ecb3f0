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
    voice.say('Stop these mails?'),
    html`<p>
        ${voice.say('You receive the report “{report}” of the study {study} by mail. Others who receive it are not affected.', { report, study })}
      </p>
      <form method="post" action="${path}">
        <button name="wish" value="stop">${voice.say('Stop mailing it to me')}</button>
      </form>`,
    voice,
  );

const told = ({ voice, path, reportTitle: report, studyId: study }: UnsubscribePage): string =>
  page(
    voice.say('You get no more of these mails'),
    html`<p>
        ${voice.say('The report “{report}” of the study {study} is not mailed to you any more.', { report, study })}
      </p>
      <form method="post" action="${path}">
        <button name="wish" value="receive">${voice.say('Send it to me again')}</button>
      </form>`,
    voice,
  );

export const unsubscribePage = (subscription: UnsubscribePage): string =>
  subscription.receives ? ask(subscription) : told(subscription);
