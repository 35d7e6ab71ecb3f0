import { Inject, Injectable } from '@nestjs/common';
import { hashToken } from '@rounds/adapters/links/link-tokens';
import { createLinksRepository, type LinksRepository } from '@rounds/adapters/mongo/links.repository';
import { createStudiesRepository, type StudiesRepository } from '@rounds/adapters/mongo/studies.repository';
import type {
  ArtefactDocument,
  LinkDocument,
  RunDocument,
  StudyDocument,
} from '@rounds/contracts/collections';
import { channelOf } from '@rounds/contracts/channel';
import { RoundsError, type ErrorCode } from '@rounds/contracts/errors';
import { FORMATS } from '@rounds/contracts/formats';
import { scopeKey } from '@rounds/contracts/scope';
import { titleFor } from '@rounds/contracts/study-title';
import { AuditTrail } from '../audit/audit-trail.service.ts';
import { Files } from '../jobs/files.service.ts';
import { createJobsRepository, type JobsRepository } from '../jobs/jobs.repository.ts';
import { CLOCK, type Clock } from '../platform/tokens.ts';
import { voiceOf } from '@rounds/report-types/model/words/voice';
import { REPORT_TYPES, reportTypeId } from '@rounds/report-types/catalogue';
import { PageError } from '../pages/page-error.ts';
import { PageReaders } from '../pages/page-readers.service.ts';
import { Rights } from '../rights/rights.service.ts';
import type { LinkPage } from './link.page.ts';
import { isOver, LinkRenewals } from './link-renewal.service.ts';

interface Opened {
  readonly link: LinkDocument;
  readonly run: RunDocument;
  /** Null: it is no longer kept. */
  readonly study: StudyDocument | null;
  /** Of the link's scope, in the order of FORMATS. */
  readonly artefacts: readonly ArtefactDocument[];
}

const REFUSALS: readonly ErrorCode[] = ['LINK_EXPIRED', 'LINK_REVOKED', 'FORBIDDEN'];

const unknown = () => new PageError('NOT_FOUND', ['mail.perhaps-cut-off', 'mail.copy-whole-address']);

/** Whoever reads the channel follows it: they are not known, and the link itself shows them nothing. */
const isOfChannel = ({ recipientId }: LinkDocument): boolean => channelOf(recipientId) !== 'email';

/** The recipient, as whoever holds a link is not known to be. */
const asksToSignIn = ({ link, study }: Opened): boolean =>
  isOfChannel(link) || study?.linkPolicy === 'sign-in';

@Injectable()
export class LinksService {
  constructor(
    @Inject(createLinksRepository) private readonly links: LinksRepository,
    @Inject(createJobsRepository) private readonly jobs: JobsRepository,
    @Inject(createStudiesRepository) private readonly studies: StudiesRepository,
    @Inject(Rights) private readonly rights: Rights,
    @Inject(LinkRenewals) private readonly renewals: LinkRenewals,
    @Inject(PageReaders) private readonly readers: PageReaders,
    @Inject(Files) private readonly files: Files,
    @Inject(AuditTrail) private readonly audit: AuditTrail,
    @Inject(CLOCK) private readonly now: Clock,
  ) {}

  /**
   * What the link leads to; the look is recorded as one, never as a download.
   *
   * @throws RoundsError NOT_FOUND, LINK_EXPIRED, LINK_REVOKED, FORBIDDEN (the right was lost since)
   */
  async look(token: string): Promise<LinkPage> {
    const opened = await this.open(token);
    const { link, run, study, artefacts } = opened;
    const reader = isOfChannel(link)
      ? { voice: voiceOf(link.language), timeZone: run.timeZone }
      : await this.readers.of(link.recipientId, run.timeZone);
    await this.record(opened, 'page');
    return {
      reader,
      path: `/r/${token}`,
      reportTitle: reader.voice.say(REPORT_TYPES[reportTypeId.parse(run.reportType)].title),
      studyId: link.studyId,
      studyTitle: study === null || isOfChannel(link) ? link.studyId : titleFor(study, link.scope),
      period: run.period,
      scope: isOfChannel(link) ? null : link.scope,
      expiresAt: link.expiresAt,
      jobId: run._id,
      files: asksToSignIn(opened) ? null : artefacts.map(({ format, bytes }) => ({ format, bytes })),
    };
  }

