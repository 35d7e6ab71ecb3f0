import type { FingerprintDocument, LinkDocument, RunDocument } from '@rounds/contracts/collections';
import { DEFAULT_LANGUAGE } from '@rounds/contracts/language';
import { isHeldBack } from '../jobs/gated-files.ts';
import type { FileEvidence, PersonEvidence } from './evidence.ts';
import type { Match } from './verify.dto.ts';

const instantOrNull = (at: Date | null | undefined): string | null => at?.toISOString() ?? null;

export const presentRun = (run: RunDocument): Match['run'] => ({
  jobId: run._id,
  status: run.status,
  studyId: run.studyId,
  reportType: run.reportType,
  period: run.period,
  timeZone: run.timeZone,
  template: run.template ?? null,
  cut: run.cut?.sha256 ?? null,
  finishedAt: instantOrNull(run.finishedAt),
});

export const presentFile = (
  run: RunDocument,
  file: FingerprintDocument,
  { kept, supersededAt }: FileEvidence,
): Match['file'] => ({
  format: file.format,
  scope: file.scope,
  language: file.language ?? DEFAULT_LANGUAGE,
  bytes: file.bytes,
  madeAt: file.madeAt.toISOString(),
  kept,
  heldBack: isHeldBack(run, file),
  supersededAt: instantOrNull(supersededAt),
});

const presentLink = ({ expiresAt, revokedAt }: LinkDocument, now: number) => ({
  expiresAt: expiresAt.toISOString(),
  revokedAt: instantOrNull(revokedAt),
  open: revokedAt === undefined && expiresAt.getTime() > now,
});

/** @param emails by user id */
export const presentPerson = (
  { userId, delivery, link, openings }: PersonEvidence,
  emails: ReadonlyMap<string, string>,
  now: number,
): Match['people'][number] => ({
  email: emails.get(userId) ?? userId,
  mail:
    delivery === undefined
      ? null
      : { status: delivery.receipt ?? delivery.status, acceptedAt: instantOrNull(delivery.acceptedAt) },
  link: link === undefined ? null : presentLink(link, now),
  openings: openings.map(({ what, at, linkId }) => ({
    what,
    by: linkId === null ? ('person' as const) : ('link' as const),
    at: at.toISOString(),
  })),
});
