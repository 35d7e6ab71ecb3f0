import { isReviewed, LANGUAGES, type Language } from '@rounds/contracts/language';
import type { ApiConfig } from '../config.ts';

/** Those that people may choose: reviewed ones, and the drafts that this installation allows. */
export const offeredLanguages = ({
  ROUNDS_DRAFT_LANGUAGES: drafts,
}: Pick<ApiConfig, 'ROUNDS_DRAFT_LANGUAGES'>): Language[] =>
  LANGUAGES.filter((language) => isReviewed(language) || drafts.includes(language));
