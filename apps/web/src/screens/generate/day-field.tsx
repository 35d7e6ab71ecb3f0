import { useId } from 'react';
import '../../design/field.css';

interface DayFieldProps {
  readonly label: string;
  readonly note: string;
  /** `2026-12-07` */
  readonly value: string;
  readonly latest: string;
  readonly onChange: (day: string) => void;
}

/** The device's own calendar: what phones and screen readers know best. */
export function DayField({ label, note, value, latest, onChange }: DayFieldProps) {
  const id = useId();
  return (
    <div className="field">
      <label className="label" htmlFor={id}>
        {label}
      </label>
      <div className="field-box field-box-short">
        <input
          id={id}
          type="date"
          required
          className="field-input"
          aria-describedby={`${id}-note`}
          value={value}
          max={latest}
          onChange={({ target }) => {
            onChange(target.value);
          }}
        />
      </div>
      <p className="note" id={`${id}-note`}>
        {note}
      </p>
    </div>
  );
}
