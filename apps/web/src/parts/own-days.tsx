import { parseDate } from '@internationalized/date';
import { DialogTrigger } from 'react-aria-components/Dialog';
import { Popover } from 'react-aria-components/Popover';
import { now } from '../clock.ts';
import { Button } from '../design/button.tsx';
import { DayCalendar } from '../design/day-calendar.tsx';
import { dayIn, periodsOf } from '../model/day.ts';
import { useVoice } from '../words/voice-context.tsx';
import '../design/overlay.css';
import './own-days.css';

interface OwnDaysProps {
  /** `2026-12-24`, in their order. */
  readonly days: readonly string[];
  readonly timeZone: string;
  readonly onChange: (days: string[]) => void;
}

/** Those that are chosen; what follows each other goes together. */
function Chosen({ days, onChange }: Omit<OwnDaysProps, 'timeZone'>) {
  const { say, period } = useVoice();
  return (
    <ul role="list" className="own-days-chosen">
      {periodsOf(days).map((each) => (
        <li key={each.start}>
          {period(each)}
          <Button
            variant="quiet"
            aria-label={say('holidays.remove', { days: period(each) })}
            onPress={() => {
              onChange(days.filter((day) => day < each.start || day >= each.end));
            }}
          >
            ×
          </Button>
        </li>
      ))}
    </ul>
  );
}

/** Days of one's own, pressed in a calendar: once more takes one off again. */
export function OwnDays({ days, timeZone, onChange }: OwnDaysProps) {
  const { say } = useVoice();
  const label = say('holidays.own-days');
  return (
    <div className="own-days" role="group" aria-label={label}>
      <p className="label">{label}</p>
      {days.length > 0 && <Chosen days={days} onChange={onChange} />}
      <DialogTrigger>
        <Button>{say('holidays.choose-days')}</Button>
        <Popover className="popover day-dialog" placement="bottom start">
          <DayCalendar<'multiple'>
            autoFocus
            selectionMode="multiple"
            defaultFocusedValue={parseDate(dayIn(timeZone, now()))}
            value={days.map((day) => parseDate(day))}
            onChange={(chosen) => {
              onChange(chosen.map(String));
            }}
          />
        </Popover>
      </DialogTrigger>
      <p className="note">{say('holidays.own-days-note')}</p>
    </div>
  );
}
