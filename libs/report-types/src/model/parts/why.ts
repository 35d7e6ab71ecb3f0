import { inCodes } from '@rounds/contracts/earlier-words';
import type { InWords, Why } from '@rounds/contracts/why';
import type { Message } from '../words/message.ts';
import type { Voice } from '../words/voice.ts';

/** In sentences. */
export const whyWords = (why: Why, { tell, sentences }: Pick<Voice, 'tell' | 'sentences'>): string =>
  sentences(
    why.map(({ code, values = {} }) => {
      const message: Message = `why.${code}`;
      return tell({ message, values });
    }),
  );

/** Of a payload that may be of an earlier version. */
export const toldWords = (told: InWords, voice: Pick<Voice, 'tell' | 'sentences'>): string =>
  whyWords(inCodes(told) ?? [], voice);
