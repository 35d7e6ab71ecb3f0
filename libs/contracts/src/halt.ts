/** A halt by operators: nothing is made or mailed, everywhere or of one study, until it is lifted. */

export interface HaltDocument {
  /** haltId(studyId) */
  readonly _id: string;
  /** Absent: the whole installation. */
  readonly studyId?: string;
  /** In the words of who halted; names no patient. */
  readonly reason: string;
  /** User id. */
  readonly by: string;
  readonly at: Date;
}

export const INSTALLATION = 'installation';

/** One of each: it stands or it does not. */
export const haltId = (studyId?: string): string =>
  studyId === undefined ? INSTALLATION : `study/${studyId}`;

/** What a workflow learns that must wait. */
export interface Hold {
  /** haltId */
  readonly haltId: string;
  /** Milliseconds after which to ask again. */
  readonly lookAgainMs: number;
}

const SOONEST_MS = 2_000;
const LATEST_MS = 10 * 60 * 1000;

/** A tenth of the time for which it has lasted: a short halt is over at once, a long one fills no history. */
export const lookAgainMs = (lasted: number): number =>
  Math.round(Math.min(LATEST_MS, Math.max(SOONEST_MS, lasted / 10)));
