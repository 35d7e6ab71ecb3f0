import { useReducer } from 'react';
import { parseDate } from '@internationalized/date';
import { Button } from 'react-aria-components/Button';
import {
  DateInput,
  DatePicker,
  DateSegment,
  Group,
  Label,
  Popover,
  Text,
} from 'react-aria-components/DatePicker';
import { Dialog } from 'react-aria-components/Dialog';
import { useVoice } from '../words/voice-context.tsx';
import { DayCalendar } from './day-calendar.tsx';
import './field.css';
import './overlay.css';

interface DayFieldProps {
  readonly label: string;
  readonly note?: string;
  /** `2026-12-07`; null: none. */
  readonly value: string | null;
  /** First and last day that may be chosen. */
  readonly min?: string;
  readonly max?: string;
  readonly onChange: (day: string | null) => void;
}

const dayOf = (day: string | null | undefined) => (day === null || day === undefined ? null : parseDate(day));

/** A day: typed, stepped, or chosen from a month. */
export function DayField({ label, note, value, min, max, onChange }: DayFieldProps) {
  const { say } = useVoice();
  const [drawn, drawAnew] = useReducer((times: number) => times + 1, 0);
  return (
    <DatePicker
      // Who leaves it half typed has not chosen another day: what stands there is what counts.
      key={drawn}
      onBlur={drawAnew}
      className="field"
      granularity="day"
      shouldForceLeadingZeros
      value={dayOf(value)}
      minValue={dayOf(min)}
      maxValue={dayOf(max)}
      onChange={(day) => {
        onChange(day?.toString() ?? null);
      }}
    >
      <Label className="label">{label}</Label>
      <Group className="field-box field-box-short">
        <DateInput className="field-segments">
          {(segment) => <DateSegment segment={segment} className="field-segment" />}
        </DateInput>
        <Button className="field-open" aria-label={say('choose')}>
          ▾
        </Button>
      </Group>
      {note !== undefined && (
        <Text slot="description" className="note">
          {note}
        </Text>
      )}
      <Popover className="popover">
        <Dialog className="day-dialog">
          <DayCalendar />
        </Dialog>
      </Popover>
    </DatePicker>
  );
}
