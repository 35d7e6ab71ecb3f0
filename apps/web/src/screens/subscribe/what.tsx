import type { components } from '@rounds/client/generated/api';
import { Choice } from '../../design/choice.tsx';
import { Select } from '../../design/select.tsx';
import { reportName } from '../../model/schedule.ts';
import type { Message } from '../../words/message.ts';
import type { Voice } from '../../words/voice.ts';
import { useVoice } from '../../words/voice-context.tsx';
import type { Draft } from './draft.ts';

type Study = components['schemas']['Study'];
type ReportType = components['schemas']['ReportType'];

interface Props {
  readonly draft: Draft;
  readonly studies: readonly Study[];
  readonly types: readonly ReportType[];
  readonly onChange: (changes: Partial<Draft>) => void;
}

const MOST_IN_SIGHT = 4;

const titleOf = ({ id, title }: Study): string => (title === id ? id : `${id} · ${title}`);

function WhichStudy({ draft, studies, onChange }: Pick<Props, 'draft' | 'studies' | 'onChange'>) {
  const { say } = useVoice();
  const [only] = studies;
  const choose = (studyId: string) => {
    onChange({ studyId });
  };
  if (only !== undefined && studies.length === 1) return <p>{titleOf(only)}</p>;
  const label = say('subscribe.study');
  const options = studies.map((study) => ({ id: study.id, label: titleOf(study) }));
  return studies.length > MOST_IN_SIGHT ? (
    <Select label={label} options={options} value={draft.studyId} onChange={choose} />
  ) : (
    <Choice label={label} options={options} value={draft.studyId} onChange={choose} />
  );
}

/** In the reader's words; of a type that the app does not know, in the API's. */
const described = ({ say, knows }: Voice, { id, description }: ReportType): string => {
  const message = `${id}.description`;
  return knows(message) ? (say as (message: Message) => string)(message) : description;
};

export function What({ draft, studies, types, onChange }: Props) {
  const voice = useVoice();
  const { say } = voice;
  return (
    <section aria-labelledby="what">
      <h2 id="what">{say('subscribe.what')}</h2>
      <WhichStudy draft={draft} studies={studies} onChange={onChange} />
      <Choice
        label={say('subscribe.report')}
        options={types.map((type) => ({
          id: type.id,
          label: reportName(voice, type.id),
          note: described(voice, type),
        }))}
        value={draft.reportType}
        onChange={(reportType) => {
          onChange({ reportType });
        }}
      />
    </section>
  );
}
