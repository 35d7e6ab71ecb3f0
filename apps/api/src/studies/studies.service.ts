import { Inject, Injectable } from '@nestjs/common';
import {
  createMembershipsRepository,
  scopeOf,
  type MembershipsRepository,
} from '@rounds/adapters/mongo/memberships.repository';
import { createStudiesRepository, type StudiesRepository } from '@rounds/adapters/mongo/studies.repository';
import type { DocumentDocument, MembershipDocument } from '@rounds/contracts/collections';
import { titleFor } from '@rounds/contracts/study-title';
import { NO_SUBJECTS } from '@rounds/contracts/subject-sites';
import type { Caller } from '../auth/caller.ts';
import { cutPageBy, type Page } from '../http/page.dto.ts';
import { Rights } from '../rights/rights.service.ts';
import type { DocumentAnswer, DocumentsQuery, StudyAnswer } from './studies.dto.ts';
import {
  createStudyDocumentsRepository,
  type StudyDocumentsRepository,
} from './study-documents.repository.ts';

@Injectable()
export class StudiesService {
  constructor(
    @Inject(createMembershipsRepository) private readonly memberships: MembershipsRepository,
    @Inject(createStudiesRepository) private readonly studies: StudiesRepository,
    @Inject(createStudyDocumentsRepository) private readonly documents: StudyDocumentsRepository,
    @Inject(Rights) private readonly rights: Rights,
  ) {}

  async ofCaller(caller: Caller): Promise<StudyAnswer[]> {
    const memberships = await this.memberships.ofUser(caller.userId);
    return Promise.all(memberships.map((membership) => this.describe(membership)));
  }

  private async describe(membership: MembershipDocument): Promise<StudyAnswer> {
    const study = await this.studies.find(membership.studyId);
    return {
      id: membership.studyId,
      title: study === null ? membership.studyId : titleFor(study, membership),
      plannedSubjects: study?.plannedSubjects ?? null,
      importedAt: study?.importedAt.toISOString() ?? null,
      closedAt: study?.closedAt ?? null,
      linkPolicy: study?.linkPolicy ?? 'link',
      ...scopeOf(membership),
      manages: membership.manages ?? false,
    };
  }

  /** @throws RoundsError STUDY_NOT_FOUND */
  async listDocuments(caller: Caller, studyId: string, query: DocumentsQuery): Promise<Page<DocumentAnswer>> {
    const { sites, unblinded } = await this.rights.scopeOn(studyId, caller.userId);
    const { limit, cursor: after, since, ...filters } = query;
    const subjects = sites === 'all' ? NO_SUBJECTS : await this.documents.subjects(studyId, sites);
    const wanted = {
      ...{ studyId, sites, ...filters, after },
      since: since === undefined ? undefined : new Date(since),
      limit: limit + 1,
    };
    const found = await this.documents.list(wanted, subjects);
    const { items, nextCursor } = cutPageBy(found, limit, ({ receivedAt }) => receivedAt);
    return { items: items.map((document) => present(document, unblinded)), nextCursor };
  }
}

/** Titles and file names are free text, and a hash confirms a guess: none of it is shown to the blinded. */
export const present = (document: DocumentDocument, unblinded: boolean): DocumentAnswer => ({
  id: document._id,
  kind: document.kind,
  mediaType: document.mediaType,
  siteId: document.siteId,
  subject: document.subject,
  receivedAt: document.receivedAt.toISOString(),
  title: unblinded ? document.title : null,
  caption: unblinded ? document.caption : null,
  fileName: unblinded ? document.fileName : null,
  bytes: unblinded ? document.bytes : null,
  sha256: unblinded ? document.sha256 : null,
});
