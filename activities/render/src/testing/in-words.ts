import type { NotShown } from '@rounds/contracts/dataset';
import { notShownWords } from '@rounds/report-types/model/parts/not-shown';
import { voiceOf } from '@rounds/report-types/model/words/voice';

/** A refusal as English pages tell it; what is shown as it is. */
export const inWords = <Shown extends object>(
  derivation: Shown | { readonly refused: NotShown },
): Exclude<Shown, { readonly refused: NotShown }> | { readonly refused: string } =>
  'refused' in derivation
    ? { refused: notShownWords(derivation.refused, voiceOf()) }
    : (derivation as Exclude<Shown, { readonly refused: NotShown }>);
