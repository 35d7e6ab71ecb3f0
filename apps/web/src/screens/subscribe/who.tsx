import { useState, type SubmitEvent } from 'react';
import type { components } from '@rounds/client/generated/api';
import { Input } from 'react-aria-components/Input';
import { Label } from 'react-aria-components/Label';
import { FieldError, Text, TextField } from 'react-aria-components/TextField';
import { Button } from '../../design/button.tsx';
import { scopeWords } from '../../model/scope.ts';
import { useVoice } from '../../words/voice-context.tsx';
import { addressesIn, withOthers, type Draft } from './draft.ts';
import '../../design/field.css';

type Me = components['schemas']['Me'];

interface Props {
  readonly draft: Draft;
  readonly me: Me;
  readonly onChange: (changes: Partial<Draft>) => void;
}

function AddPeople({ draft, me, onChange }: Props) {
  const { say } = useVoice();
  const [text, setText] = useState('');
  const [isWrong, setWrong] = useState(false);
  const add = (event: SubmitEvent) => {
    event.preventDefault();
    const addresses = addressesIn(text);
    setWrong(addresses.length === 0);
    if (addresses.length === 0) return;
    onChange(withOthers(draft, addresses, me.email));
    setText('');
  };
  return (
    <form className="who-add" onSubmit={add} noValidate>
      <TextField
        className="field"
        type="email"
        value={text}
        isInvalid={isWrong}
        onChange={(typed) => {
          setText(typed);
          setWrong(false);
        }}
      >
        <Label className="label">{say('who.add')}</Label>
        <div className="field-box">
          <Input className="field-input" autoComplete="off" />
        </div>
        <FieldError className="field-fault">{say('who.no-address')}</FieldError>
        <Text slot="description" className="note">
          {say('who.note')}
        </Text>
      </TextField>
      <Button type="submit">{say('who.add-button')}</Button>
    </form>
  );
}

/** For whom, and what each of them will see. */
export function Who({ draft, me, onChange }: Props) {
  const voice = useVoice();
  const { say } = voice;
  const study = me.studies.find(({ id }) => id === draft.studyId);
  return (
    <section aria-labelledby="who">
      <h2 id="who">{say('subscribe.who')}</h2>
      <ul role="list" className="who">
        <li>
          <p>{say('who.you', { email: me.email })}</p>
          {study !== undefined && <p className="note">{scopeWords(voice, study)}</p>}
        </li>
        {draft.others.map((email) => (
          <li key={email}>
            <p>{email}</p>
            <p className="note">{say('who.by-their-rights')}</p>
            <Button
              variant="quiet"
              aria-label={say('who.remove', { email })}
              onPress={() => {
                onChange({ others: draft.others.filter((other) => other !== email) });
              }}
            >
              {say('remove')}
            </Button>
          </li>
        ))}
      </ul>
      <AddPeople draft={draft} me={me} onChange={onChange} />
    </section>
  );
}
