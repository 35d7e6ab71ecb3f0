/** The languages of reports, mails and the pages that their links open. */
import { z } from 'zod';
import { DRAFT_LANGUAGES, LANGUAGES } from './languages.generated.ts';

export { DRAFT_LANGUAGES, LANGUAGES };
export const language = z.enum(LANGUAGES);
export type Language = z.infer<typeof language>;

/** Of users who never said otherwise, and of every record without a language. */
export const DEFAULT_LANGUAGE: Language = 'en';

export const isLanguage = (value: unknown): value is Language => language.safeParse(value).success;

/** Whose words somebody of the field has reviewed. */
export const isReviewed = (language: Language): boolean => !DRAFT_LANGUAGES.includes(language);
