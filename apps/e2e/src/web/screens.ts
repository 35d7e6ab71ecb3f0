/** Where each screen of the app is. */
import type { Caller } from '../caller.ts';
import { lastMade, listOf, OPERATOR, READER, STUDY, type Made } from './stage.ts';

interface There extends Made {
  readonly importId: string;
}

const study = `studies/${STUDY}`;

/** Within the app, without a slash before it. */
const PATHS = {
  home: () => '',
  subscribe: () => 'subscribe',
  subscription: ({ subscriptionId }) => `subscriptions/${subscriptionId}`,
  change: ({ subscriptionId }) => `subscriptions/${subscriptionId}/change`,
  reports: () => 'reports',
  report: ({ jobId }) => `reports/${jobId}`,
  generate: () => 'generate',
  account: () => 'account',
  studies: () => 'studies',
  study: () => study,
  imports: () => `${study}/imports`,
  import: ({ importId }) => `${study}/imports/${importId}`,
  documents: () => `${study}/documents`,
  members: () => `${study}/members`,
  settings: () => `${study}/settings`,
} as const satisfies Readonly<Record<string, (there: There) => string>>;

export type ScreenName = keyof typeof PATHS;
export type Paths = Readonly<Record<ScreenName, string>>;

export const SCREENS = Object.keys(PATHS) as ScreenName[];

/** Of a report that came to the caller, the last one unless another is said. */
export const pathsTo = async (caller: Caller, made?: Made): Promise<Paths> => {
  const [newest] = await listOf(caller, `/studies/${STUDY}/imports?limit=1`);
  const there = { ...(made ?? (await lastMade(caller))), importId: newest?.id ?? '' };
  return Object.fromEntries(SCREENS.map((name) => [name, PATHS[name](there)])) as Paths;
};

/** Who sees all of it: some are for operators. */
export const visitorOf = (name: ScreenName): string =>
  name === 'members' || name === 'settings' ? OPERATOR : READER;
