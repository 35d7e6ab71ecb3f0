import { useId } from 'react';
import './field.css';

interface SelectProps<T extends string> {
  readonly label: string;
  readonly options: readonly { readonly id: T; readonly label: string }[];
  readonly value: T;
  readonly onChange: (chosen: T) => void;
}

/** The device's own: what phones and screen readers know best. */
export function Select<T extends string>({ label, options, value, onChange }: SelectProps<T>) {
  const id = useId();
  return (
    <div className="field">
      <label className="label" htmlFor={id}>
        {label}
      </label>
      <div className="field-box field-box-short field-select">
        <select
          id={id}
          className="field-input"
          value={value}
          onChange={({ target }) => {
            const chosen = options.find((option) => option.id === target.value);
            if (chosen !== undefined) onChange(chosen.id);
          }}
        >
          {options.map(({ id: each, label: name }) => (
            <option key={each} value={each}>
              {name}
            </option>
          ))}
        </select>
      </div>
    </div>
  );
}
