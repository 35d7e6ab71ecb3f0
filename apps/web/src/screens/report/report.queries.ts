import type { components } from '@rounds/client/generated/api';
import { ask } from '../../api/queries.ts';
import type { Language } from '../../words/voice.ts';

export type Job = components['schemas']['Job'];
export type ReportView = components['schemas']['ReportView'];
export type Report = components['schemas']['Report'];

/** How often a page that stays open asks whether its reader may still see it. ms */
const LOOK_AGAIN_MS = 30_000;

export const askForJob = (jobId: string) => ({
  ...ask('/api/v1/jobs/{jobId}', { params: { path: { jobId } } }),
  refetchInterval: LOOK_AGAIN_MS,
});

/**
 * Asked for once, as each time is told as an opening; anew only when what the reader may see has changed. Not kept
 * when they leave the page.
 */
export const askForView = ({ jobId, outputs }: Job, language: Language) => {
  const asked = ask('/api/v1/jobs/{jobId}/view', { params: { path: { jobId }, query: { language } } });
  const scopes = [...new Set(outputs.map(({ scope }) => JSON.stringify(scope)))].sort();
  return {
    ...asked,
    queryKey: [...asked.queryKey, ...scopes] as unknown as typeof asked.queryKey,
    staleTime: Infinity,
    gcTime: 0,
  };
};
