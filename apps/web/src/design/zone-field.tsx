import { useMemo } from 'react';
import { Button } from 'react-aria-components/Button';
import { ComboBox } from 'react-aria-components/ComboBox';
import { Input } from 'react-aria-components/Input';
import { Label } from 'react-aria-components/Label';
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox';
import { Popover } from 'react-aria-components/Popover';
import { Text } from 'react-aria-components/Text';
import { now } from '../clock.ts';
import { useVoice } from '../words/voice-context.tsx';
import './field.css';
import './overlay.css';

interface ZoneFieldProps {
  readonly label: string;
  readonly note?: string;
  /** IANA name. */
  readonly value: string;
  readonly onChange: (zone: string) => void;
}

/** Those of the browser, and the one that is chosen even where the browser does not list it. */
const zonesWith = (value: string): string[] => {
  const zones = ['UTC', ...Intl.supportedValuesOf('timeZone')];
  return zones.includes(value) ? zones : [value, ...zones];
};

/** A time zone, found by typing a part of its name. */
export function ZoneField({ label, note, value, onChange }: ZoneFieldProps) {
  const { zoneName, say } = useVoice();
  const items = useMemo(() => zonesWith(value).map((id) => ({ id, name: id.replaceAll('_', ' ') })), [value]);
  return (
    <ComboBox
      className="field"
      defaultItems={items}
      value={value}
      onChange={(zone) => {
        if (typeof zone === 'string') onChange(zone);
      }}
      menuTrigger="focus"
    >
      <Label className="label">{label}</Label>
      <div className="field-box">
        <Input className="field-input" />
        <Button className="field-open" aria-label={say('choose')}>
          ▾
        </Button>
      </div>
      <Text slot="description" className="note">
        {note ?? zoneName(value, now())}
      </Text>
      <Popover className="popover">
        <ListBox className="menu">
          {({ id, name }: (typeof items)[number]) => (
            <ListBoxItem id={id} className="menu-item" textValue={name}>
              {name}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  );
}
