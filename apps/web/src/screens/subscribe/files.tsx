import { Link } from '@tanstack/react-router';
import type { components } from '@rounds/client/generated/api';
import { Choice, Choices } from '../../design/choice.tsx';
import { languageName } from '../../words/voice.ts';
import { useVoice } from '../../words/voice-context.tsx';
import { FORMATS, type Draft } from './draft.ts';

interface Props {
  readonly draft: Draft;
  readonly me: components['schemas']['Me'];
  readonly onChange: (changes: Partial<Draft>) => void;
}

export function Files({ draft, me, onChange }: Props) {
  const { say } = useVoice();
  return (
    <section aria-labelledby="files">
      <h2 id="files">{say('subscribe.how')}</h2>
      <Choices
        label={say('files.formats')}
        options={FORMATS.map((id) => ({ id, label: say(`format.${id}`) }))}
        value={draft.formats}
        onChange={(formats) => {
          // A report without a file would be none: the last one stays.
          if (formats.length > 0) onChange({ formats });
        }}
      />
      <Choice
        label={say('files.deliver')}
        look="line"
        options={[
          { id: 'always', label: say('files.always') },
          { id: 'changed', label: say('files.changed') },
        ]}
        value={draft.deliver}
        onChange={(deliver) => {
          onChange({ deliver });
        }}
      />
      <p className="note">
        {say('files.language', { language: languageName(me.language) })}{' '}
        <Link to="/account">{say('files.change-language')}</Link>
      </p>
    </section>
  );
}
