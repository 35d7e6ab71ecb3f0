import { Inject, Injectable } from '@nestjs/common';
import {
  createFingerprintsRepository,
  type FingerprintsRepository,
} from '@rounds/adapters/mongo/fingerprints.repository';
import { createLinksRepository, type LinksRepository } from '@rounds/adapters/mongo/links.repository';
import { createUsersRepository, type UsersRepository } from '@rounds/adapters/mongo/users.repository';
import type { FingerprintDocument, RunDocument } from '@rounds/contracts/collections';
import { isNotFound } from '@rounds/contracts/errors';
import { maySee } from '@rounds/contracts/scope';
import { seesAll, type Caller } from '../auth/caller.ts';
import { isHeldBack } from '../jobs/gated-files.ts';
import { createJobsRepository, type JobsRepository } from '../jobs/jobs.repository.ts';
import { JobsService } from '../jobs/jobs.service.ts';
import { CLOCK, type Clock } from '../platform/tokens.ts';
import { Rights } from '../rights/rights.service.ts';
import { evidenceOf, type FileEvidence, type PersonEvidence, type RunRecords } from './evidence.ts';
import { presentFile, presentPerson, presentRun } from './present-match.ts';
import type { Match, VerifyAnswer, VerifyBody } from './verify.dto.ts';

interface Found {
  readonly run: RunDocument;
  readonly file: FingerprintDocument;
  readonly evidence: FileEvidence;
}

const UNKNOWN: VerifyAnswer = { verdict: 'unknown', matches: [] };

/** Runs of one cut and scope have equal files, and so have those with nothing to say. */
const MOST_MATCHES = 20;

@Injectable()
export class VerifyService {
  constructor(
    @Inject(createFingerprintsRepository) private readonly fingerprints: FingerprintsRepository,
    @Inject(createJobsRepository) private readonly jobs: JobsRepository,
    @Inject(createLinksRepository) private readonly links: LinksRepository,
    @Inject(createUsersRepository) private readonly users: UsersRepository,
    @Inject(JobsService) private readonly service: JobsService,
    @Inject(Rights) private readonly rights: Rights,
    @Inject(CLOCK) private readonly now: Clock,
  ) {}

  /** Never NOT_FOUND: what is not the caller's to know is answered as what there is not. */
  async verify(caller: Caller, { sha256, ...claims }: VerifyBody): Promise<VerifyAnswer> {
    const found = await this.visible(caller, await this.fingerprints.ofHash(sha256));
    if (found.length === 0) return this.claimed(caller, claims);
    const matches = await Promise.all(found.map((each) => this.present(caller, each)));
    const sent = found.some(({ evidence }) => evidence.sent);
    return { verdict: sent ? 'genuine' : 'unsent', matches };
  }

  /** The bytes are none that the caller may know; the run or the cut that they name may still be theirs. */
  private async claimed(
    caller: Caller,
    { runId, cut }: Pick<VerifyBody, 'runId' | 'cut'>,
  ): Promise<VerifyAnswer> {
    const run = runId === undefined ? null : await this.find(caller, runId);
    const runs =
      run === null && cut !== undefined ? await this.service.ofCut(caller, cut, MOST_MATCHES) : [run];
    const matches = runs.flatMap((each) =>
      each === null ? [] : [{ run: presentRun(each), file: null, people: [] }],
    );
    return matches.length === 0 ? UNKNOWN : { verdict: 'altered', matches };
  }

  private async visible(caller: Caller, files: readonly FingerprintDocument[]): Promise<Found[]> {
    const found: Found[] = [];
    for (const file of files) {
      if (found.length === MOST_MATCHES) break;
      const run = await this.find(caller, file.runId);
      if (run === null || !(await this.maySee(caller, run, file))) continue;
      found.push({ run, file, evidence: evidenceOf(file, await this.recordsOf(run)) });
    }
    return found;
  }

  private async find(caller: Caller, runId: string): Promise<RunDocument | null> {
    try {
      return await this.service.find(caller, runId);
    } catch (error) {
      if (isNotFound(error)) return null;
      throw error;
    }
  }

  private async maySee(caller: Caller, run: RunDocument, file: FingerprintDocument): Promise<boolean> {
    if (seesAll(caller)) return true;
    if (isHeldBack(run, file) && run.requestedBy !== caller.userId) return false;
    const own = await this.rights.findScope(file.studyId, caller.userId);
    return own !== null && maySee(own, file.scope);
  }

  private async recordsOf(run: RunDocument): Promise<RunRecords> {
    const [fingerprints, artefacts, deliveries, links, openings] = await Promise.all([
      this.fingerprints.ofRun({ runId: run._id, studyId: run.studyId }),
      this.jobs.artefacts(run),
      this.jobs.deliveriesOf([run]),
      this.links.ofRun(run),
      this.links.openingsOf(run),
    ]);
    return { fingerprints, artefacts, deliveries, links, openings };
  }

  private async present(caller: Caller, { run, file, evidence }: Found): Promise<Match> {
    const people = evidence.people.filter(({ userId }) => seesPerson(caller, run, userId));
    const emails = await this.emailsOf(people);
    return {
      run: presentRun(run),
      file: presentFile(run, file, evidence),
      people: people.map((person) => presentPerson(person, emails, this.now())),
    };
  }

  private emailsOf(people: readonly PersonEvidence[]): Promise<ReadonlyMap<string, string>> {
    return this.users.emails(people.map(({ userId }) => userId));
  }
}

/** As with the deliveries of a job: who asked for it sees who got it, a recipient themselves. */
const seesPerson = (caller: Caller, run: RunDocument, userId: string): boolean =>
  seesAll(caller) || run.requestedBy === caller.userId || userId === caller.userId;
