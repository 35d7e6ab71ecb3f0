import { Inject, Injectable } from '@nestjs/common';
import { sha256Of } from '@rounds/adapters/crypto/sha256';
import {
  createDocumentsRepository,
  type DocumentsRepository,
} from '@rounds/adapters/mongo/documents.repository';
import { opaqueId } from '@rounds/adapters/mongo/opaque-id';
import type { ObjectStore } from '@rounds/adapters/s3/object-store';
import { valuesOf } from '@rounds/contracts/audit-values';
import type { DocumentDocument } from '@rounds/contracts/collections';
import { RoundsError } from '@rounds/contracts/errors';
import { broken, type BrokenRule } from '@rounds/contracts/rules';
import { maySee, type Scope } from '@rounds/contracts/scope';
import { placeOf, titleOf } from '@rounds/studies/documents/place';
import { sniffMedia } from '@rounds/studies/documents/sniff';
import { AuditTrail } from '../audit/audit-trail.service.ts';
import type { Caller } from '../auth/caller.ts';
import type { UploadedFile } from '../http/upload.interceptor.ts';
import { CLOCK, OBJECT_STORE, type Clock } from '../platform/tokens.ts';
import { Quotas } from '../quotas/quotas.service.ts';
import { Rights } from '../rights/rights.service.ts';
import type { UploadBody } from './studies.dto.ts';
import {
  createStudyDocumentsRepository,
  type StudyDocumentsRepository,
} from './study-documents.repository.ts';

type Place = Pick<DocumentDocument, 'siteId' | 'subject'>;

@Injectable()
export class UploadsService {
  constructor(
    @Inject(createDocumentsRepository) private readonly documents: DocumentsRepository,
    @Inject(createStudyDocumentsRepository) private readonly study: StudyDocumentsRepository,
    @Inject(OBJECT_STORE) private readonly objects: ObjectStore,
    @Inject(Rights) private readonly rights: Rights,
    @Inject(Quotas) private readonly quotas: Quotas,
    @Inject(AuditTrail) private readonly audit: AuditTrail,
    @Inject(CLOCK) private readonly now: Clock,
  ) {}

  /**
   * The bytes first, under their hash; the metadata only once they are safely there, so that no report ever looks
   * for bytes that were lost.
   *
   * @param id derived from the Idempotency-Key, where there is one
   * @throws RoundsError STUDY_NOT_FOUND, INVALID_INPUT (what the file is), UNPROCESSABLE (whose it is), FORBIDDEN,
   * RATE_LIMITED
   */
  async add(
    caller: Caller,
    studyId: string,
    {
      file,
      body,
      id,
    }: {
      readonly file: UploadedFile | undefined;
      readonly body: UploadBody;
      readonly id?: string | undefined;
    },
  ): Promise<DocumentDocument> {
    const scope = await this.rights.scopeOn(studyId, caller.userId);
    const { name, bytes, media } = checkFile(file);
    const place = await this.placeOf(studyId, body, scope);
    const sha256 = sha256Of(bytes);
    const document: DocumentDocument = {
      _id: id === undefined ? opaqueId('doc') : `doc_${id}`,
      ...{ studyId, ...place, ...media, sha256, fileName: name },
      title: body.title ?? titleOf(name),
      caption: body.caption ?? null,
      key: `documents/${sha256}`,
      bytes: bytes.length,
      receivedAt: new Date(this.now()),
    };
    await this.quotas.spend('upload', { caller: caller.userId, study: studyId });
    await this.objects.put(document.key, bytes, media.mediaType);
    const details = { kind: media.kind, bytes: bytes.length, sha256 };
    await this.audit.change(
      caller,
      (audited) => this.documents.add(document, audited),
      () => ({
        ...{ action: 'document.upload', id: document._id, studyId, details },
        ...valuesOf('document', null, document),
      }),
    );
    return document;
  }

  /** @throws RoundsError UNPROCESSABLE alike for no such site or subject and for one that the caller may not see */
  private async placeOf(studyId: string, { siteId, subject }: UploadBody, scope: Scope): Promise<Place> {
    const place = placeOf({ siteId, usubjid: subject }, await this.study.subjects(studyId, scope.sites));
    if ('faults' in place) throw refusal(place.faults);
    const sites = place.siteId === null ? ('all' as const) : [place.siteId];
    if (!maySee(scope, { sites, unblinded: false }))
      throw new RoundsError('FORBIDDEN', 'Who sees some sites adds to those: name the site or the subject.', {
        fields: [broken('siteId', 'not-your-site')],
      });
    return place;
  }
}

/** What the import calls USUBJID is `subject` here. */
const refusal = (faults: readonly BrokenRule[]): RoundsError => {
  const fields = faults.map(({ field, ...fault }) => ({
    ...fault,
    field: field === 'usubjid' ? 'subject' : field,
  }));
  return new RoundsError('UNPROCESSABLE', 'The document belongs to nothing in this study that you may see.', {
    fields,
  });
};

const PRINTABLE = /^[^\x00-\x1f\x7f/\\]{1,200}$/;

const checkFile = (file: UploadedFile | undefined) => {
  const refuse = (...faults: BrokenRule[]): never => {
    const rules = faults.map(({ rule }) => rule).join(', ');
    throw new RoundsError('INVALID_INPUT', `The file is not taken: file ${rules}`, { fields: faults });
  };
  if (file === undefined) return refuse(broken('file', 'no-file'));
  const { originalname: name, buffer: bytes } = file;
  if (!PRINTABLE.test(name)) return refuse(broken('file', 'not-a-file-name'));
  const media = sniffMedia(name, bytes);
  if ('faults' in media) return refuse(...media.faults);
  return { name, bytes, media };
};
