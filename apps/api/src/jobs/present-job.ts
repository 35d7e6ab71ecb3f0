import type {
  ArtefactDocument,
  DeliveryDocument,
  EarlierEnd,
  RunDocument,
} from '@rounds/contracts/collections';
import { channelName } from '@rounds/contracts/channel';
import type { Finding } from '@rounds/contracts/gate';
import { DEFAULT_LANGUAGE } from '@rounds/contracts/language';
import type { HeldOutput, RunFault } from '@rounds/contracts/run';
import { scopeKey } from '@rounds/contracts/scope';
import { findingWords } from '@rounds/report-types/model/parts/findings';
import { voiceOf } from '@rounds/report-types/model/words/voice';
import type { HeldBy } from '../halts/halts.dto.ts';
import { inEnglish, presentCauses, presentWhy } from '../platform/why.ts';
import { hasPassed, isHeldBack, lackingOf } from './gated-files.ts';
import type { PersonOpenings } from './jobs.repository.ts';
import type { JobState } from './job-state.service.ts';
import type { JobAnswer } from './jobs.dto.ts';

/** What a caller sees beside the run itself. */
export interface JobSurroundings {
  /** All that were made. */
  readonly artefacts: readonly ArtefactDocument[];
  /** To the caller. */
  readonly isVisible: (artefact: ArtefactDocument) => boolean;
  /** Only what the caller may know of. */
  readonly held: readonly HeldOutput[];
  /** Whether the caller may see rows of every site of the study. */
  readonly seesAllSites: boolean;
  /** Whether the caller may know who released it, and why. */
  readonly isOwn: boolean;
  readonly deliveries: readonly DeliveryDocument[];
  /** Only what the caller may know of, the first first. */
  readonly openings: readonly PersonOpenings[];
  /** E-mail by user id, of who asked for it, of the deliveries' recipients, of who opened it and of who released it. */
  readonly emails: ReadonlyMap<string, string>;
  /** Null unless the run is open. */
  readonly estimate: QueueEstimate | null;
  /** Likewise. */
  readonly heldBy: HeldBy;
}

export interface QueueEstimate {
  /** 1 is next; null for a run that is scheduled for later. */
  readonly position: number | null;
  readonly estimatedCompletion: number | null;
}

const presentFinding = ({ values = {}, ...finding }: Finding) => ({
  ...finding,
  values,
  message: findingWords({ ...finding, values }, voiceOf()),
});

/** By code, and in English as before there were codes. */
export const presentFault = ({ code, why, step }: RunFault) => ({
  ...{ code, step },
  ...{ message: inEnglish(why), why: presentCauses(why) },
});

const instantOrNull = (instant: Date | number | null | undefined): string | null =>
  instant === null || instant === undefined ? null : new Date(instant).toISOString();

export const jobPath = (jobId: string): string => `/api/v1/jobs/${encodeURIComponent(jobId)}`;

const output = (
  run: RunDocument,
  { format, scope, language = DEFAULT_LANGUAGE, bytes, sha256, goneAt }: ArtefactDocument,
) => ({
  format,
  scope,
  language,
  bytes,
  sha256,
  gone: goneAt !== undefined,
  download: `${jobPath(run._id)}/download?format=${format}&scope=${encodeURIComponent(scopeKey(scope))}${language === DEFAULT_LANGUAGE ? '' : `&language=${language}`}`,
});

/** Those that passed, as far as the caller may see them. */
const presentOutputs = (run: RunDocument, { artefacts, isVisible }: JobSurroundings) =>
  artefacts
    .filter((artefact) => isVisible(artefact) && hasPassed(run, artefact))
    .map((artefact) => {
      const lacking = lackingOf(run, artefact);
      return { ...output(run, artefact), lacking: lacking === null ? null : lacking.map(presentFinding) };
    });

const presentHeld = (run: RunDocument, { artefacts, held }: JobSurroundings) =>
  held.map((each) => ({
    scope: each.scope,
    findings: each.findings.map(presentFinding),
    files: artefacts
      .filter((artefact) => isHeldBack({ ...run, held: [each] }, artefact))
      .map((artefact) => output(run, artefact))
      .map((file) => ({ ...file, download: `${file.download}&quarantined=true` })),
  }));

