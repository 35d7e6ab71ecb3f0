import { useEffect } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { followJob, isOver } from '@rounds/client/job-events';
import { changed } from '../../api/changes.ts';
import { api } from '../../api/client.ts';
import { askForJob, type Job } from './report.queries.ts';

/** Keeps a report that is being made current, step by step; where the stream fails, the page goes on asking by itself. */
export const useLive = (job: Job): void => {
  const queryClient = useQueryClient();
  const { jobId } = job;
  const isOpen = !isOver(job);
  useEffect(() => {
    if (!isOpen) return undefined;
    const leaving = new AbortController();
    const { signal } = leaving;
    const follow = async (): Promise<void> => {
      for await (const { type, status, step, progress } of followJob(api, jobId, { signal }))
        // How it ended is read anew, with what was made.
        if (type === 'progress')
          queryClient.setQueryData(
            askForJob(jobId).queryKey,
            (known) => known && { ...known, status, step, progress },
          );
      await changed(queryClient, '/api/v1/jobs/{jobId}', '/api/v1/jobs', '/api/v1/me/reports');
    };
    follow().catch(() => undefined);
    return () => {
      leaving.abort();
    };
  }, [isOpen, jobId, queryClient]);
};
