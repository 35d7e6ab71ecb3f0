import { CheckboxButton, CheckboxField } from 'react-aria-components/Checkbox';
import { CheckboxGroup } from 'react-aria-components/CheckboxGroup';
import { Label } from 'react-aria-components/Label';
import { RadioButton, RadioField, RadioGroup } from 'react-aria-components/RadioGroup';
import { Text } from 'react-aria-components/Text';
import './choice.css';

interface Option<T extends string> {
  readonly id: T;
  readonly label: string;
  /** Below the label. */
  readonly note?: string | undefined;
  readonly lang?: string;
}

function Words({ label, note, lang }: Omit<Option<string>, 'id'>) {
  return (
    <span className="choice-words">
      <span lang={lang}>{label}</span>
      {note !== undefined && (
        <Text slot="description" className="note">
          {note}
        </Text>
      )}
    </span>
  );
}

interface ChoiceProps<T extends string> {
  readonly label: string;
  /** Where a heading above says the same. */
  readonly isLabelHeard?: boolean;
  readonly options: readonly Option<T>[];
  /** Null: none yet. */
  readonly value: T | null;
  readonly onChange: (chosen: T) => void;
  /** `line`: short ones beside each other. Default: a list, with its notes. */
  readonly look?: 'line' | 'list';
}

/** One of a few, all in sight. */
export function Choice<T extends string>({
  label,
  isLabelHeard = false,
  options,
  value,
  onChange,
  look = 'list',
}: ChoiceProps<T>) {
  return (
    <RadioGroup
      className={`choice choice-${look}`}
      value={value}
      onChange={(id) => {
        const chosen = options.find((option) => option.id === id);
        if (chosen !== undefined) onChange(chosen.id);
      }}
    >
      <Label className={isLabelHeard ? 'only-heard' : 'label'}>{label}</Label>
      <div className="choice-options">
        {options.map(({ id, ...words }) => (
          <RadioField key={id} value={id} className="choice-field">
            <RadioButton className="choice-option">
              <Words {...words} />
            </RadioButton>
          </RadioField>
        ))}
      </div>
    </RadioGroup>
  );
}

interface ChoicesProps<T extends string> {
  readonly label: string;
  readonly options: readonly Option<T>[];
  readonly value: readonly T[];
  readonly onChange: (chosen: T[]) => void;
}

/** Some of a few, all in sight. */
export function Choices<T extends string>({ label, options, value, onChange }: ChoicesProps<T>) {
  return (
    <CheckboxGroup
      className="choice choice-line choice-boxes"
      value={[...value]}
      onChange={(ids) => {
        onChange(options.map(({ id }) => id).filter((id) => ids.includes(id)));
      }}
    >
      <Label className="label">{label}</Label>
      <div className="choice-options">
        {options.map(({ id, ...words }) => (
          <CheckboxField key={id} value={id}>
            <CheckboxButton className="choice-option">
              <Words {...words} />
            </CheckboxButton>
          </CheckboxField>
        ))}
      </div>
    </CheckboxGroup>
  );
}
