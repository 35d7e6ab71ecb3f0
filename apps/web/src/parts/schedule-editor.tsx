/** Day, hour and zone of a schedule. */
import { WEEKDAYS } from '@rounds/contracts/weekdays';
import { Choice } from '../design/choice.tsx';
import { ClockField } from '../design/clock-field.tsx';
import { Select } from '../design/select.tsx';
import { ZoneField } from '../design/zone-field.tsx';
import { weekdayName, type Schedule } from '../model/schedule.ts';
import { useVoice } from '../words/voice-context.tsx';
import './schedule-editor.css';

interface Props<S extends Schedule = Schedule> {
  readonly schedule: S;
  readonly onChange: (schedule: Schedule) => void;
}

type Monthly = Extract<Schedule, { every: 'month' }>;
type OnDay = Monthly['on'];

const EVERY = ['day', 'week', 'month'] as const;
const MONTH_DAYS = Array.from({ length: 31 }, (_, index) => String(index + 1));
const NTHS = ['1', '2', '3', '4', 'last'] as const;

/** With what was chosen so far, as far as it fits. */
const recur = ({ at, timeZone }: Schedule, every: Schedule['every']): Schedule => {
  if (every === 'week') return { every, on: 'monday', at, timeZone };
  return every === 'month' ? { every, on: 1, at, timeZone } : { every, at, timeZone };
};

function Weekdays({ schedule, onChange }: Props<Extract<Schedule, { every: 'week' }>>) {
  const voice = useVoice();
  return (
    <Choice
      label={voice.say('when.weekday')}
      look="line"
      options={WEEKDAYS.map((id) => ({ id, label: weekdayName(voice, id) }))}
      value={schedule.on}
      onChange={(on) => {
        onChange({ ...schedule, on });
      }}
    />
  );
}

type MonthKind = 'day' | 'last' | 'weekday';

const kindOf = (on: OnDay): MonthKind => {
  if (on === 'last') return 'last';
  return typeof on === 'number' ? 'day' : 'weekday';
};

const FIRST: Readonly<Record<MonthKind, OnDay>> = {
  day: 1,
  last: 'last',
  weekday: { nth: 1, weekday: 'monday' },
};

type Nth = Exclude<OnDay, number | 'last'>;

const nthOf = (text: string): Nth['nth'] => (text === 'last' ? text : (Number(text) as Nth['nth']));

function MonthWeekday({ on, onChange }: { readonly on: Nth; readonly onChange: (on: Nth) => void }) {
  const voice = useVoice();
  return (
    <>
      <Select
        label={voice.say('when.which')}
        options={NTHS.map((id) => ({ id, label: voice.say('when.nth', { nth: id }) }))}
        value={String(on.nth) as (typeof NTHS)[number]}
        onChange={(nth) => {
          onChange({ ...on, nth: nthOf(nth) });
        }}
      />
      <Select
        label={voice.say('when.weekday')}
        options={WEEKDAYS.map((id) => ({ id, label: weekdayName(voice, id) }))}
        value={on.weekday}
        onChange={(weekday) => {
          onChange({ ...on, weekday });
        }}
      />
    </>
  );
}

function MonthDay({ schedule, onChange }: Props<Monthly>) {
  const { say, number } = useVoice();
  const { on } = schedule;
  const choose = (day: OnDay) => {
    onChange({ ...schedule, on: day });
  };
  return (
    <>
      <Select
        label={say('when.month-day')}
        options={[
          { id: 'day', label: say('when.month.day') },
          { id: 'last', label: say('when.month.last') },
          { id: 'weekday', label: say('when.month.weekday') },
        ]}
        value={kindOf(on)}
        onChange={(kind) => {
          choose(FIRST[kind]);
        }}
      />
      {typeof on === 'number' && (
        <Select
          label={say('when.day')}
          options={MONTH_DAYS.map((id) => ({ id, label: number(Number(id)) }))}
          value={String(on)}
          onChange={(day) => {
            choose(Number(day));
          }}
        />
      )}
      {typeof on === 'object' && <MonthWeekday on={on} onChange={choose} />}
    </>
  );
}

export function ScheduleEditor({ schedule, onChange }: Props) {
  const { say } = useVoice();
  return (
    <div className="schedule">
      <Choice
        label={say('when.every')}
        look="line"
        options={EVERY.map((id) => ({ id, label: say(`when.every.${id}`) }))}
        value={schedule.every}
        onChange={(every) => {
          onChange(recur(schedule, every));
        }}
      />
      {schedule.every === 'week' && <Weekdays schedule={schedule} onChange={onChange} />}
      <div className="schedule-row">
        {schedule.every === 'month' && <MonthDay schedule={schedule} onChange={onChange} />}
        <ClockField
          label={say('when.at')}
          value={schedule.at}
          onChange={(at) => {
            onChange({ ...schedule, at });
          }}
        />
        <ZoneField
          label={say('when.zone')}
          value={schedule.timeZone}
          onChange={(timeZone) => {
            onChange({ ...schedule, timeZone });
          }}
        />
      </div>
    </div>
  );
}
