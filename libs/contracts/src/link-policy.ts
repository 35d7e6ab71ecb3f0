/**
 * How the links that Rounds mails open, by study. `link`: for whoever has the link, until it expires. `sign-in`: only
 * for the recipient, signed in; until there is a page to sign in on, the link says how to get the report otherwise.
 */
export const LINK_POLICIES = ['link', 'sign-in'] as const;
export type LinkPolicy = (typeof LINK_POLICIES)[number];
