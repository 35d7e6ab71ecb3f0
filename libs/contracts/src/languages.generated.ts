/** Generated from the catalogues by `npm run generate`: do not edit. */
/** Those that have catalogues, English first: what a language lacks is said in it. */
export const LANGUAGES = ['en', 'de', 'es', 'fr', 'ja', 'pl'] as const;
/** Of which some words nobody has reviewed. */
export const DRAFT_LANGUAGES: readonly (typeof LANGUAGES)[number][] = ['de', 'es', 'fr', 'ja', 'pl'];
