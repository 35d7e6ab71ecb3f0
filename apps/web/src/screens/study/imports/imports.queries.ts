import { api } from '../../../api/client.ts';
import { askPages } from '../../../api/pages.ts';
import type { Import, ImportDetails } from '../overview/deliveries.ts';

const IMPORTS = '/api/v1/studies/{studyId}/imports';
const IMPORT = '/api/v1/studies/{studyId}/imports/{importId}';

/** As many as the API gives at once. */
const REFUSALS_A_PAGE = 100;

export const importsOf = (studyId: string, domain: string | undefined) =>
  askPages<Import, { items: Import[]; nextCursor: string | null }>(
    [IMPORTS, { studyId, domain }],
    (cursor, signal) => {
      const query = { ...cursor, ...(domain !== undefined && { domain }) };
      return api.get(IMPORTS, { params: { path: { studyId }, query }, signal });
    },
    (page) => page,
  );

/** The import, and its refused rows a page after the other. */
export const importWithRefusals = (studyId: string, importId: string) =>
  askPages<unknown, ImportDetails>(
    [IMPORT, { studyId, importId }],
    (cursor, signal) => {
      const query = { ...cursor, limit: REFUSALS_A_PAGE };
      return api.get(IMPORT, { params: { path: { studyId, importId }, query }, signal });
    },
    ({ refusals }) => refusals,
  );
