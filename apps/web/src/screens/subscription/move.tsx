import { useState } from 'react';
import { now } from '../../clock.ts';
import { Button } from '../../design/button.tsx';
import { ClockField } from '../../design/clock-field.tsx';
import { DayField } from '../../design/day-field.tsx';
import { DialogButton } from '../../design/dialog.tsx';
import { localMoment } from '../../model/local-moment.ts';
import { dayIn, plusDays } from '../../model/day.ts';
import { OwnClock } from '../../parts/next-runs.tsx';
import { useVoice } from '../../words/voice-context.tsx';
import '../../parts/schedule-editor.css';
import { localDay, type Planned, type Subscription } from './plan.ts';
import { localTime, useWishes } from './use-wishes.ts';

interface Props {
  readonly run: Planned;
  readonly subscription: Subscription;
}

/** The API takes a year. */
const MOST_DAYS_AHEAD = 365;
const CLOCK_AT = 'yyyy-mm-ddT'.length;

interface WhenProps {
  readonly to: string;
  readonly zone: string;
}

/** The moment that it will be, where the clock changes that day too. */
function Outcome({ to, zone }: WhenProps) {
  const { say, moment } = useVoice();
  const { at, clock } = localMoment(to, zone);
  return (
    <>
      <p>{say('move.then', { at: moment(at, zone) })}</p>
      <OwnClock at={at} zone={zone} />
      {clock === 'skipped' && <p className="note">{say('move.clock-skips')}</p>}
      {clock === 'twice' && <p className="note">{say('move.clock-twice')}</p>}
    </>
  );
}

/** What is typed so far may be a day of long ago. */
const useTarget = ({ run, subscription }: Props) => {
  const zone = subscription.schedule.timeZone;
  const from = localTime(run.at ?? run.scheduledFor);
  const [day, setDay] = useState<string | null>(localDay(from));
  const [clock, setClock] = useState(from.slice(CLOCK_AT));
  const first = dayIn(zone, now());
  const last = plusDays(first, MOST_DAYS_AHEAD);
  const to = day !== null && day >= first && day <= last ? `${day}T${clock}` : null;
  const isAhead = to !== null && Date.parse(localMoment(to, zone).at) > now().getTime();
  return { day, setDay, clock, setClock, first, last, to: isAhead ? to : null, isMoved: to !== from };
};

function MoveForm({ close, ...props }: Props & { readonly close: () => void }) {
  const { say, moment } = useVoice();
  const { run, subscription } = props;
  const zone = subscription.schedule.timeZone;
  const { move } = useWishes(subscription);
  const { day, setDay, clock, setClock, first, last, to, isMoved } = useTarget(props);
  return (
    <>
      <p>{say('move.from', { at: moment(run.scheduledFor, zone) })}</p>
      <div className="schedule-row">
        <DayField label={say('move.day')} value={day} min={first} max={last} onChange={setDay} />
        <ClockField label={say('when.at')} value={clock} onChange={setClock} />
      </div>
      <div aria-live="polite">
        {to === null ? (
          <p className="field-fault">{say('move.not-then')}</p>
        ) : (
          <Outcome to={to} zone={zone} />
        )}
      </div>
      <div className="dialog-ways">
        <Button onPress={close}>{say('leave-it')}</Button>
        <Button
          variant="main"
          isDisabled={to === null || !isMoved}
          onPress={() => {
            close();
            if (to !== null) move(run, to);
          }}
        >
          {say('move.do')}
        </Button>
      </div>
    </>
  );
}

export function MoveButton({ run, subscription }: Props) {
  const { say, moment } = useVoice();
  const at = moment(run.at ?? run.scheduledFor, subscription.schedule.timeZone);
  return (
    <DialogButton
      label={say('move')}
      ariaLabel={say('move.of', { at })}
      variant="quiet"
      title={say('move.title')}
    >
      {(close) => <MoveForm run={run} subscription={subscription} close={close} />}
    </DialogButton>
  );
}
