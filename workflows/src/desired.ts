/** What a wish says, read by the workflow of its subscription. */
import type { Desired } from '@rounds/contracts/messages';

/** In the words of the record and of the notice to the owner. */
export const whyOver = ({ until, closedAt }: Desired): string => {
  const isByClosing = closedAt !== undefined && (until === undefined || closedAt < until);
  return isByClosing
    ? `The study was closed on ${closedAt}.`
    : 'The last day of the subscription has passed.';
};
