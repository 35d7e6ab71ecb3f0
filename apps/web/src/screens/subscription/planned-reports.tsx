/** The reports to come, one after the other: each may be left out, moved, and brought back. */
import { useEffect, useState } from 'react';
import { now } from '../../clock.ts';
import { Button } from '../../design/button.tsx';
import { OwnClock } from '../../parts/next-runs.tsx';
import { useVoice } from '../../words/voice-context.tsx';
import { MoveButton } from './move.tsx';
import type { Planned, Subscription } from './plan.ts';
import { useWishes } from './use-wishes.ts';

interface RunProps {
  readonly run: Planned;
  readonly subscription: Subscription;
}

const OWN_HOLIDAY = 'holiday';

/** Why it does not come as the schedule has it. */
function Reason({ run: { state, holiday, scheduledFor }, subscription }: RunProps) {
  const { say, moment } = useVoice();
  const planned = moment(scheduledFor, subscription.schedule.timeZone);
  if (state === 'comes') return null;
  return (
    <p className="note">
      {state === 'moved' && say('planned.moved', { at: planned })}
      {state === 'skipped' && say('planned.skipped')}
      {state === 'snoozed' && say('planned.snoozed')}
      {holiday !== null && holiday !== OWN_HOLIDAY && (
        <>
          {' '}
          {say('planned.holiday')} <span lang="en">{holiday}</span>
        </>
      )}
      {holiday === OWN_HOLIDAY && ` ${say('planned.own-holiday')}`}
    </p>
  );
}

function Moment({ run: { at, scheduledFor }, subscription }: RunProps) {
  const { moment, fromNow } = useVoice();
  const { timeZone } = subscription.schedule;
  if (at === null) return <s>{moment(scheduledFor, timeZone)}</s>;
  return (
    <>
      <p>
        <time dateTime={at}>{moment(at, timeZone)}</time> <span className="note">{fromNow(at, now())}</span>
      </p>
      <OwnClock at={at} zone={timeZone} />
    </>
  );
}

const idOf = (due: string): string => `report-${due}`;

const focusOn = (due: string): void => {
  document.querySelector<HTMLElement>(`#${idOf(due)}`)?.focus();
};

/** What can be done about it. The button that does it goes: the focus stays with the report. A wish about a single report stands over holidays and snooze. */
function Ways({ run, subscription }: RunProps) {
  const { say, moment } = useVoice();
  const { skip, restore, sendAnyway } = useWishes(subscription);
  const { state, holiday } = run;
  const at = moment(run.at ?? run.scheduledFor, subscription.schedule.timeZone);
  const isWish = holiday === null && (state === 'moved' || state === 'skipped');
  return (
    <div className="planned-ways">
      {isWish && (
        <Button
          variant="quiet"
          aria-label={say('planned.restore-of', { at })}
          onPress={() => {
            focusOn(run.due);
            restore(run);
          }}
        >
          {say('planned.restore')}
        </Button>
      )}
      {!isWish && run.at === null && (
        <Button
          variant="quiet"
          aria-label={say('planned.anyway-of', { at })}
          onPress={() => {
            focusOn(run.due);
            sendAnyway(run);
          }}
        >
          {say('planned.anyway')}
        </Button>
      )}
      <MoveButton run={run} subscription={subscription} />
      {run.at !== null && (
        <Button
          variant="quiet"
          aria-label={say('planned.skip-of', { at })}
          onPress={() => {
            focusOn(run.due);
            skip(run);
          }}
        >
          {say('planned.skip')}
        </Button>
      )}
    </div>
  );
}

interface PlannedReportsProps {
  readonly plan: readonly Planned[];
  readonly subscription: Subscription;
  readonly mayChange: boolean;
  /** Due day of the one that was chosen in the calendar: it is shown, and has the focus. */
  readonly picked: { readonly due: string } | null;
}

const SHOWN = 6;

export function PlannedReports({ plan, subscription, mayChange, picked }: PlannedReportsProps) {
  const { say } = useVoice();
  const [isLong, setLong] = useState(false);
  const isFar = plan.findIndex(({ due }) => due === picked?.due) >= SHOWN;
  useEffect(() => {
    if (picked !== null) focusOn(picked.due);
  }, [picked]);
  const shown = isLong || isFar ? plan : plan.slice(0, SHOWN);
  return (
    <>
      <ol role="list" className="planned">
        {shown.map((run) => (
          <li key={run.due} id={idOf(run.due)} tabIndex={-1} className={`planned-${run.state}`}>
            <div>
              <Moment run={run} subscription={subscription} />
              <Reason run={run} subscription={subscription} />
            </div>
            {mayChange && <Ways run={run} subscription={subscription} />}
          </li>
        ))}
      </ol>
      {shown.length < plan.length && (
        <Button
          variant="quiet"
          onPress={() => {
            setLong(true);
          }}
        >
          {say('planned.more', { n: plan.length - shown.length })}
        </Button>
      )}
    </>
  );
}
