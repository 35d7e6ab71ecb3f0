/** What the app must know before anybody has signed in. */
export interface SignInSettings {
  readonly authority: string;
  readonly clientId: string;
  readonly scopes: string;
  readonly audience?: string | undefined;
}

export interface AppConfig {
  readonly version: string;
  /** Null: in this installation nobody can sign in by a browser. */
  readonly signIn: SignInSettings | null;
}

let asked: Promise<AppConfig> | undefined;

const ask = async (): Promise<AppConfig> => {
  const response = await fetch('/api/v1/config');
  if (!response.ok) throw new Error(`The API answered ${response.status}.`);
  return (await response.json()) as AppConfig;
};

/** Asked once; after a failure again. @throws where the API is not there */
export const appConfig = (): Promise<AppConfig> => {
  asked ??= ask().catch((error: unknown) => {
    asked = undefined;
    throw error;
  });
  return asked;
};
