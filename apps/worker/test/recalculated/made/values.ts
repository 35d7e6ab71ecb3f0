/** Single values, right and wrong. */
import { dayAfter, either, type Cell, type Habits } from './tables.ts';

const NO_DATES = ['21.02.2024', '2024-13-01', '2024-02-30', 'yesterday', '2024-02-', '2024/02/21'] as const;

/** A date whose first possible day is not always `day`. */
const partly = (day: string, { random }: Habits): Cell => {
  const [year = '', month = '', dayOfMonth = ''] = day.split('-');
  return random.pick([
    `${year}-${month}`,
    year,
    `${year}---${dayOfMonth}`,
    `--${month}-${dayOfMonth}`,
    `${day}/${dayAfter(day, 3)}`,
    `${year}-${month}/${dayAfter(day, 40).slice(0, 7)}`,
  ]);
};

const wrongly = (habits: Habits): Cell =>
  habits.random.pick<Cell>([null, null, ...NO_DATES, '1899-12-31', '1024-03-05', '2042-03-05']);

/** Of a day around the period: most of the weeks before it, some of it, a few after it. */
export const aDay = ({ random, end }: Habits): string =>
  random.chance(0.35) ? dayAfter(end, -random.integer(1, 7)) : dayAfter(end, random.integer(-75, 4));

/** The day in one of the ways in which dates come. */
export const written = (day: string, habits: Habits): Cell => {
  const { random, oddity } = habits;
  if (random.chance(oddity)) return random.chance(0.6) ? partly(day, habits) : wrongly(habits);
  return random.pick([day, day, day, `${day}T23:50`, `${day}T08`, ` ${day}`]);
};

export const aDate = (habits: Habits): Cell => written(aDay(habits), habits);

/** A number as a number, or as one of the texts that mean it; now and then one that means none. */
export const numberText = (value: number, habits: Habits): Cell => {
  const { random, oddity, settings } = habits;
  const text = String(value);
  const inStudy = settings.decimalSign === ',' ? text.replace('.', ',') : text;
  if (!random.chance(oddity)) return random.pick<Cell>([value, value, inStudy]);
  return random.pick<Cell>([
    ` ${inStudy} `,
    text.replace('.', ','),
    text,
    `<${text}`,
    '1,234.5',
    '1.234,5',
    '12,34,5',
    `${text}e0`,
    `+${inStudy}`,
    '0x78',
    'Infinity',
    'n/a',
    null,
    '',
  ]);
};

/** A column of yes and no: of letters and words, of 1 and 0 alone, or never filled. */
export type FlagColumn = (isLikely: number) => Cell;

export const flagColumn = (habits: Habits): FlagColumn => {
  const { random } = habits;
  const kind = random.next();
  if (kind < 0.12) return () => null;
  if (kind < 0.3) return (likely) => random.pick<Cell>(random.chance(likely) ? ['1', 1] : ['0', 0, null]);
  return (likely) =>
    random.chance(likely)
      ? either(habits, ['Y'], ['y', 'Yes', ' Y', 'TRUE', '1', 'true '])
      : either(habits, ['N', 'N', null], ['n', 'No', 'FALSE', '0', 'U', 'NA', '*', 'X', '.', 'ja']);
};
