/** What of a subscription can be changed, as far as it is changed; and what others change meanwhile. */
import type { components } from '@rounds/client/generated/api';
import type { Subscription } from '../plan.ts';

export type ChangeSubscription = components['schemas']['ChangeSubscription'];

const FIELDS = ['schedule', 'holidays', 'until', 'recipients', 'formats', 'deliver'] as const;
export type Field = (typeof FIELDS)[number];

export type Draft = Pick<Subscription, Field>;

export const draftOf = ({ schedule, holidays, until, recipients, formats, deliver }: Draft): Draft => ({
  ...{ schedule, holidays, until, recipients, formats, deliver },
});

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** In the order of the page. */
export const fieldsChanged = (before: Draft, after: Draft): Field[] =>
  FIELDS.filter((field) => !same(before[field], after[field]));

/** Only what differs: the rest stays as it is, whoever changes it meanwhile. */
export const changesOf = (before: Draft, after: Draft): ChangeSubscription =>
  Object.fromEntries(fieldsChanged(before, after).map((field) => [field, after[field]]));

/** What is mine over what it has become meanwhile. */
export const overTheirs = (before: Draft, mine: Draft, theirs: Draft): Draft => ({
  ...draftOf(theirs),
  ...Object.fromEntries(fieldsChanged(before, mine).map((field) => [field, mine[field]])),
});
