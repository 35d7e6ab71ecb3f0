import type { Finding } from '@rounds/contracts/gate';
import type { Message } from '../words/message.ts';
import type { Voice } from '../words/voice.ts';

/** What the gate found, in a sentence. */
export const findingWords = (
  { code, values = {} }: Pick<Finding, 'code' | 'values'>,
  { tell }: Voice,
): string => {
  const message: Message = `finding.${code}`;
  return tell({ message, values });
};
