/** Rollout flags: what is given to some users before it is given to all. */

/** Every flag, with what it switches. */
export const FLAGS = {
  'pdf-queue-routes': 'The older PDF queue’s routes: /api/reports/… and /api/jobs/…',
} as const;
export type FlagName = keyof typeof FLAGS;

/** What an operator decided; without a record a flag is on for everyone. */
export interface FlagDocument {
  readonly _id: FlagName;
  /** False: off for everyone, whatever else is said. */
  readonly enabled: boolean;
  /** Share of the users, 0 to 100. The same users at each evaluation; a higher share only adds some. */
  readonly percentage: number;
  /** User ids that get it, or do not get it, whatever the percentage. */
  readonly on: readonly string[];
  readonly off: readonly string[];
  readonly revision: number;
  readonly updatedAt: Date;
}

/** What holds until an operator decides otherwise. */
export const undecided = (name: FlagName): Omit<FlagDocument, 'updatedAt'> => ({
  ...{ _id: name, enabled: true, percentage: 100, on: [], off: [], revision: 0 },
});
