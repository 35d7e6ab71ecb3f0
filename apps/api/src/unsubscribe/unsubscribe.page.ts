import { html } from '../pages/html.ts';
import { page } from '../pages/layout.ts';

export interface UnsubscribePage {
  /** Path of the link itself. */
  readonly path: string;
  readonly reportTitle: string;
  readonly studyId: string;
  readonly receives: boolean;
}

const ask = ({ path, reportTitle, studyId }: UnsubscribePage): string =>
  page(
    'Stop these mails?',
    html`<p>
        You receive the report “${reportTitle}” of the study ${studyId} by mail. Others who receive it are not
        affected.
      </p>
      <form method="post" action="${path}">
        <button name="wish" value="stop">Stop mailing it to me</button>
      </form>`,
  );

const told = ({ path, reportTitle, studyId }: UnsubscribePage): string =>
  page(
    'You get no more of these mails',
    html`<p>The report “${reportTitle}” of the study ${studyId} is not mailed to you any more.</p>
      <form method="post" action="${path}">
        <button name="wish" value="receive">Send it to me again</button>
      </form>`,
  );

export const unsubscribePage = (subscription: UnsubscribePage): string =>
  subscription.receives ? ask(subscription) : told(subscription);
