import { Link } from '@tanstack/react-router';
import type { components } from '@rounds/client/generated/api';
import { DeliverField, FormatsField } from '../../parts/files-fields.tsx';
import { languageName } from '../../words/voice.ts';
import { useVoice } from '../../words/voice-context.tsx';
import type { Draft } from './draft.ts';

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
      <FormatsField
        value={draft.formats}
        onChange={(formats) => {
          onChange({ formats });
        }}
      />
      <DeliverField
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
