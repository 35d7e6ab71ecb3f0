/**
 * What the provider knows a mail by: the ledger's row, and how many mails were begun for it before, so that one that is
 * sent again on purpose is not taken for the first.
 */
export const mailId = (deliveryId: string, former = 0): string =>
  former === 0 ? deliveryId : `${deliveryId}|${String(former)}`;

/** The other way. */
export const mailOf = (mailId: string): { readonly deliveryId: string; readonly former: number } => {
  const [, deliveryId = mailId, former = '0'] = /^(.*\|email)\|(\d+)$/.exec(mailId) ?? [];
  return { deliveryId, former: Number(former) };
};
