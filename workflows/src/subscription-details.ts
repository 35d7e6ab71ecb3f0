import type { NextRun } from '@rounds/contracts/timetable';
import { periodLabel } from '@rounds/contracts/ids';
import type { SubscriptionState } from '@rounds/contracts/messages';

/** Markdown for the Web UI. It says what is subscribed, too: a static summary does not outlive continue-as-new. */
export const detailsOf = (
  { desired, reportType, studyId, lastRunId, lastRunStatus, runCount }: SubscriptionState,
  next: NextRun | null | undefined,
  underWay: Iterable<string>,
): string => {
  const { every, at, timeZone } = desired.schedule;
  const { snoozedUntil, closedAt, exceptions = [] } = desired;
  return [
    `**${desired.status}**, revision ${String(desired.revision)}, ${String(runCount)} runs`,
    `- ${reportType} of ${studyId}, every ${every} at ${at} ${timeZone}`,
    next ? `- next run: ${next.local}, period ${periodLabel(next.period)}` : '- no next run',
    ...(snoozedUntil === undefined ? [] : [`- snoozed until ${snoozedUntil}`]),
    ...(exceptions.length === 0 ? [] : [`- ${String(exceptions.length)} runs skipped or moved`]),
    ...(closedAt === undefined ? [] : [`- the study closes on ${closedAt}`]),
    ...[...underWay].map((runId) => `- under way: \`${runId}\``),
    ...(lastRunId === undefined ? [] : [`- last run: \`${lastRunId}\` ${lastRunStatus ?? ''}`]),
  ].join('\n');
};
