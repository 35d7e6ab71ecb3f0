/** Of which study, and which of its reports. */
import type { components } from '@rounds/client/generated/api';
import { Choice } from '../design/choice.tsx';
import { Select } from '../design/select.tsx';
import { reportName } from '../model/schedule.ts';
import type { Study } from '../model/study.ts';
import type { Message } from '../words/message.ts';
import { useVoice } from '../words/voice-context.tsx';
import type { Voice } from '../words/voice.ts';

type ReportType = components['schemas']['ReportType'];

const MOST_IN_SIGHT = 4;

const titleOf = ({ id, title }: Study): string => (title === id ? id : `${id} · ${title}`);

interface StudyFieldProps {
  readonly studies: readonly Study[];
  readonly value: string;
  readonly onChange: (studyId: string) => void;
}

/** Where there is one alone, there is nothing to choose. */
export function StudyField({ studies, value, onChange }: StudyFieldProps) {
  const { say } = useVoice();
  const [only] = studies;
  if (only !== undefined && studies.length === 1) return <p>{titleOf(only)}</p>;
  const props = {
    ...{ label: say('subscribe.study'), value, onChange },
    options: studies.map((study) => ({ id: study.id, label: titleOf(study) })),
  };
  return studies.length > MOST_IN_SIGHT ? <Select {...props} /> : <Choice {...props} />;
}

/** In the reader's words; of a type that the app does not know, in the API's. */
const described = ({ say, knows }: Voice, { id, description }: ReportType): string => {
  const message = `${id}.description`;
  return knows(message) ? (say as (message: Message) => string)(message) : description;
};

interface ReportFieldProps {
  readonly types: readonly ReportType[];
  readonly value: ReportType['id'];
  readonly onChange: (reportType: ReportType['id']) => void;
}

export function ReportField({ types, value, onChange }: ReportFieldProps) {
  const voice = useVoice();
  return (
    <Choice
      label={voice.say('subscribe.report')}
      options={types.map((type) => ({
        id: type.id,
        label: reportName(voice, type.id),
        note: described(voice, type),
      }))}
      value={value}
      onChange={onChange}
    />
  );
}
