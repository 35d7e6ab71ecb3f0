/** Generated from the catalogues by `npm run generate`: do not edit. */
/** Those that have catalogues, English first: what a language lacks is said in it. */
export const LANGUAGES = ['en', 'de', 'es', 'fr', 'ja'] as const;
