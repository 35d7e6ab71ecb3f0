import type { components } from '@rounds/client/generated/api';
import { api } from '../../../api/client.ts';
import { askPages } from '../../../api/pages.ts';

export type StudyDocument = components['schemas']['StudyDocument'];

export const DOCUMENTS = '/api/v1/studies/{studyId}/documents';

export interface DocumentFilters {
  readonly kind?: string | undefined;
  readonly site?: string | undefined;
}

export const KINDS = ['text', 'image'] as const;

export const documentsOf = (studyId: string, { kind: asked, site: siteId }: DocumentFilters) =>
  askPages<StudyDocument, { items: StudyDocument[]; nextCursor: string | null }>(
    [DOCUMENTS, { studyId, asked, siteId }],
    (cursor, signal) => {
      const kind = KINDS.find((each) => each === asked);
      const query = { ...cursor, ...(kind && { kind }), ...(siteId !== undefined && { siteId }) };
      return api.get(DOCUMENTS, { params: { path: { studyId }, query }, signal });
    },
    (page) => page,
  );

export const contentPath = (studyId: string, documentId: string): string =>
  `/api/v1/studies/${encodeURIComponent(studyId)}/documents/${encodeURIComponent(documentId)}/content`;

export const removeDocument = async (studyId: string, documentId: string): Promise<void> => {
  await api.delete('/api/v1/studies/{studyId}/documents/{documentId}', {
    params: { path: { studyId, documentId } },
  });
};