const presentEarlierEnd = (
  { fault, finishedAt, release }: EarlierEnd,
  { isOwn, emails }: JobSurroundings,
) => ({
  ...presentFault(fault),
  failedAt: finishedAt.toISOString(),
  released:
    release === undefined || !isOwn
      ? null
      : { at: release.at.toISOString(), by: emails.get(release.by) ?? release.by, reason: release.reason },
});

/** Its counts are those of the whole study. */
const presentCut = ({ cut }: RunDocument, { seesAllSites }: JobSurroundings) =>
  cut === undefined
    ? null
    : {
        sha256: cut.sha256,
        rows: seesAllSites ? cut.rows : null,
        documents: seesAllSites ? cut.documents : null,
      };

const nameOf = (personId: string, emails: ReadonlyMap<string, string>): string =>
  emails.get(personId) ?? channelName(personId) ?? personId;

const presentOpened = ({ all, downloads, firstAt, lastAt }: PersonOpenings) => ({
  ...{ looks: all - downloads, downloads },
  ...{ firstAt: firstAt.toISOString(), lastAt: lastAt.toISOString() },
});

const openedBy = (recipientId: string, openings: readonly PersonOpenings[]) => {
  const opened = openings.find(({ userId }) => userId === recipientId);
  return opened === undefined ? null : presentOpened(opened);
};

const delivery = (
  row: DeliveryDocument,
  { emails, openings }: Pick<JobSurroundings, 'emails' | 'openings'>,
) => ({
  recipient: nameOf(row.recipientId, emails),
  recipientId: row.recipientId,
  channel: row.channel,
  status: row.receipt ?? row.status,
  ...presentWhy(row.why),
  code: row.code ?? null,
  mails: (row.former?.length ?? 0) + 1,
  acceptedAt: instantOrNull(row.acceptedAt),
  opened: openedBy(row.recipientId, openings),
  events: [...(row.events ?? [])]
    .sort((a, b) => a.at.getTime() - b.at.getTime())
    .map(({ receipt, at }) => ({ status: receipt, at: at.toISOString() })),
});

export const presentEstimate = (estimate: QueueEstimate | null) => ({
  position: estimate?.position ?? null,
  estimatedCompletion: instantOrNull(estimate?.estimatedCompletion),
});

export const presentJob = (
  { run, step, progress, attempts }: JobState,
  surroundings: JobSurroundings,
): JobAnswer => ({
  jobId: run._id,
  status: run.status,
  ...presentWhy(run.why),
  heldBy: surroundings.heldBy,
  step,
  progress,
  attempts,
  ...presentEstimate(surroundings.estimate),
  trigger: run.trigger,
  requestedBy: nameOf(run.requestedBy, surroundings.emails),
  subscriptionId: run.subscriptionId ?? null,
  studyId: run.studyId,
  reportType: run.reportType,
  template: run.template ?? null,
  parameters: { ...run.parameters },
  formats: [...run.formats],
  priority: run.priority,
  redrives: run.redrives ?? 0,
  due: run.due,
  timeZone: run.timeZone,
  period: run.period,
  earlierErrors: (run.earlierEnds ?? []).map((end) => presentEarlierEnd(end, surroundings)),
  late: run.late ?? null,
  previewOf: run.previewOf ?? null,
  createdAt: run.createdAt.toISOString(),
  scheduledFor: instantOrNull(run.scheduledFor),
  startedAt: instantOrNull(run.startedAt),
  finishedAt: instantOrNull(run.finishedAt),
  error: run.fault === undefined ? null : presentFault(run.fault),
  cut: presentCut(run, surroundings),
  outputs: presentOutputs(run, surroundings),
  held: presentHeld(run, surroundings),
  incomplete: run.incomplete ?? 'quarantine',
  deliveries: surroundings.deliveries.map((row) => delivery(row, surroundings)),
  openings: surroundings.openings.map((opened) => ({
    ...{ userId: opened.userId, person: nameOf(opened.userId, surroundings.emails) },
    ...presentOpened(opened),
  })),
});
