import { RoundsError, type ErrorCode } from '@rounds/contracts/errors';
import type { Label } from '@rounds/report-types/model/words/message';
import { voiceOf, type Voice } from '@rounds/report-types/model/words/voice';

/** A refusal that a page tells in its reader's words, and the API in English. */
export class PageError extends RoundsError {
  private readonly labels: readonly Label[];
  /** A way on: a button that posts to `action`. */
  readonly offer?: { readonly action: string; readonly label: Label };

  constructor(
    code: ErrorCode,
    labels: readonly Label[],
    { offer, ...more }: Pick<PageError, 'offer'> & ConstructorParameters<typeof RoundsError>[2] = {},
  ) {
    super(code, inWords(labels, voiceOf()), more);
    this.labels = labels;
    if (offer !== undefined) this.offer = offer;
  }

  wordsIn(voice: Voice): string {
    return inWords(this.labels, voice);
  }
}

const inWords = (labels: readonly Label[], { say, sentences }: Voice): string =>
  sentences(labels.map((label) => say(label)));
