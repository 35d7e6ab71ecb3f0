import type { CalendarDate } from '@internationalized/date';
import { Button } from 'react-aria-components/Button';
import {
  Calendar,
  CalendarCell,
  CalendarGrid,
  CalendarHeading,
  type CalendarProps,
} from 'react-aria-components/Calendar';
import { useVoice } from '../words/voice-context.tsx';
import './day-calendar.css';

type Selection = 'single' | 'multiple';

/** A month of days to choose from, and the way to the next. */
export function DayCalendar<S extends Selection = 'single'>(props: CalendarProps<CalendarDate, S>) {
  const { say } = useVoice();
  return (
    <Calendar {...props} className="day-calendar">
      <div className="day-head">
        <Button slot="previous" className="day-step" aria-label={say('calendar.before')}>
          ‹
        </Button>
        <CalendarHeading className="day-month" />
        <Button slot="next" className="day-step" aria-label={say('calendar.after')}>
          ›
        </Button>
      </div>
      <CalendarGrid>{(date) => <CalendarCell date={date} className="day-cell" />}</CalendarGrid>
    </Calendar>
  );
}
