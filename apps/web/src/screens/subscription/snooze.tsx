/** Nothing for a while: what is due before a day is left out. */
import { useEffect, useRef, useState } from 'react';
import { now } from '../../clock.ts';
import { Button } from '../../design/button.tsx';
import { DayField } from '../../design/day-field.tsx';
import { DialogButton } from '../../design/dialog.tsx';
import { dayIn, plusDays } from '../../model/day.ts';
import { useVoice } from '../../words/voice-context.tsx';
import { leftOutBefore, type Planned, type Subscription } from './plan.ts';
import { useWishes } from './use-wishes.ts';

interface Props {
  readonly plan: readonly Planned[];
  readonly subscription: Subscription;
}

/** The API takes a year. */
const MOST_DAYS_AHEAD = 365;
const TWO_WEEKS = 14;

function SnoozeForm({ plan, subscription, close }: Props & { readonly close: () => void }) {
  const { say } = useVoice();
  const { snooze } = useWishes(subscription);
  const today = dayIn(subscription.schedule.timeZone, now());
  const [until, setUntil] = useState<string | null>(plusDays(today, TWO_WEEKS));
  const last = plusDays(today, MOST_DAYS_AHEAD);
  const isAhead = until !== null && until > today && until <= last;
  // What lies behind the last one that is planned here, nobody has counted.
  const isCounted = isAhead && until <= (plan.at(-1)?.due ?? '');
  return (
    <>
      <DayField
        label={say('snooze.until')}
        note={subscription.schedule.timeZone}
        value={until}
        min={plusDays(today, 1)}
        max={last}
        onChange={setUntil}
      />
      {isCounted && (
        <p aria-live="polite">{say('snooze.leaves-out', { n: leftOutBefore(plan, until).length })}</p>
      )}
      <div className="dialog-ways">
        <Button onPress={close}>{say('leave-it')}</Button>
        <Button
          variant="main"
          isDisabled={!isAhead}
          onPress={() => {
            close();
            snooze(until);
          }}
        >
          {say('snooze')}
        </Button>
      </div>
    </>
  );
}

/** Takes the focus from the button that it takes the place of; none of it when the page comes. */
const useFocusWhen = (changed: unknown) => {
  const place = useRef<HTMLDivElement>(null);
  const before = useRef(changed);
  useEffect(() => {
    if (before.current !== changed) place.current?.focus();
    before.current = changed;
  }, [changed]);
  return place;
};

function Asleep({ until, subscription }: { readonly until: string; readonly subscription: Subscription }) {
  const { say, day } = useVoice();
  const { snooze } = useWishes(subscription);
  return (
    <p className="snoozed">
      <span>{say('snooze.asleep', { day: day(until) })}</span>
      <Button
        variant="quiet"
        onPress={() => {
          snooze(null);
        }}
      >
        {say('snooze.end')}
      </Button>
    </p>
  );
}

export function Snooze({ plan, subscription }: Props) {
  const { say } = useVoice();
  const { snoozedUntil, schedule } = subscription;
  const place = useFocusWhen(snoozedUntil);
  const isAsleep = snoozedUntil !== null && snoozedUntil > dayIn(schedule.timeZone, now());
  return (
    <div ref={place} tabIndex={-1}>
      {isAsleep ? (
        <Asleep until={snoozedUntil} subscription={subscription} />
      ) : (
        <DialogButton label={say('snooze')} title={say('snooze.title')}>
          {(close) => <SnoozeForm plan={plan} subscription={subscription} close={close} />}
        </DialogButton>
      )}
    </div>
  );
}
