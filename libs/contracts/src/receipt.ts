/** What the mail provider says became of a mail that it took. */

/** In the order in which one outweighs another: events come late, twice and out of order. */
export const RECEIPTS = ['delayed', 'delivered', 'failed', 'bounced', 'complained'] as const;
/**
 * `delayed`: the recipient's server does not take it yet; `delivered`: it took it; `failed`: the provider could not
 * send it; `bounced`: the recipient's server refused it, perhaps after it had taken it; `complained`: the recipient
 * reported it as unwanted.
 */
export type Receipt = (typeof RECEIPTS)[number];

export interface DeliveryEvent {
  /** The provider's id of the event: the same one comes more than once. */
  readonly id: string;
  readonly receipt: Receipt;
  readonly at: Date;
  /** Of a bounce: whether it can pass. */
  readonly permanent?: boolean;
}

/** Spread into the ledger's rows. */
export interface Receipts {
  readonly events?: readonly DeliveryEvent[];
  /** The weightiest of the events. */
  readonly receipt?: Receipt;
}

/** Those that `receipt` outweighs. */
export const outweighedBy = (receipt: Receipt): readonly Receipt[] =>
  RECEIPTS.slice(0, RECEIPTS.indexOf(receipt));
