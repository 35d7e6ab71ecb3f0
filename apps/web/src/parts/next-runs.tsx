/** When a schedule would bring reports, as one types: computed by the API, as the subscription itself would. */
import type { components } from '@rounds/client/generated/api';
import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query';
import { api } from '../api/client.ts';
import { ask } from '../api/queries.ts';
import { Answer } from '../design/answer.tsx';
import type { Holidays } from '../model/holidays.ts';
import type { Schedule } from '../model/schedule.ts';
import { zoneOf } from '../model/zone.ts';
import { useVoice } from '../words/voice-context.tsx';
import { isInput, Wrong } from './wrong.tsx';
import './next-runs.css';

type PreviewSchedule = components['schemas']['PreviewSchedule'];

/** What a schedule brings, with its holidays and its end. Asked as often as somebody types; kept by what was asked. */
export const schedulePreview = (body: PreviewSchedule) =>
  queryOptions({
    queryKey: ['/api/v1/schedules/preview', body],
    queryFn: ({ signal }) => api.post('/api/v1/schedules/preview', { body, signal }),
  });

/** Of the same moment, on the reader's clock, where that is another one. */
export function OwnClock({ at, zone }: { readonly at: string; readonly zone: string }) {
  const { moment, say } = useVoice();
  const { data: me } = useQuery(ask('/api/v1/me'));
  const own = zoneOf(me);
  const elsewhere = moment(at, own);
  return elsewhere === moment(at, zone) ? null : (
    <span className="note">{say('when.own-clock', { at: elsewhere })}</span>
  );
}

interface NextRunsProps {
  readonly schedule: Schedule;
  readonly until?: string | null;
  readonly holidays: Holidays | null;
}

export function NextRuns({ schedule, until = null, holidays }: NextRunsProps) {
  const { say, moment, period } = useVoice();
  const preview = useQuery({
    ...schedulePreview({
      schedule,
      ...(until !== null && { until }),
      ...(holidays !== null && { holidays }),
    }),
    placeholderData: keepPreviousData,
  });
  return (
    <section className="next-runs" aria-labelledby="next-runs" aria-live="polite">
      <h2 id="next-runs">{say('when.next')}</h2>
      {isInput(preview.error) ? (
        <Wrong problem={preview.error} />
      ) : (
        <Answer query={preview} lines={5}>
          {({ runs, warnings }) => (
            <>
              <ol role="list">
                {runs.map((run) => (
                  <li key={run.due}>
                    <time dateTime={run.at}>{moment(run.at, schedule.timeZone)}</time>
                    <OwnClock at={run.at} zone={schedule.timeZone} />
                    <span className="note">{say('when.covers', { period: period(run.period) })}</span>
                  </li>
                ))}
              </ol>
              {warnings.length > 0 && <p className="note urgent">{say('when.no-summer-time')}</p>}
            </>
          )}
        </Answer>
      )}
    </section>
  );
}
