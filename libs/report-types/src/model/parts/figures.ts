import type { Dataset } from '@rounds/contracts/dataset';
import type { Line } from '../../figures/shown.ts';
import { figure, share, tableOf, text, type ColumnOf, type Table } from '../table.ts';
import type { Label } from '../words/message.ts';
import type { Voice } from '../words/voice.ts';

/** Every number of a set of figures under its path in the dataset. */
const leaves = (value: unknown, path: string): [path: string, value: number | null][] => {
  if (typeof value === 'number' || value === null) return [[path, value]];
  if (Array.isArray(value)) return [[`${path}.length`, value.length]];
  return Object.entries(value as Record<string, unknown>).flatMap(([key, part]) =>
    leaves(part, path === '' ? key : `${path}.${key}`),
  );
};

/** @param figures those of the period; @param previous those of the period before, in the same shape */
export const figuresTable = (figures: object, previous: object, voice: Voice): Table => {
  const before = new Map(leaves(previous, ''));
  return tableOf(
    {
      name: 'figures',
      sheet: voice.say('all-figures'),
      section: 'appendix',
      title: voice.say('every-figure-by-path'),
      listing: true,
      empty: voice.say('there-is-no-figure'),
      shownIn: 'files',
    },
    leaves(figures, ''),
    [
      text('figure', voice.say('figure'), ([path]) => path),
      figure('value', voice.say('this-period-head'), ([, value]) => value),
      figure('previous', voice.say('period-before-head'), ([path]) => before.get(path) ?? null),
    ],
  );
};

/** Of a table of declared figures, one a line: beside its name those that are asked for. */
export const lineColumns = (
  label: Label,
  shown: readonly ('inPeriod' | 'percent' | 'previous' | 'previousPercent' | 'toDate')[],
  { period }: Dataset,
  voice: Voice,
): ColumnOf<Line>[] => {
  const { say, nouns } = voice;
  const { currentShort, previousShort } = nouns(period);
  const columns: Readonly<Record<(typeof shown)[number], ColumnOf<Line>>> = {
    inPeriod: figure('inPeriod', currentShort, (line) => line.now),
    percent: share('percent', 'inPeriod', (line) => line.share, voice),
    previous: figure('previous', previousShort, (line) => line.before),
    previousPercent: share('previousPercent', 'previous', (line) => line.shareBefore, voice),
    toDate: figure('toDate', say('to-date-head'), (line) => line.all),
  };
  return [
    text('figure', say('key'), (line) => line.key, { filesOnly: true }),
    text('label', say(label)),
    ...shown.map((name) => columns[name]),
  ];
};
