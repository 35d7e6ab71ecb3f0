/**
 * The tag by which the provider's events name the ledger's row. Also for a mail whose answer was lost, whose id at
 * the provider nobody knows: its events then tell that it was sent.
 */
const NAME = 'delivery';
/** Of the provider; its letters are those of base64url. */
const LONGEST_VALUE = 256;

/** @param id of the mail: opaque ids alone */
export const deliveryTags = (id: string): { readonly name: string; readonly value: string }[] => {
  const value = Buffer.from(id).toString('base64url');
  return value.length > LONGEST_VALUE ? [] : [{ name: NAME, value }];
};

/** The id of the mail, or null: the mail is none of ours. */
export const deliveryIdOf = (tags: Readonly<Record<string, string>> | undefined): string | null => {
  const value = tags?.[NAME];
  return value === undefined ? null : Buffer.from(value, 'base64url').toString('utf8');
};
