/** The months to come, each day with its report; to press one leads to it in the list. */
import { useId, useState } from 'react';
import { now } from '../../clock.ts';
import { Button } from '../../design/button.tsx';
import { dayIn } from '../../model/day.ts';
import { useVoice } from '../../words/voice-context.tsx';
import { monthOf, plusMonths, weekdaysOf, weeksOf } from './month.ts';
import { comingOn, localDay, missingOn, type Planned } from './plan.ts';

interface MonthViewProps {
  readonly plan: readonly Planned[];
  /** Of the schedule: its days are these. */
  readonly timeZone: string;
  /** Day behind which it goes on without being shown; null: all is shown. */
  readonly horizon: string | null;
  readonly onPick: (due: string) => void;
}

interface DayProps extends Pick<MonthViewProps, 'plan' | 'onPick'> {
  readonly day: string;
}

const CLOCK = ['yyyy-mm-ddT'.length, 'yyyy-mm-ddThh:mm'.length] as const;

/** What the colours of a day say. */
const useDayWords = () => {
  const { say, day, clock } = useVoice();
  return (date: string, { at }: Planned): string => {
    if (at === null) return say('month.missing', { day: day(date) });
    const values = { day: day(localDay(at)), at: clock(at.slice(...CLOCK)) };
    return localDay(at) === date
      ? say('month.comes', values)
      : say('month.moved', { ...values, planned: day(date) });
  };
};

function Day({ plan, day, onPick }: DayProps) {
  const { clock } = useVoice();
  const words = useDayWords();
  const coming = comingOn(plan, day);
  const [first] = [...coming, ...missingOn(plan, day)];
  const number = String(Number(day.slice(-2)));
  if (first === undefined) return <span className="month-day">{number}</span>;
  const isComing = coming.length > 0;
  return (
    <button
      type="button"
      className={`month-day ${isComing ? 'month-comes' : 'month-missing'}`}
      onClick={() => {
        onPick(first.due);
      }}
    >
      <span className="only-heard">{words(day, first)}</span>
      <span aria-hidden>{number}</span>
      {isComing && (
        <span aria-hidden className="month-clock">
          {clock((first.at ?? '').slice(...CLOCK))}
        </span>
      )}
    </button>
  );
}

function Weekdays() {
  const { locale, weekday, weekdayShort } = useVoice();
  return (
    <tr>
      {weekdaysOf(locale).map((index) => (
        <th key={index} scope="col" abbr={weekday(index)}>
          {weekdayShort(index)}
        </th>
      ))}
    </tr>
  );
}

const lastMonth = (plan: readonly Planned[], today: string): string =>
  plan.reduce((last, { at, due }) => {
    const month = monthOf(at === null ? due : localDay(at));
    return month > last ? month : last;
  }, monthOf(today));

export function MonthView({ plan, timeZone, horizon, onPick }: MonthViewProps) {
  const { say, locale, monthName, day: dayName } = useVoice();
  const today = dayIn(timeZone, now());
  const [month, setMonth] = useState(monthOf(plan[0] === undefined ? today : plan[0].due));
  const title = useId();
  const step = (months: number, label: 'calendar.before' | 'calendar.after', isDisabled: boolean) => (
    <Button
      variant="quiet"
      aria-label={say(label)}
      isDisabled={isDisabled}
      onPress={() => {
        setMonth(plusMonths(month, months));
      }}
    >
      {months < 0 ? '‹' : '›'}
    </Button>
  );
  return (
    <div className="month">
      <div className="month-head">
        {step(-1, 'calendar.before', month <= monthOf(today))}
        <h3 id={title} aria-live="polite">
          {monthName(month)}
        </h3>
        {step(1, 'calendar.after', month >= lastMonth(plan, today))}
      </div>
      <table aria-labelledby={title}>
        <thead>
          <Weekdays />
        </thead>
        <tbody>
          {weeksOf(month, locale).map((week) => (
            <tr key={week[0]}>
              {week.map((day) => (
                <td key={day} aria-current={day === today ? 'date' : undefined}>
                  {monthOf(day) === month && <Day plan={plan} day={day} onPick={onPick} />}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <p className="note">
        {say('month.zone', { zone: timeZone })}
        {horizon !== null && ` ${say('month.horizon', { day: dayName(horizon) })}`}
      </p>
    </div>
  );
}
