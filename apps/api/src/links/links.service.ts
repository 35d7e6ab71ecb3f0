import { Inject, Injectable } from '@nestjs/common';
import { createStudiesRepository, type StudiesRepository } from '@rounds/adapters/mongo/studies.repository';
import { createUsersRepository, type UsersRepository } from '@rounds/adapters/mongo/users.repository';
import type {
  ArtefactDocument,
  LinkDocument,
  RunDocument,
  StudyDocument,
} from '@rounds/contracts/collections';
import { FORMATS } from '@rounds/contracts/formats';
import { broken } from '@rounds/contracts/rules';
import { scopeKey } from '@rounds/contracts/scope';
import { titleFor } from '@rounds/contracts/study-title';
import { REPORT_TYPES, reportTypeId } from '@rounds/report-types/catalogue';
import { voiceOf } from '@rounds/report-types/model/words/voice';
import type { ApiConfig } from '../config.ts';
import { Files } from '../jobs/files.service.ts';
import { createJobsRepository, type JobsRepository } from '../jobs/jobs.repository.ts';
import { Openings } from '../jobs/openings.service.ts';
import { PageError } from '../pages/page-error.ts';
import { PageReaders } from '../pages/page-readers.service.ts';
import { CONFIG } from '../platform/tokens.ts';
import { appPage } from '../web/app-pages.ts';
import { isOfChannel, LinkAccess, unknownLink } from './link-access.service.ts';
import type { LinkPage } from './link.page.ts';

interface Opened {
  readonly link: LinkDocument;
  readonly run: RunDocument;
  /** Null: it is no longer kept. */
  readonly study: StudyDocument | null;
  /** Of the link's scope, in the order of FORMATS. */
  readonly artefacts: readonly ArtefactDocument[];
}

/** The recipient, as whoever holds a link is not known to be. */
const asksToSignIn = ({ link, study }: Opened): boolean =>
  isOfChannel(link) || study?.linkPolicy === 'sign-in';

@Injectable()
export class LinksService {
  constructor(
    @Inject(LinkAccess) private readonly access: LinkAccess,
    @Inject(createJobsRepository) private readonly jobs: JobsRepository,
    @Inject(createStudiesRepository) private readonly studies: StudiesRepository,
    @Inject(createUsersRepository) private readonly users: UsersRepository,
    @Inject(PageReaders) private readonly readers: PageReaders,
    @Inject(Files) private readonly files: Files,
    @Inject(Openings) private readonly openings: Openings,
    @Inject(CONFIG) private readonly config: ApiConfig,
  ) {}

  /**
   * What the link leads to; the look is recorded as one, never as a download.
   *
   * @throws RoundsError as `LinkAccess.open` does
   */
  async look(token: string): Promise<LinkPage> {
    const opened = await this.open(token);
    const { link, run, study, artefacts } = opened;
    const reader = isOfChannel(link)
      ? { voice: voiceOf(link.language), timeZone: run.timeZone }
      : await this.readers.of(link.recipientId, run.timeZone);
    await this.openings.record(run, { linkId: link._id, userId: link.recipientId, what: 'page' });
    return {
      reader,
      path: `/r/${token}`,
      reportTitle: reader.voice.say(REPORT_TYPES[reportTypeId.parse(run.reportType)].title),
      studyId: link.studyId,
      studyTitle: study === null || isOfChannel(link) ? link.studyId : titleFor(study, link.scope),
      period: run.period,
      scope: isOfChannel(link) ? null : link.scope,
      asked: isOfChannel(link) ? null : { by: await this.nameOf(run.requestedBy), at: run.createdAt },
      expiresAt: link.expiresAt,
      jobId: run._id,
      appPath: appPage(this.config, 'report', run._id),
      files: asksToSignIn(opened) ? null : artefacts.map(({ format, bytes }) => ({ format, bytes })),
    };
  }

  /**
   * The file's address, good for a minute.
   *
   * @throws RoundsError as `look` does, FORBIDDEN where the study asks to sign in, INVALID_INPUT for a format that was
   * not made, ARTEFACT_GONE
   */
  async download(token: string, format: unknown): Promise<string> {
    const opened = await this.open(token);
    if (asksToSignIn(opened)) throw new PageError('FORBIDDEN', ['mail.sign-in-needed']);
    const artefact = opened.artefacts.find((each) => each.format === format);
    if (artefact === undefined)
      throw new PageError('INVALID_INPUT', ['mail.format-not-made'], {
        fields: [broken('format', 'not-made')],
      });
    const { link, run } = opened;
    const address = await this.files.addressOf(run, artefact);
    const file = { format: artefact.format, sha256: artefact.sha256 };
    await this.openings.record(run, {
      ...{ linkId: link._id, userId: link.recipientId, what: 'download', ...file },
    });
    return address;
  }

  private async nameOf(userId: string): Promise<string> {
    const user = await this.users.find(userId);
    return user?.name ?? user?.email ?? userId;
  }

  private async open(token: string): Promise<Opened> {
    const link = await this.access.open(token);
    const run = await this.jobs.find(link.runId, [link.studyId], undefined);
    if (run === null) throw unknownLink();
    const [artefacts, study] = await Promise.all([this.jobs.artefacts(run), this.studies.find(link.studyId)]);
    const own = artefacts.filter(
      ({ scope, language }) => scopeKey(scope) === scopeKey(link.scope) && language === link.language,
    );
    return { link, run, study, artefacts: own.sort((a, b) => rank(a) - rank(b)) };
  }
}

const rank = ({ format }: ArtefactDocument): number => FORMATS.indexOf(format);
