import type { ArtefactDocument, DeliveryDocument, RunDocument } from '@rounds/contracts/collections';
import { scopeKey } from '@rounds/contracts/scope';
import type { JobState } from './job-state.service.ts';
import type { JobAnswer } from './jobs.dto.ts';

/** What a caller sees beside the run itself. */
export interface JobSurroundings {
  /** Only those that the caller may see. */
  readonly artefacts: readonly ArtefactDocument[];
  readonly deliveries: readonly DeliveryDocument[];
  /** E-mail by user id, of the deliveries' recipients. */
  readonly emails: ReadonlyMap<string, string>;
  /** Null unless the run is open. */
  readonly outlook: Outlook | null;
}

export interface Outlook {
  /** 1 is next; null for a run that is scheduled for later. */
  readonly position: number | null;
  readonly estimatedCompletion: number | null;
}

const instantOrNull = (instant: Date | number | null | undefined): string | null =>
  instant === null || instant === undefined ? null : new Date(instant).toISOString();

export const jobPath = (jobId: string): string => `/api/v1/jobs/${encodeURIComponent(jobId)}`;

const output = (run: RunDocument, { format, scope, bytes, sha256 }: ArtefactDocument) => ({
  format,
  scope,
  bytes,
  sha256,
  download: `${jobPath(run._id)}/download?format=${format}&scope=${encodeURIComponent(scopeKey(scope))}`,
});

const delivery = (row: DeliveryDocument, emails: ReadonlyMap<string, string>) => ({
  recipient: emails.get(row.recipientId) ?? row.recipientId,
  channel: row.channel,
  status: row.receipt ?? row.status,
  reason: row.reason ?? null,
  acceptedAt: instantOrNull(row.acceptedAt),
  events: [...(row.events ?? [])]
    .sort((a, b) => a.at.getTime() - b.at.getTime())
    .map(({ receipt, at }) => ({ status: receipt, at: at.toISOString() })),
});

export const presentOutlook = (outlook: Outlook | null) => ({
  position: outlook?.position ?? null,
  estimatedCompletion: instantOrNull(outlook?.estimatedCompletion),
});

export const presentJob = (
  { run, step, progress, attempts }: JobState,
  { artefacts, deliveries, emails, outlook }: JobSurroundings,
): JobAnswer => ({
  jobId: run._id,
  status: run.status,
  reason: run.reason ?? null,
  step,
  progress,
  attempts,
  ...presentOutlook(outlook),
  trigger: run.trigger,
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
  earlierErrors: (run.earlierEnds ?? []).map(({ fault, finishedAt }) => ({
    ...fault,
    failedAt: finishedAt.toISOString(),
  })),
  late: run.late ?? null,
  previewOf: run.previewOf ?? null,
  createdAt: run.createdAt.toISOString(),
  scheduledFor: instantOrNull(run.scheduledFor),
  startedAt: instantOrNull(run.startedAt),
  finishedAt: instantOrNull(run.finishedAt),
  error: run.fault ?? null,
  cut:
    run.cut === undefined
      ? null
      : { sha256: run.cut.sha256, rows: run.cut.rows, documents: run.cut.documents },
  outputs: artefacts.map((artefact) => output(run, artefact)),
  deliveries: deliveries.map((row) => delivery(row, emails)),
});
