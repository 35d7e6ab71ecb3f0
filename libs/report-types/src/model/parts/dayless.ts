/** Rows that belong to no day, or to one that cannot be, and would stand on the first page. */
import type { Dataset } from '@rounds/contracts/dataset';
import type { AttentionItem } from '../report-model.ts';
import { date, tableOf, text, type Table } from '../table.ts';
import { NONE, type Voice } from '../words/voice.ts';

export const daylessTable = ({ dataQuality: { withoutDay = [] } }: Dataset, voice: Voice): Table =>
  tableOf(
    {
      name: 'rows-without-day',
      sheet: voice.say('Rows without a day'),
      section: 'data-quality',
      title: voice.say('Rows without a day that the first page would show'),
      note: voice.say('Without a date, or of a day that cannot be: in no figure and in no period.'),
      empty: voice.say('There is none.'),
      ...(withoutDay.length === 0 ? { shownIn: 'files' as const } : {}),
    },
    withoutDay,
    [
      text('domain', voice.say('Domain'), (row) => row.domain),
      text('subject', voice.say('Subject'), (row) => row.subject),
      text('siteId', voice.say('Site'), (row) => row.siteId),
      date('day', voice.say('Day'), (row) => row.day),
      text('what', voice.say('Row'), (row) => row.what),
    ],
  );

/** They are named there all the same. */
export const daylessItems = (
  { dataQuality: { withoutDay: rows = [] } }: Dataset,
  voice: Voice,
): AttentionItem[] => {
  if (rows.length === 0) return [];
  const { say, shortList } = voice;
  const names = rows.map(({ domain, subject, siteId, what }) =>
    say('{domain} {what} ({subject}, site {site})', { domain, what, subject, site: siteId || NONE }),
  );
  return [
    {
      lead: say('Without a day'),
      sentence: say(
        '{n## row that matters has|# rows that matter have} no date, or one that cannot be: {names}.',
        {
          n: rows.length,
          names: shortList(names, 3),
        },
      ),
      section: 'data-quality',
      urgent: true,
    },
  ];
};
