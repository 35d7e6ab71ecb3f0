import { RoundsError, type ErrorCode } from '@rounds/contracts/errors';

/** A refusal that knows a way on: its page has a button. */
export class OfferingError extends RoundsError {
  /** The button posts to `action`. */
  readonly offer: { readonly action: string; readonly label: string };

  constructor(code: ErrorCode, message: string, offer: OfferingError['offer']) {
    super(code, message);
    this.offer = offer;
  }
}
