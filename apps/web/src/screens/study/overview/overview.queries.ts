import { ask } from '../../../api/queries.ts';

/** As many as the API gives at once: enough to meet each domain that is still delivered. */
export const MOST_IMPORTS = 100;

export const RECENT_IMPORTS = (studyId: string) =>
  ask('/api/v1/studies/{studyId}/imports', {
    params: { path: { studyId }, query: { limit: MOST_IMPORTS } },
  });

/** Of its refused rows one alone: here they are counted. */
export const IMPORT_IN_SHORT = (studyId: string, importId: string) =>
  ask('/api/v1/studies/{studyId}/imports/{importId}', {
    params: { path: { studyId, importId }, query: { limit: 1 } },
  });
