import type { NotShown } from '@rounds/contracts/dataset';
import type { Message } from '../words/message.ts';
import type { Voice } from '../words/voice.ts';

/** Why a document is not shown, in a sentence for people who can send a better one. */
export const notShownWords = ({ code, values = {} }: NotShown, { tell }: Voice): string => {
  const message: Message = `not-shown.${code}`;
  return tell({ message, values });
};
