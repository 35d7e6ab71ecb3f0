import type { ReactNode } from 'react';
import { rhythmOf } from '../../model/rhythm.ts';
import { reportName } from '../../model/schedule.ts';
import { Page } from '../../design/page.tsx';
import { useVoice } from '../../words/voice-context.tsx';
import type { Job } from './report.queries.ts';

interface ReportHeadProps {
  readonly job: Job;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

/** Which report of what, over all that becomes of it. */
export function ReportHead({ job, actions, children }: ReportHeadProps) {
  const voice = useVoice();
  const { period, say } = voice;
  return (
    <Page
      title={reportName(voice, job.reportType, rhythmOf(job.period))}
      lead={say('read.of', { study: job.studyId, period: period(job.period) })}
      {...(actions !== undefined && { actions })}
    >
      {children}
    </Page>
  );
}
