import { Input } from 'react-aria-components/Input';
import { Label } from 'react-aria-components/Label';
import { FieldError, Text, TextField as AriaTextField } from 'react-aria-components/TextField';
import './field.css';

interface TextFieldProps {
  readonly label: string;
  readonly note?: string;
  /** What is wrong with it; else nothing is. */
  readonly fault?: string | undefined;
  /** `email`: phones show the keyboard for it. */
  readonly type?: 'text' | 'email';
  readonly value: string;
  readonly onChange: (text: string) => void;
  readonly isRequired?: boolean;
  readonly maxLength?: number;
  readonly autoFocus?: boolean;
}

/** One line of text. */
export function TextField({ label, note, fault, ...rest }: TextFieldProps) {
  return (
    <AriaTextField {...rest} className="field" isInvalid={fault !== undefined} validationBehavior="aria">
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
    </AriaTextField>
  );
}
