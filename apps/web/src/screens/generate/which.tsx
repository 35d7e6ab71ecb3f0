import type { components } from '@rounds/client/generated/api';
import { Choice } from '../../design/choice.tsx';
import { Select } from '../../design/select.tsx';
import { reportName } from '../../model/schedule.ts';
import type { Message } from '../../words/message.ts';
import { useVoice } from '../../words/voice-context.tsx';
import type { Voice } from '../../words/voice.ts';
import type { Request } from './request.ts';

type ReportType = components['schemas']['ReportType'];

/** In the reader's words; of a type that the app does not know, in the API's. */
const described = ({ say, knows }: Voice, { id, description }: ReportType): string => {
  const message = `${id}.description`;
  return knows(message) ? (say as (message: Message) => string)(message) : description;
};

interface WhichProps {
  readonly request: Request;
  readonly me: components['schemas']['Me'];
  readonly types: readonly ReportType[];
  readonly onChange: (changes: Partial<Request>) => void;
}

export function Which({ request, me, types, onChange }: WhichProps) {
  const voice = useVoice();
  const { say } = voice;
  return (
    <>
      <Select
        label={say('subscribe.study')}
        options={me.studies.map(({ id, title }) => ({ id, label: title === id ? id : `${id} · ${title}` }))}
        value={request.studyId}
        onChange={(studyId) => {
          onChange({ studyId });
        }}
      />
      <Choice
        label={say('subscribe.report')}
        options={types.map((type) => ({
          id: type.id,
          label: reportName(voice, type.id),
          note: described(voice, type),
        }))}
        value={request.reportType}
        onChange={(reportType) => {
          onChange({ reportType });
        }}
      />
    </>
  );
}
