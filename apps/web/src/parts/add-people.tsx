import { useState, type SubmitEvent } from 'react';
import { Button } from '../design/button.tsx';
import { TextField } from '../design/text-field.tsx';
import { addressesIn } from '../model/addresses.ts';
import { useVoice } from '../words/voice-context.tsx';
import './add-people.css';

/** Takes one address, or a pasted list of them. */
export function AddPeople({ onAdd }: { readonly onAdd: (addresses: string[]) => void }) {
  const { say } = useVoice();
  const [text, setText] = useState('');
  const [isWrong, setWrong] = useState(false);
  const add = (event: SubmitEvent) => {
    event.preventDefault();
    const addresses = addressesIn(text);
    setWrong(addresses.length === 0);
    if (addresses.length === 0) return;
    onAdd(addresses);
    setText('');
  };
  return (
    <form className="add-people" onSubmit={add} noValidate>
      <TextField
        type="email"
        label={say('who.add')}
        note={say('who.note')}
        value={text}
        fault={isWrong ? say('who.no-address') : undefined}
        onChange={(typed) => {
          setText(typed);
          setWrong(false);
        }}
      />
      <div className="beside-field">
        <Button type="submit">{say('who.add-button')}</Button>
      </div>
    </form>
  );
}
