import { useState } from 'react';
import { Choice, Choices } from '../../../design/choice.tsx';
import { TextField } from '../../../design/text-field.tsx';
import { useVoice } from '../../../words/voice-context.tsx';
import { sitesIn, type Grant, type Sites } from './member.ts';

interface SitesFieldProps {
  /** Of whoever gives them: nobody gives more. */
  readonly held: Sites;
  readonly value: Grant['sites'];
  readonly fault: string | undefined;
  readonly onChange: (sites: Grant['sites']) => void;
}

const WHICH = ['all', 'some'] as const;

function Typed({ value, fault, onChange }: Omit<SitesFieldProps, 'held'>) {
  const { say } = useVoice();
  const [text, setText] = useState(value === 'all' ? '' : value.join(', '));
  return (
    <TextField
      label={say('member.site-ids')}
      note={say('member.site-ids-note')}
      value={text}
      fault={fault}
      onChange={(typed) => {
        setText(typed);
        onChange(sitesIn(typed));
      }}
    />
  );
}

export function SitesField({ held, value, fault, onChange }: SitesFieldProps) {
  const { say } = useVoice();
  if (held !== 'all')
    return (
      <>
        <Choices
          label={say('member.sites')}
          options={held.map((id) => ({ id, label: id }))}
          value={value === 'all' ? held : value}
          onChange={onChange}
        />
        {fault !== undefined && <p className="field-fault">{fault}</p>}
      </>
    );
  return (
    <>
      <Choice
        label={say('member.sites')}
        look="line"
        value={value === 'all' ? 'all' : 'some'}
        options={WHICH.map((id) => ({ id, label: say(`member.sites.${id}`) }))}
        onChange={(which) => {
          onChange(which === 'all' ? 'all' : []);
        }}
      />
      {value !== 'all' && <Typed value={value} fault={fault} onChange={onChange} />}
    </>
  );
}
