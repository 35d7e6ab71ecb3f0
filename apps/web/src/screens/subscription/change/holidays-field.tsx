import { useMemo } from 'react';
import { Choice } from '../../../design/choice.tsx';
import { Select } from '../../../design/select.tsx';
import { TextField } from '../../../design/text-field.tsx';
import type { Schedule } from '../../../model/schedule.ts';
import type { Voice } from '../../../words/voice.ts';
import { useVoice } from '../../../words/voice-context.tsx';
import type { Holidays } from './draft.ts';

interface HolidaysFieldProps {
  readonly holidays: Holidays | null;
  readonly every: Schedule['every'];
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
  readonly onChange: (holidays: Holidays) => void;
}

/** A part that is not there is refused with those that are, beside the next five. */
function Country({ holidays, onChange }: DaysProps) {
  const voice = useVoice();
  const { say } = voice;
  const countries = useMemo(() => countriesOf(voice), [voice]);
  const { country, region = '', ...rest } = holidays;
  if (country === undefined) return null;
  return (
    <div className="schedule-row">
      <Select
        label={say('holidays.country')}
        options={countries}
        value={country}
        onChange={(chosen) => {
          onChange({ ...rest, country: chosen });
        }}
      />
      <TextField
        label={say('holidays.region')}
        note={say('holidays.region-note')}
        value={region}
        maxLength={8}
        onChange={(typed) => {
          onChange({ ...rest, country, ...(typed !== '' && { region: typed.toUpperCase() }) });
        }}
      />
    </div>
  );
}

/** They were listed by a program; here they stay as they are. */
function OwnDays({ dates }: { readonly dates: readonly string[] }) {
  const { say, list, day } = useVoice();
  return <p className="note">{say('holidays.own-days', { days: list(dates.map(day)) })}</p>;
}

/** What becomes of a report that is due on a holiday. A daily one has one each working day: it can only be left out. */
export function HolidaysField({ holidays, every, onChange }: HolidaysFieldProps) {
  const { say } = useVoice();
  const policies = every === 'day' ? (['skip'] as const) : POLICIES;
  return (
    <div className="change-holidays">
      <Choice
        label={say('details.holidays')}
        options={[
          { id: 'none', label: say('holidays.none') },
          ...policies.map((id) => ({ id, label: say(`holidays.do.${id}`) })),
        ]}
        value={holidays?.policy ?? 'none'}
        onChange={(policy) => {
          if (policy === 'none') onChange(null);
          else onChange({ ...(holidays ?? { country: homeCountry() }), policy });
        }}
      />
      {holidays !== null && <Country holidays={holidays} onChange={onChange} />}
      {holidays?.dates !== undefined && <OwnDays dates={holidays.dates} />}
    </div>
  );
}
