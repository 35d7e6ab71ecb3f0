/** Rows that belong to no day, or to one that cannot be, and would stand on the first page. */
import type { Dataset } from '@rounds/contracts/dataset';
import type { AttentionItem } from '../report-model.ts';
import { date, tableOf, text, type Table } from '../table.ts';
import { NONE, type Voice } from '../words/voice.ts';

export const daylessTable = ({ dataQuality: { withoutDay } }: Dataset, voice: Voice): Table =>
  tableOf(
    {
      name: 'rows-without-day',
      sheet: voice.say('rows-without-a-day'),
      section: 'data-quality',
      title: voice.say('rows-without-day-for-page-one'),
      note: voice.say('rows-without-day-note'),
      empty: voice.say('there-is-none'),
      ...(withoutDay.length === 0 ? { shownIn: 'files' as const } : {}),
    },
    withoutDay,
    [
      text('domain', voice.say('domain')),
      text('subject', voice.say('subject')),
      text('siteId', voice.say('site')),
      date('day', voice.say('day')),
      text('what', voice.say('row')),
    ],
  );

/** They are named there all the same. */
export const daylessItems = (
  { dataQuality: { withoutDay: rows } }: Dataset,
  voice: Voice,
): AttentionItem[] => {
  if (rows.length === 0) return [];
  const { say, shortList } = voice;
  const names = rows.map(({ domain, subject, siteId, what }) =>
    say('row-without-day', { domain, what, subject, site: siteId || NONE }),
  );
  return [
    {
      lead: say('without-a-day'),
      sentence: say('rows-that-matter-without-day-names', { n: rows.length, names: shortList(names, 3) }),
      section: 'data-quality',
      urgent: true,
    },
  ];
};
