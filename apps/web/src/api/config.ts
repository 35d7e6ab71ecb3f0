/** What the app must know before anybody has signed in. */
import { createRoundsClient, type AnswerOf } from '@rounds/client/client';
import { send } from './send.ts';

export type AppConfig = AnswerOf<'get', '/api/v1/config'>;
export type SignInSettings = NonNullable<AppConfig['signIn']>;

const open = createRoundsClient({ baseUrl: location.origin, fetch: send });

let asked: Promise<AppConfig> | undefined;

/** Asked once; after a failure again. @throws RoundsProblem, RoundsUnreachable */
export const appConfig = (): Promise<AppConfig> => {
  asked ??= open.get('/api/v1/config').catch((error: unknown) => {
    asked = undefined;
    throw error;
  });
  return asked;
};
