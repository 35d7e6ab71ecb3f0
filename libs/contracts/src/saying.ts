/** What is to be said, by its key in the catalogues of words: the words are chosen where a person reads. */
import type { Period } from './period.ts';

/** What codes are about: counts, variables (`AE.AESER`), domains. */
export type CodeValues = Readonly<Record<string, string | number>>;

export interface Saying {
  readonly message: string;
  /** What the message is given; a period is put as its reader's language puts it. */
  readonly values?: Readonly<Record<string, CodeValues[string] | null | Period>>;
}
