import { figure, percentage, tableOf, text, type Table } from '../../../model/table.ts';
import { percent } from '../../../model/words/numbers.ts';
import type { Label } from '../../../model/words/message.ts';
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
  { key: 'results', label: 'study-weekly.all-vital-signs-results', value: (v) => v.results },
  { key: 'systolic.n', label: 'study-weekly.systolic-pressure-readings', value: systolic },
  { key: 'systolic.mean', label: 'study-weekly.systolic-pressure-mean-mmhg', value: (v) => v.systolic.mean },
  {
    key: 'systolic.atLeast160',
    label: 'study-weekly.systolic-160',
    value: (v) => v.systolic.atLeast160,
    of: systolic,
  },
  {
    key: 'systolic.below90',
    label: 'study-weekly.systolic-pressure-90-mmhg',
    value: (v) => v.systolic.below90,
    of: systolic,
  },
  { key: 'diastolic.n', label: 'study-weekly.diastolic-pressure-readings', value: diastolic },
  {
    key: 'diastolic.mean',
    label: 'study-weekly.diastolic-pressure-mean-mmhg',
    value: (v) => v.diastolic.mean,
  },
  {
    key: 'diastolic.atLeast100',
    label: 'study-weekly.diastolic-100',
    value: (v) => v.diastolic.atLeast100,
    of: diastolic,
  },
  { key: 'pulse.n', label: 'study-weekly.pulse-readings', value: pulse },
  { key: 'pulse.mean', label: 'study-weekly.pulse-mean-beats-min', value: (v) => v.pulse.mean },
  {
    key: 'pulse.atLeast120',
    label: 'study-weekly.pulse-120',
    value: (v) => v.pulse.atLeast120,
    of: pulse,
  },
  {
    key: 'pulse.below50',
    label: 'study-weekly.pulse-50-beats-min',
    value: (v) => v.pulse.below50,
    of: pulse,
  },
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
        sheet: voice.say('study-weekly.vital-signs'),
        section: 'vital-signs',
        title: voice.say('study-weekly.readings-means-and-limits'),
        note: voice.say('study-weekly.vital-signs-note'),
        empty: voice.say('study-weekly.no-vital-sign-was-recorded'),
      },
      LINES,
      [
        text('figure', voice.say('key'), (line) => line.key, { filesOnly: true }),
        text('label', voice.say('study-weekly.vital-sign'), (line) => voice.say(line.label)),
        figure('inPeriod', nouns.currentShort, (line) => line.value(now)),
        percentage('percent', voice.say('percent-sign'), (line) => share(line, now), { after: 'inPeriod' }),
        figure('previous', nouns.previousShort, (line) => line.value(before)),
        percentage('previousPercent', voice.say('percent-sign'), (line) => share(line, before), {
          after: 'previous',
        }),
      ],
    ),
  ];
};
