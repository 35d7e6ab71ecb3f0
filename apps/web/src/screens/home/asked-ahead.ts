/** Nobody has so many that a second page would be worth its button. */
export const MOST = 100;

/** As `home.queries.ts` asks. */
export const ASKED_AHEAD = [
  `/api/v1/me/reports?limit=${MOST}`,
  `/api/v1/subscriptions?limit=${MOST}`,
] as const;
