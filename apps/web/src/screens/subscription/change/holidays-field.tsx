import { useMemo } from 'react';
import { Choice } from '../../../design/choice.tsx';
import { Select } from '../../../design/select.tsx';
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
/** Regions of the CLDR that are no countries, or are none any more. */
const NO_COUNTRIES =
  /^(A[CN]|B[U]|C[PQST]|D[DGY]|E[AUZ]|F[QX]|IC|JT|MI|N[HQTZ]|P[CUYZ]|Q.|RH|S[U]|T[AP]|U[KN]|VD|WK|X.|Y[DU]|Z[RZ])$/;

/** As the reader's language calls and orders them; of some, the API knows no holidays, and says so. */
const countriesOf = ({ locale }: Voice) => {
  const names = new Intl.DisplayNames([locale], { type: 'region', fallback: 'none' });
  return CODES.flatMap((id) => {
    const label = NO_COUNTRIES.test(id) ? undefined : names.of(id);
    return label === undefined ? [] : [{ id, label }];
  }).sort((a, b) => a.label.localeCompare(b.label, locale));
};

const homeCountry = (): string => new Intl.Locale(navigator.language).maximize().region ?? 'DE';

function Country({ holidays, onChange }: { holidays: Holidays; onChange: (holidays: Holidays) => void }) {
  const voice = useVoice();
  const countries = useMemo(() => countriesOf(voice), [voice]);
  if (holidays.country === undefined) return null;
  return (
    <Select
      label={voice.say('holidays.country')}
      options={countries}
      value={holidays.country}
      onChange={(country) => {
        const { region: _region, ...rest } = holidays;
        onChange({ ...rest, country });
      }}
    />
  );
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
          else onChange({ country: homeCountry(), ...holidays, policy });
        }}
      />
      {holidays !== null && <Country holidays={holidays} onChange={onChange} />}
    </div>
  );
}
