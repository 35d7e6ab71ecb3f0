import { Input } from 'react-aria-components/Input';
import { Label } from 'react-aria-components/Label';
import { FieldError, Text, TextField } from 'react-aria-components/TextField';
import './field.css';

interface AddressFieldProps {
  readonly label: string;
  readonly note?: string;
  readonly value: string;
  readonly onChange: (text: string) => void;
  /** What is wrong with it. */
  readonly fault?: string | undefined;
}

/** An e-mail address, with the keyboard of a phone for it. */
export function AddressField({ label, note, value, onChange, fault }: AddressFieldProps) {
  return (
    <TextField
      className="field"
      type="email"
      value={value}
      isInvalid={fault !== undefined}
      validationBehavior="aria"
      onChange={onChange}
    >
      <Label className="label">{label}</Label>
      <div className="field-box">
        <Input className="field-input" autoComplete="off" />
      </div>
      <FieldError className="field-fault">{fault}</FieldError>
      {note !== undefined && (
        <Text slot="description" className="note">
          {note}
        </Text>
      )}
    </TextField>
  );
}
