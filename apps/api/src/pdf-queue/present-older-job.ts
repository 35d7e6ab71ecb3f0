import { isRedrivable } from '@rounds/contracts/run';
import type { JobAnswer } from '../jobs/jobs.dto.ts';
import { jobPath } from '../jobs/present-job.ts';
import type { OlderJobAnswer } from './pdf-queue.dto.ts';

/** @param publicUrl where callers reach the API, without a trailing slash */
export const presentOlderJob = (job: JobAnswer, publicUrl: string): OlderJobAnswer => {
  const isMade = job.outputs.some(({ format }) => format === 'pdf');
  const download = isMade ? `${jobPath(job.jobId)}/download?format=pdf` : null;
  return {
    job_id: job.jobId,
    status: job.status,
    step: job.step,
    progress: job.progress,
    code: job.template,
    product_id: job.studyId,
    priority: job.priority,
    position_in_queue: job.position,
    estimated_completion: job.estimatedCompletion,
    created_at: job.createdAt,
    started_at: job.startedAt,
    completed_at: job.status === 'completed' ? job.finishedAt : null,
    failed_at: isRedrivable(job.status) ? job.finishedAt : null,
    error: job.error?.message ?? job.reason,
    retry_count: job.redrives,
    download_url: isMade ? `/api/jobs/${encodeURIComponent(job.jobId)}/download` : null,
    google_drive_link: download === null ? null : `${publicUrl}${download}`,
  };
};
