import { Inject, Injectable } from '@nestjs/common';
import {
  createMembershipsRepository,
  scopeOf,
  type MembershipsRepository,
} from '@rounds/adapters/mongo/memberships.repository';
import { createStudiesRepository, type StudiesRepository } from '@rounds/adapters/mongo/studies.repository';
import type { DocumentDocument, MembershipDocument, StudyDocument } from '@rounds/contracts/collections';
import type { Scope } from '@rounds/contracts/scope';
import { titleFor } from '@rounds/contracts/study-title';
import { NO_SUBJECTS } from '@rounds/contracts/subject-sites';
import { seesAll, type Caller } from '../auth/caller.ts';
import { cutPageBy, type Page } from '../http/page.dto.ts';
import { Rights } from '../rights/rights.service.ts';
import type { DocumentAnswer, DocumentsQuery, SiteAnswer, StudyAnswer } from './studies.dto.ts';
import {
  createStudyDocumentsRepository,
  type StudyDocumentsRepository,
} from './study-documents.repository.ts';

const ALL_SITES: Pick<Scope, 'sites'> = { sites: 'all' };

/** 9 before 10. */
const BY_NUMBER = new Intl.Collator('en', { numeric: true });

@Injectable()
export class StudiesService {
  constructor(
    @Inject(createMembershipsRepository) private readonly memberships: MembershipsRepository,
    @Inject(createStudiesRepository) private readonly studies: StudiesRepository,
    @Inject(createStudyDocumentsRepository) private readonly documents: StudyDocumentsRepository,
    @Inject(Rights) private readonly rights: Rights,
  ) {}

  /** Of which the caller is a member. */
  async ofCaller(caller: Caller): Promise<StudyAnswer[]> {
    const memberships = await this.memberships.ofUser(caller.userId);
    return Promise.all(
      memberships.map(async (membership) =>
        describe(membership.studyId, await this.studies.find(membership.studyId), membership),
      ),
    );
  }

  /** Who sees all records knows of every study, and of what is in one only as a member. */
  async list(caller: Caller): Promise<StudyAnswer[]> {
    const own = await this.ofCaller(caller);
    if (!seesAll(caller)) return own;
    const others = (await this.studies.all()).filter(({ _id }) => !own.some(({ id }) => id === _id));
    return [...own, ...others.map((study) => describe(study._id, study, null))];
  }

  /**
   * Operators say who may see which site, and auditors look at that: they are told all, as of imports.
   * @throws RoundsError STUDY_NOT_FOUND
   */
  async listSites(caller: Caller, studyId: string): Promise<SiteAnswer[]> {
    const { sites } = seesAll(caller) ? ALL_SITES : await this.rights.scopeOn(studyId, caller.userId);
    const named = await this.documents.sites(studyId);
    const seen = sites === 'all' ? named : named.filter((id) => sites.includes(id));
    return seen.toSorted(BY_NUMBER.compare).map((id) => ({ id }));
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

/** @param membership null: they may see nothing of its data, and its title as the blinded do */
const describe = (
  id: string,
  study: StudyDocument | null,
  membership: MembershipDocument | null,
): StudyAnswer => ({
  id,
  title: study === null ? id : titleFor(study, membership ?? { unblinded: false }),
  plannedSubjects: (membership && study?.plannedSubjects) ?? null,
  importedAt: study?.importedAt.toISOString() ?? null,
  closedAt: study?.closedAt ?? null,
  linkPolicy: study?.linkPolicy ?? 'link',
  ...(membership === null ? { sites: [], unblinded: false } : scopeOf(membership)),
  manages: membership?.manages ?? false,
});

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
