/** For who develops Rounds, and so in English alone. */
import { voiceOf } from '@rounds/report-types/model/words/voice';
import { html, type Html } from '../../pages/html.ts';
import { page } from '../../pages/layout.ts';
import { ISSUER_PATH } from './served.ts';

export interface Person {
  readonly email: string;
  /** In words: roles, and studies with what they see of them. */
  readonly rights: readonly string[];
}

export interface SignInPage {
  readonly return: string;
  /** Stands in the field. */
  readonly hint: string;
  /** What is wrong with it. */
  readonly fault?: string;
  readonly people: readonly Person[];
}

const personButton = ({ email, rights }: Person): Html =>
  html`<li>
    <button name="email" value="${email}">${email}</button>
    <span class="quiet">${rights.length === 0 ? 'no rights yet' : rights.join('; ')}</span>
  </li>`;

const choice = (people: readonly Person[], action: string): Html[] =>
  people.length === 0
    ? []
    : [
        html`<h2>Or as somebody who has an account</h2>
          <form method="post" action="${action}">
            <ul class="people">
              ${people.map(personButton)}
            </ul>
          </form>`,
      ];

export const signInPage = ({ return: path, hint, fault, people }: SignInPage): string => {
  const action = `${ISSUER_PATH}/sign-in?${new URLSearchParams({ return: path })}`;
  const wrong = fault === undefined ? [] : [html`<p role="alert" id="fault">This address ${fault}.</p>`];
  return page(
    'Sign in',
    html`<p>This installation is for development: it asks for no password.</p>
      ${wrong}
      <form method="post" action="${action}">
        <label for="email">E-mail address</label>
        <input
          id="email"
          name="email"
          inputmode="email"
          autocomplete="username"
          required
          value="${hint}"
          aria-describedby="${fault === undefined ? '' : 'fault'}"
        />
        <button>Sign in</button>
      </form>
      ${choice(people, action)}`,
    voiceOf(),
  );
};
