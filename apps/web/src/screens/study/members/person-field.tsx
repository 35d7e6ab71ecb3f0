import { useEffect, useState } from 'react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { ComboBox } from 'react-aria-components/ComboBox';
import { Input } from 'react-aria-components/Input';
import { Label } from 'react-aria-components/Label';
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox';
import { Popover } from 'react-aria-components/Popover';
import { FieldError, Text } from 'react-aria-components/TextField';
import { ask } from '../../../api/queries.ts';
import { useVoice } from '../../../words/voice-context.tsx';
import '../../../design/field.css';
import '../../../design/overlay.css';

/** Shorter parts the API does not look for. */
const SHORTEST = 2;
const PAUSE_MS = 250;

/** What was typed, once the typing pauses: not every letter is a request. */
const usePaused = (text: string): string => {
  const [paused, setPaused] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => {
      setPaused(text);
    }, PAUSE_MS);
    return () => {
      clearTimeout(timer);
    };
  }, [text]);
  return paused;
};

interface PersonFieldProps {
  /** What is typed: an address, in the end. */
  readonly value: string;
  readonly fault: string | undefined;
  readonly onChange: (text: string) => void;
}

/** A person whom Rounds knows, found by a part of name or address; or the address of somebody new. */
export function PersonField({ value, fault, onChange }: PersonFieldProps) {
  const { say } = useVoice();
  const query = usePaused(value.trim());
  const { data } = useQuery({
    ...ask('/api/v1/users', { params: { query: { query } } }),
    enabled: query.length >= SHORTEST,
    placeholderData: keepPreviousData,
  });
  return (
    <ComboBox
      className="field"
      items={value.trim().length >= SHORTEST ? (data?.items ?? []) : []}
      inputValue={value}
      onInputChange={onChange}
      menuTrigger="input"
      allowsCustomValue
      // Else it would stay closed when people come in after the typing.
      allowsEmptyCollection
      isInvalid={fault !== undefined}
      validationBehavior="aria"
    >
      <Label className="label">{say('member.person')}</Label>
      <div className="field-box">
        <Input className="field-input" autoComplete="off" />
      </div>
      <FieldError className="field-fault">{fault}</FieldError>
      <Text slot="description" className="note">
        {say('member.person-note')}
      </Text>
      <Popover className="popover">
        <ListBox
          className="menu"
          renderEmptyState={() => <p className="menu-item note">{say('member.nobody-found')}</p>}
        >
          {({ id, email, name }: { id: string; email: string; name: string | null }) => (
            <ListBoxItem id={id} className="menu-item" textValue={email}>
              {name === null ? email : `${name} · ${email}`}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  );
}
