import type { Label } from '@rounds/report-types/model/words/message';
import type { Voice } from '@rounds/report-types/model/words/voice';
import { html, type Html } from '../pages/html.ts';
import { page } from '../pages/layout.ts';

const BUTTONS = {
  pause: 'mail.pause',
  resume: 'mail.resume',
  'take-up': 'mail.have-it-made-now',
  'send-again': 'mail.send-to-those-without',
  'call-again': 'mail.make-the-call-again',
  'mail-again': 'mail.mail-to-it-again',
} as const satisfies Readonly<Record<string, Label>>;
export type NoticeAction = keyof typeof BUTTONS;
export const NOTICE_ACTIONS = Object.keys(BUTTONS) as readonly NoticeAction[];

export interface NoticePage {
  /** Of the reader. */
  readonly voice: Voice;
  /** Path of the page itself. */
  readonly path: string;
  readonly title: string;
  /** How it stands, term by term. */
  readonly facts: readonly (readonly [term: string, value: string])[];
  /** Of the same in the web app; null where there is none. */
  readonly appPath: string | null;
  /** Pages of single things. */
  readonly links?: readonly { readonly path: string; readonly label: string }[];
  /** What its reader can do right here. */
  readonly actions: readonly NoticeAction[];
  /** And what by the command line. */
  readonly commands: readonly string[];
}

const factOf = ([term, value]: NoticePage['facts'][number]): Html =>
  html`<dt>${term}</dt>
    <dd>${value}</dd>`;

const linkOf = ({ path, label }: { readonly path: string; readonly label: string }): Html =>
  html`<li><a href="${path}">${label}</a></li>`;

/** As far as there is one. */
const listOf = (tag: 'dl' | 'ul', items: readonly Html[]): readonly Html[] => {
  if (items.length === 0) return [];
  return [
    tag === 'dl'
      ? html`<dl>${items}</dl>`
      : html`<ul>
          ${items}
        </ul>`,
  ];
};

const buttonOf =
  ({ say }: Voice) =>
  (action: NoticeAction): Html =>
    html`<button name="action" value="${action}">${say(BUTTONS[action])}</button>`;

const form = ({ path, actions, voice }: NoticePage): readonly Html[] =>
  actions.length === 0
    ? []
    : [html`<form method="post" action="${path}">${actions.map(buttonOf(voice))}</form>`];

const inApp = ({ appPath, voice }: NoticePage): readonly Html[] =>
  appPath === null ? [] : [html`<p><a href="${appPath}">${voice.say('mail.open-in-rounds')}</a></p>`];

const byCommand = ({ commands, voice }: NoticePage): readonly Html[] =>
  commands.length === 0
    ? []
    : [
        html`<p class="quiet">${voice.say('mail.done-by-api')}</p>
          <pre>${commands.join('\n')}</pre>`,
      ];

/** Nothing is done by looking: mail scanners follow links too. */
export const noticePage = (shown: NoticePage): string =>
  page(
    shown.title,
    html`${listOf('dl', shown.facts.map(factOf))} ${listOf('ul', (shown.links ?? []).map(linkOf))}
      ${form(shown)} ${inApp(shown)} ${byCommand(shown)}
      <p class="quiet">${shown.voice.say('mail.page-is-yours')}</p>`,
    shown.voice,
  );
