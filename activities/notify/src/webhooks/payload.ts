import { defined } from '@rounds/contracts/defined';
import type { WebhookDeliveryDocument, WebhookPayload } from '@rounds/contracts/webhook';
import { spokenPayload, type SpokenPayload } from '@rounds/report-types/spoken-payload';

const absolute = ({ link, ...rest }: SpokenPayload, publicUrl: string): SpokenPayload =>
  link === undefined ? rest : { ...rest, link: publicUrl + link };

/** The names that the older PDF queue's receivers read. */
const pdfQueue = ({ jobId, status, link, error, completedAt, failedAt, retryCount }: SpokenPayload) => ({
  job_id: jobId,
  status,
  ...(link === undefined ? {} : { link, google_drive_link: link }),
  ...(error === undefined ? {} : { error: error.message }),
  ...defined({ completed_at: completedAt, failed_at: failedAt }),
  retry_count: retryCount,
});

/** The bytes that are signed and sent: the same at every attempt. */
export const bodyOf = (
  { payload, style }: Pick<WebhookDeliveryDocument, 'payload' | 'style'>,
  publicUrl: string,
): string => {
  const spoken = absolute(spokenPayload(payload), publicUrl);
  return JSON.stringify(style === 'pdf-queue' ? pdfQueue(spoken) : spoken);
};

/** As of a run that was made, marked as what it is. */
export const testBody = (at: Date, publicUrl: string): string => {
  const jobId = 'run_000000000000000000000000';
  const payload: WebhookPayload = {
    ...{ jobId, status: 'completed', link: `/api/v1/jobs/${jobId}/download?format=pdf` },
    ...{ completedAt: at.toISOString(), retryCount: 0, test: true },
  };
  return bodyOf({ payload, style: 'rounds' }, publicUrl);
};
