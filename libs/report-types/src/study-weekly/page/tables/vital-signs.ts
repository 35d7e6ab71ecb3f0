import { figure, percentage, tableOf, text, type Table } from '../../../model/table.ts';
import { percent } from '../../../model/words/numbers.ts';
import type { Label } from '../../../model/words/texts.ts';
import type { Voice } from '../../../model/words/voice.ts';
import type { StudyWeeklyDataset, VitalSigns } from '../../dataset.ts';

interface Line {
  readonly key: string;
  readonly label: Label;
  readonly value: (vitals: VitalSigns['inPeriod']) => number | null;
  readonly digits?: number;
  /** Readings that the value is a part of. */
  readonly of?: (vitals: VitalSigns['inPeriod']) => number | null;
}

const systolic = (vitals: VitalSigns['inPeriod']) => vitals.systolic.n;
const diastolic = (vitals: VitalSigns['inPeriod']) => vitals.diastolic.n;
const pulse = (vitals: VitalSigns['inPeriod']) => vitals.pulse.n;

const LINES: readonly Line[] = [
  { key: 'results', label: 'All vital signs, results', value: (v) => v.results },
  { key: 'systolic.n', label: 'Systolic pressure, readings', value: systolic },
  { key: 'systolic.mean', label: 'Systolic pressure, mean (mmHg)', value: (v) => v.systolic.mean },
  {
    key: 'systolic.atLeast160',
    label: 'Systolic pressure ≥ 160 mmHg',
    value: (v) => v.systolic.atLeast160,
    of: systolic,
  },
  {
    key: 'systolic.below90',
    label: 'Systolic pressure < 90 mmHg',
    value: (v) => v.systolic.below90,
    of: systolic,
  },
  { key: 'diastolic.n', label: 'Diastolic pressure, readings', value: diastolic },
  { key: 'diastolic.mean', label: 'Diastolic pressure, mean (mmHg)', value: (v) => v.diastolic.mean },
  {
    key: 'diastolic.atLeast100',
    label: 'Diastolic pressure ≥ 100 mmHg',
    value: (v) => v.diastolic.atLeast100,
    of: diastolic,
  },
  { key: 'pulse.n', label: 'Pulse, readings', value: pulse },
  { key: 'pulse.mean', label: 'Pulse, mean (beats/min)', value: (v) => v.pulse.mean },
  {
    key: 'pulse.atLeast120',
    label: 'Pulse ≥ 120 beats/min',
    value: (v) => v.pulse.atLeast120,
    of: pulse,
  },
  { key: 'pulse.below50', label: 'Pulse < 50 beats/min', value: (v) => v.pulse.below50, of: pulse },
];

export const vitalSignTables = (
  { vitalSigns, previous, period }: StudyWeeklyDataset,
  voice: Voice,
): Table[] => {
  const nouns = voice.nouns(period);
  const now = vitalSigns.inPeriod;
  const before = previous.vitalSigns.inPeriod;
  const share = (line: Line, vitals: VitalSigns['inPeriod']) =>
    line.of === undefined ? null : percent(line.value(vitals), line.of(vitals));
  return [
    tableOf(
      {
        name: 'vital-signs',
        sheet: voice.say('Vital signs'),
        section: 'vital-signs',
        title: voice.say('Readings, means and limits'),
        note: voice.say('Percentages of the readings of the same sign and period.'),
        empty: voice.say('No vital sign was recorded.'),
      },
      LINES,
      [
        text('figure', voice.say('Key'), (line) => line.key, { filesOnly: true }),
        text('label', voice.say('Vital sign'), (line) => voice.say(line.label)),
        figure('inPeriod', nouns.currentShort, (line) => line.value(now)),
        percentage('percent', voice.say('%'), (line) => share(line, now), { after: 'inPeriod' }),
        figure('previous', nouns.previousShort, (line) => line.value(before)),
        percentage('previousPercent', voice.say('%'), (line) => share(line, before), { after: 'previous' }),
      ],
    ),
  ];
};
