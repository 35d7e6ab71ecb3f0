import { Choice, Choices } from '../design/choice.tsx';
import { FORMATS, type Format } from '../model/format.ts';
import { useVoice } from '../words/voice-context.tsx';

interface FormatsProps {
  readonly value: readonly Format[];
  readonly onChange: (formats: Format[]) => void;
}

/** In which files a report comes. */
export function FormatsField({ value, onChange }: FormatsProps) {
  const { say } = useVoice();
  return (
    <Choices
      label={say('files.formats')}
      options={FORMATS.map((id) => ({ id, label: say(`format.${id}`) }))}
      value={value}
      onChange={(formats) => {
        // A report without a file would be none: the last one stays.
        if (formats.length > 0) onChange(formats);
      }}
    />
  );
}

type Deliver = 'always' | 'changed';

interface DeliverProps {
  readonly value: Deliver;
  readonly onChange: (deliver: Deliver) => void;
}

/** Whether it comes also when nothing has changed. */
export function DeliverField({ value, onChange }: DeliverProps) {
  const { say } = useVoice();
  return (
    <Choice
      label={say('files.deliver')}
      look="line"
      options={[
        { id: 'always', label: say('files.always') },
        { id: 'changed', label: say('files.changed') },
      ]}
      value={value}
      onChange={onChange}
    />
  );
}
