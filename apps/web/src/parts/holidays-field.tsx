import { useMemo, useRef } from 'react';
import { Select } from '../design/select.tsx';
import { TextField } from '../design/text-field.tsx';
import { holidaysWith, type Changes, type Holidays } from '../model/holidays.ts';
import type { Schedule } from '../model/schedule.ts';
import type { Voice } from '../words/voice.ts';
import { useVoice } from '../words/voice-context.tsx';
import { OwnDays } from './own-days.tsx';
import './schedule-editor.css';

interface HolidaysFieldProps {
  readonly holidays: Holidays | null;
  readonly schedule: Schedule;
  readonly onChange: (holidays: Holidays | null) => void;
}

const POLICIES = ['skip', 'next-working-day', 'previous-working-day'] as const;
const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'.split('');
const CODES = LETTERS.flatMap((first) => LETTERS.map((second) => first + second));
/** Regions of the CLDR that are no countries. */
const NO_COUNTRIES = /^(A[CN]|C[PQ]|DG|E[AUZ]|Q.|TA|UN|X[AB]|ZZ)$/;

/** Others are old ones, which the standard writes as what came after them. */
const isCountry = (code: string): boolean =>
  !NO_COUNTRIES.test(code) && Intl.getCanonicalLocales(`und-${code}`)[0] === `und-${code}`;

/** As the reader's language calls and orders them; of some, the API knows no holidays, and says so. */
const countriesOf = ({ locale }: Voice) => {
  const names = new Intl.DisplayNames([locale], { type: 'region', fallback: 'none' });
  return CODES.flatMap((id) => {
    const label = isCountry(id) ? names.of(id) : undefined;
    return label === undefined ? [] : [{ id, label }];
  }).sort((a, b) => a.label.localeCompare(b.label, locale));
};

const homeCountry = (): string => new Intl.Locale(navigator.language).maximize().region ?? 'DE';

interface DaysProps {
  readonly holidays: Holidays;
  readonly onChange: (changes: Changes) => void;
}

/** A part that is not there is refused with those that are, beside the next five. */
function Country({ holidays: { country, region = '' }, onChange }: DaysProps) {
  const voice = useVoice();
  const { say } = voice;
  const countries = useMemo(() => countriesOf(voice), [voice]);
  return (
    <div className="schedule-row">
      <Select
        label={say('holidays.country')}
        options={[{ id: '', label: say('holidays.no-country') }, ...countries]}
        value={country ?? ''}
        onChange={(chosen) => {
          onChange({ country: chosen === '' ? undefined : chosen, region: undefined });
        }}
      />
      {country !== undefined && (
        <TextField
          label={say('holidays.region')}
          note={say('holidays.region-note')}
          value={region}
          maxLength={8}
          onChange={(typed) => {
            onChange({ region: typed === '' ? undefined : typed.toUpperCase() });
          }}
        />
      )}
    </div>
  );
}

/** What becomes of a report that is due on a holiday. A daily one has one each working day: it can only be left out. */
export function HolidaysField({ holidays, schedule, onChange }: HolidaysFieldProps) {
  const { say } = useVoice();
  /** Whoever takes them off and on again has the same ones. */
  const last = useRef<Holidays>(holidays ?? { country: homeCountry(), policy: 'skip' });
  const policies = schedule.every === 'day' ? (['skip'] as const) : POLICIES;
  const change = (changes: Changes) => {
    last.current = holidaysWith(holidays ?? last.current, changes);
    onChange(last.current);
  };
  return (
    <div className="schedule">
      <Select
        label={say('details.holidays')}
        options={[
          { id: 'none', label: say('holidays.none') },
          ...policies.map((id) => ({ id, label: say(`holidays.do.${id}`) })),
        ]}
        value={holidays?.policy ?? 'none'}
        onChange={(policy) => {
          if (policy === 'none') onChange(null);
          else change({ policy });
        }}
      />
      {holidays !== null && (
        <>
          <Country holidays={holidays} onChange={change} />
          <OwnDays
            days={holidays.dates ?? []}
            timeZone={schedule.timeZone}
            onChange={(dates) => {
              change({ dates });
            }}
          />
        </>
      )}
    </div>
  );
}
