/** What is to be said, by its key in the catalogues of words: the words are chosen where a person reads. */
import type { CodeValues } from './dataset.ts';
import type { Period } from './period.ts';

export interface Saying {
  readonly message: string;
  /** What the message is given; a period is put as its reader's language puts it. */
  readonly values?: Readonly<Record<string, CodeValues[string] | null | Period>>;
}
