/** What comes when: a list in which each report can be left out or moved, and the months beside it. */
import { useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import { schedulePreview } from '../../parts/next-runs.tsx';
import { useVoice } from '../../words/voice-context.tsx';
import { MonthView } from './month-view.tsx';
import { planOf, type SchedulePreview, type Subscription } from './plan.ts';
import { PlannedReports } from './planned-reports.tsx';
import { Snooze } from './snooze.tsx';

/** The most that the API shows. */
const PLANNED = 20;

const previewOf = ({ schedule, until, holidays }: Subscription) =>
  schedulePreview({
    schedule,
    count: PLANNED,
    ...(until !== null && { until }),
    ...(holidays !== null && { holidays }),
  });

/** As far as it was asked for: behind that day it goes on, and nothing here says how. */
const horizonOf = (preview: SchedulePreview | undefined): string | null =>
  preview?.runs.length === PLANNED ? (preview.runs.at(-1)?.due ?? null) : null;

/** Chosen anew each time: so that the same one, pressed again, has the focus again. */
interface Picked {
  readonly due: string;
}

interface CalendarProps {
  readonly subscription: Subscription;
  readonly mayChange: boolean;
}

export function Calendar({ subscription, mayChange }: CalendarProps) {
  const { say } = useVoice();
  const [picked, setPicked] = useState<Picked | null>(null);
  const { status, schedule } = subscription;
  const { data: preview } = useQuery({ ...previewOf(subscription), enabled: status === 'active' });
  const plan = planOf(subscription, preview);
  if (status !== 'active') return null;
  return (
    <div className="calendar">
      <section aria-labelledby="next">
        <h2 id="next">{say('next.title')}</h2>
        {plan.length === 0 ? (
          <p>{say('report.no-next')}</p>
        ) : (
          <PlannedReports plan={plan} subscription={subscription} mayChange={mayChange} picked={picked} />
        )}
        {mayChange && plan.length > 0 && <Snooze plan={plan} subscription={subscription} />}
      </section>
      {plan.length > 0 && (
        <MonthView
          plan={plan}
          timeZone={schedule.timeZone}
          horizon={horizonOf(preview)}
          onPick={(due) => {
            setPicked({ due });
          }}
        />
      )}
    </div>
  );
}
