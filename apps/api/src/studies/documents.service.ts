import { Inject, Injectable, StreamableFile } from '@nestjs/common';
import type { Audited } from '@rounds/adapters/mongo/audit.repository';
import {
  createDocumentsRepository,
  type DocumentsRepository,
} from '@rounds/adapters/mongo/documents.repository';
import type { ObjectStore } from '@rounds/adapters/s3/object-store';
import { valuesOf } from '@rounds/contracts/audit-values';
import type { DocumentDocument } from '@rounds/contracts/collections';
import { RoundsError } from '@rounds/contracts/errors';
import { maySee, type Scope } from '@rounds/contracts/scope';
import { NO_SUBJECTS, type SubjectSites } from '@rounds/contracts/subject-sites';
import { AuditTrail } from '../audit/audit-trail.service.ts';
import type { Caller } from '../auth/caller.ts';
import { OBJECT_STORE } from '../platform/tokens.ts';
import { Authority } from '../rights/authority.service.ts';
import { Rights } from '../rights/rights.service.ts';
import type { DocumentAnswer } from './studies.dto.ts';
import { present } from './studies.service.ts';
import {
  createStudyDocumentsRepository,
  type StudyDocumentsRepository,
} from './study-documents.repository.ts';

interface Found {
  readonly document: DocumentDocument;
  /** What the caller may see of the study. */
  readonly held: Scope;
}

const unknown = () => new RoundsError('NOT_FOUND', 'There is no such document among those you may see.');

/** RFC 6266: a name in any script. */
const shownAs = (fileName: string): string => `inline; filename*=UTF-8''${encodeURIComponent(fileName)}`;

/** One document: to whom it is shown is as in a report. */
@Injectable()
export class DocumentsService {
  constructor(
    @Inject(createDocumentsRepository) private readonly documents: DocumentsRepository,
    @Inject(createStudyDocumentsRepository) private readonly study: StudyDocumentsRepository,
    @Inject(OBJECT_STORE) private readonly objects: ObjectStore,
    @Inject(Rights) private readonly rights: Rights,
    @Inject(Authority) private readonly authority: Authority,
    @Inject(AuditTrail) private readonly audit: AuditTrail,
  ) {}

  /** @throws RoundsError STUDY_NOT_FOUND, NOT_FOUND */
  async read(caller: Caller, studyId: string, id: string): Promise<DocumentAnswer> {
    const { document, held } = await this.find(caller, studyId, id);
    return present(document, held.unblinded);
  }

  /**
   * Its bytes as they were received, which nobody has searched for treatments: a report shows them to the blinded.
   *
   * @throws RoundsError as `read`, FORBIDDEN for whoever is blinded, ARTEFACT_GONE
   */
  async open(caller: Caller, studyId: string, id: string): Promise<StreamableFile> {
    const { document, held } = await this.find(caller, studyId, id);
    if (!held.unblinded)
      throw new RoundsError(
        'FORBIDDEN',
        'What a document says may name a treatment: reports show it to you as far as you may see it.',
      );
    const { key, mediaType, fileName, bytes: length, sha256 } = document;
    if ((await this.objects.size(key)) === null)
      throw new RoundsError('ARTEFACT_GONE', 'The object store has this document no longer.');
    const deed = { action: 'document.open', id, studyId, details: { sha256 } } as const;
    await this.audit.recordHourly(caller, deed, [sha256]);
    const how = { type: mediaType, disposition: shownAs(fileName), length };
    return new StreamableFile(await this.objects.stream(key), how);
  }

  /**
   * From the next report on it is gone; what was reported stays as it was.
   *
   * @throws RoundsError as `read`, FORBIDDEN unless the caller looks after all whom it is about
   */
  async remove(caller: Caller, studyId: string, id: string): Promise<void> {
    const { document } = await this.find(caller, studyId, id);
    const about = { sites: sitesOf(document, await this.study.subjects(studyId, 'all')), unblinded: false };
    const demandLooksAfter = async (audited?: Audited): Promise<void> => {
      if (maySee(await this.authority.toChange(caller, studyId, audited), about)) return;
      throw new RoundsError('FORBIDDEN', 'It is about more sites than you look after.');
    };
    await demandLooksAfter();
    const { kind, sha256 } = document;
    const removed = await this.audit.change(
      caller,
      async (audited) => {
        await demandLooksAfter(audited);
        return this.documents.remove(document, audited);
      },
      () => ({
        ...{ action: 'document.remove', id, studyId, details: { kind, sha256 } },
        ...valuesOf('document', document, null),
      }),
    );
    if (!removed) throw unknown();
  }

  private async find({ userId }: Caller, studyId: string, id: string): Promise<Found> {
    const held = await this.rights.scopeOn(studyId, userId);
    const { sites } = held;
    const subjects = sites === 'all' ? NO_SUBJECTS : await this.study.subjects(studyId, sites);
    const document = await this.study.find({ studyId, id, sites }, subjects);
    if (document === null) throw unknown();
    return { document, held };
  }
}

const sitesOf = ({ siteId, subject }: DocumentDocument, { siteOf }: SubjectSites): Scope['sites'] => {
  const site = siteId ?? (subject === null ? undefined : siteOf.get(subject));
  return site === undefined ? 'all' : [site];
};