  /**
   * The file's address, good for a minute.
   *
   * @throws RoundsError as `look` does, FORBIDDEN where the study asks to sign in, INVALID_INPUT for a format that was not made, ARTEFACT_GONE
   */
  async download(token: string, format: unknown): Promise<string> {
    const opened = await this.open(token);
    if (asksToSignIn(opened)) throw new PageError('FORBIDDEN', ['mail.sign-in-needed']);
    const artefact = opened.artefacts.find((each) => each.format === format);
    if (artefact === undefined)
      throw new PageError('INVALID_INPUT', ['mail.format-not-made'], {
        fields: [{ field: 'format', rule: 'must be one that the report was made in' }],
      });
    const address = await this.files.addressOf(opened.run, artefact);
    await this.record(opened, 'download', artefact);
    return address;
  }

  private async open(token: string): Promise<Opened> {
    const link = await this.links.find(hashToken(token));
    if (link === null) throw unknown();
    await this.demandOpens(link, token).catch((error: unknown) => this.refuse(link, error));
    const run = await this.jobs.find(link.runId, [link.studyId], undefined);
    if (run === null) throw unknown();
    const [artefacts, study] = await Promise.all([this.jobs.artefacts(run), this.studies.find(link.studyId)]);
    const own = artefacts.filter(
      ({ scope, language }) => scopeKey(scope) === scopeKey(link.scope) && language === link.language,
    );
    return { link, run, study, artefacts: own.sort((a, b) => rank(a) - rank(b)) };
  }

  /** @throws RoundsError LINK_EXPIRED, LINK_REVOKED, FORBIDDEN */
  private async demandOpens(link: LinkDocument, token: string): Promise<void> {
    if (isOver(link, this.now())) throw await this.whyOver(link, token);
    if (!isOfChannel(link)) await this.rights.demand(link.studyId, link.recipientId, link.scope);
  }

  /** That somebody tried is entered once an hour, as of who was mailed the link. */
  private async refuse({ _id: id, studyId, recipientId }: LinkDocument, error: unknown): Promise<never> {
    if (error instanceof RoundsError && REFUSALS.includes(error.code))
      await this.audit.recordHourly(
        { userId: recipientId },
        { action: 'link.refuse', id, studyId, details: { code: error.code } },
        [error.code],
      );
    throw error;
  }

  /** Says so, and offers a fresh link to who may have it. */
  private async whyOver(link: LinkDocument, token: string): Promise<RoundsError> {
    const [code, words] =
      link.revokedAt === undefined
        ? (['LINK_EXPIRED', ['mail.links-expire', 'mail.the-report-itself-is-kept']] as const)
        : (['LINK_REVOKED', ['mail.report-withdrawn']] as const);
    if (!(await this.renewals.mayHave(link))) return new PageError(code, [...words, 'mail.ask-study-team']);
    const offer = { action: `/r/${token}/renew`, label: 'mail.mail-me-a-fresh-link' } as const;
    return new PageError(code, words, { offer });
  }

  private async record(
    { link, run }: Opened,
    what: 'page' | 'download',
    file?: ArtefactDocument,
  ): Promise<void> {
    await this.links.recordOpening({
      linkId: link._id,
      runId: run._id,
      studyId: link.studyId,
      userId: link.recipientId,
      what,
      ...(file === undefined ? {} : { format: file.format, sha256: file.sha256 }),
      at: new Date(this.now()),
    });
  }
}

const rank = ({ format }: ArtefactDocument): number => FORMATS.indexOf(format);
