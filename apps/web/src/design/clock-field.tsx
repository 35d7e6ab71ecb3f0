import { parseTime } from '@internationalized/date';
import { Label } from 'react-aria-components/Label';
import { DateInput, DateSegment, TimeField } from 'react-aria-components/TimeField';
import './field.css';

interface ClockFieldProps {
  readonly label: string;
  /** `08:00` */
  readonly value: string;
  readonly onChange: (time: string) => void;
}

/** A time of day by hours and minutes, typed or stepped. */
export function ClockField({ label, value, onChange }: ClockFieldProps) {
  return (
    <TimeField
      className="field"
      hourCycle={24}
      shouldForceLeadingZeros
      value={parseTime(value)}
      onChange={(time) => {
        if (time !== null) onChange(time.toString().slice(0, 'hh:mm'.length));
      }}
    >
      <Label className="label">{label}</Label>
      <DateInput className="field-box field-box-short field-segments">
        {(segment) => <DateSegment segment={segment} className="field-segment" />}
      </DateInput>
    </TimeField>
  );
}
