import { figure, share, tableOf, text, type Table } from '../../../model/table.ts';
import { percent } from '../../../model/words/numbers.ts';
import { withReason } from '../../../model/parts/percentages.ts';
import type { Voice } from '../../../model/words/voice.ts';
import type { SafetyWeeklyDataset, TermCounts } from '../../dataset.ts';
import { severeName, severeWord } from '../words.ts';

/** Most subjects with a notable event first, then most such events, then by name. */
const byFrequency = (counted: Readonly<Record<string, TermCounts>>) =>
  Object.entries(counted)
    .map(([name, counts]) => ({ name, ...counts }))
    .sort(
      (a, b) =>
        (b.notable.subjects ?? 0) - (a.notable.subjects ?? 0) ||
        (b.notable.events ?? 0) - (a.notable.events ?? 0) ||
        (a.name < b.name ? -1 : 1),
    );

interface Head {
  readonly name: string;
  readonly sheet: string;
  readonly title: string;
  readonly key: string;
  readonly label: string;
}

const table = (
  head: Head,
  counted: Readonly<Record<string, TermCounts>>,
  dataset: SafetyWeeklyDataset,
  voice: Voice,
): Table => {
  const { randomised } = dataset.subjects;
  // Who is not randomised is no part of them.
  const wholeOf = ({ notRandomised }: TermCounts) => (notRandomised > 0 ? null : randomised);
  const severe = severeName(dataset, voice);
  const word = severeWord(dataset, voice);
  const { name, sheet, title } = head;
  return tableOf(
    {
      ...{ name, sheet, title },
      section: 'terms',
      note: withReason(
        voice.say('safety-weekly.subjects-note', { severe: word, n: randomised }),
        Object.values(counted).some((line) => line.notRandomised > 0),
        voice,
      ),
      empty: voice.say('safety-weekly.terms-takeaway-none', { severe: word }),
    },
    byFrequency(counted),
    [
      text(head.key, head.label, (line) => line.name),
      figure('seriousSubjects', voice.say('safety-weekly.serious-subjects'), (line) => line.serious.subjects),
      share(
        'seriousPercent',
        'seriousSubjects',
        (line) => percent(line.serious.subjects, wholeOf(line)),
        voice,
      ),
      figure('seriousEvents', voice.say('events'), (line) => line.serious.events),
      figure(
        'severeSubjects',
        voice.say('safety-weekly.severe-subjects', { severe }),
        (line) => line.severe.subjects,
      ),
      share('severePercent', 'severeSubjects', (line) => percent(line.severe.subjects, wholeOf(line)), voice),
      figure('severeEvents', voice.say('events'), (line) => line.severe.events),
      figure(
        'notableSubjects',
        voice.say('safety-weekly.any-of-these-subjects'),
        (line) => line.notable.subjects,
        {
          filesOnly: true,
        },
      ),
      figure('notableEvents', voice.say('safety-weekly.any-of-these-events'), (line) => line.notable.events, {
        filesOnly: true,
      }),
      figure('subjects', voice.say('safety-weekly.all-subjects'), (line) => line.all.subjects),
      figure('events', voice.say('events'), (line) => line.all.events),
    ],
  );
};

export const termTables = (dataset: SafetyWeeklyDataset, voice: Voice): Table[] => {
  const { bySoc, byPreferredTerm } = dataset.events.toDate;
  return [
    table(
      {
        name: 'by-system-organ-class',
        sheet: voice.say('safety-weekly.by-class-sheet'),
        title: voice.say('by-system-organ-class'),
        key: 'soc',
        label: voice.say('system-organ-class'),
      },
      bySoc,
      dataset,
      voice,
    ),
    table(
      {
        name: 'by-preferred-term',
        sheet: voice.say('by-preferred-term'),
        title: voice.say('by-preferred-term'),
        key: 'preferredTerm',
        label: voice.say('preferred-term'),
      },
      byPreferredTerm,
      dataset,
      voice,
    ),
  ];
};
