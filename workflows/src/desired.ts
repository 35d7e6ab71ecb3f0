/** What was asked for, read by the workflow of its subscription. */
import type { Desired } from '@rounds/contracts/messages';
import { because, type Why } from '@rounds/contracts/why';

export const whyOver = ({ until, closedAt }: Desired): Why => {
  const isByClosing = closedAt !== undefined && (until === undefined || closedAt < until);
  return isByClosing ? because('study-closed', { day: closedAt }) : because('last-day-passed');
};
