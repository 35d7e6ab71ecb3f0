import { api } from '../../../api/client.ts';
import { askPages } from '../../../api/pages.ts';
import type { Import, ImportDetails } from '../overview/deliveries.ts';
import type { Filters, Refusal } from './refusals.ts';

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

const readImport = (
  studyId: string,
  importId: string,
  query: Filters & { readonly cursor?: string },
  signal?: AbortSignal,
): Promise<ImportDetails> =>
  api.get(IMPORT, {
    params: { path: { studyId, importId }, query: { ...query, limit: REFUSALS_A_PAGE } },
    ...(signal !== undefined && { signal }),
  });

/** The import, and its refused rows that the filters leave, a page after the other. */
export const importWithRefusals = (studyId: string, importId: string, filters: Filters) =>
  askPages<Refusal, ImportDetails>(
    [IMPORT, { studyId, importId, ...filters }],
    (cursor, signal) => readImport(studyId, importId, { ...filters, ...cursor }, signal),
    ({ refusals }) => refusals,
  );

/** All of them, for a file. */
export const readRefusals = async (
  studyId: string,
  importId: string,
  filters: Filters,
): Promise<Refusal[]> => {
  const rows: Refusal[] = [];
  let cursor: string | null | undefined;
  do {
    const page: ImportDetails = await readImport(studyId, importId, {
      ...filters,
      ...(cursor != null && { cursor }),
    });
    rows.push(...(page.refusals?.items ?? []));
    cursor = page.refusals?.nextCursor;
  } while (cursor != null);
  return rows;
};
