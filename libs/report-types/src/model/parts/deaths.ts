/** Deaths to date, with what tells of each. */
import type { Death } from '../../folds/deaths.ts';
import { date, tableOf, text, yesNo, type Table } from '../table.ts';
import type { Voice } from '../words/voice.ts';

const sourcesOf =
  ({ say, cellDay }: Voice) =>
  ({ sources }: Death): string =>
    sources
      .map(({ domain, day }) => (day === null ? `${domain} (${say('no-day')})` : `${domain} ${cellDay(day)}`))
      .join(', ');

export const deathTable = (deaths: readonly Death[], section: string, voice: Voice): Table =>
  tableOf(
    {
      name: 'deaths',
      sheet: voice.say('deaths'),
      section,
      title: voice.say('listing-deaths-to-date'),
      listing: true,
      note: voice.say('deaths-note'),
      empty: voice.say('no-death'),
    },
    deaths,
    [
      yesNo('isNew', voice.say('new')),
      yesNo('isLate', voice.say('told-late'), (row) => row.isLate ?? false),
      text('subject', voice.say('subject')),
      text('siteId', voice.say('site'), { below: 'subject' }),
      date('day', voice.say('day-of-death')),
      text('terms', voice.say('fatal-events'), (row) => row.terms.join(', ')),
      text('sources', voice.say('told-by'), sourcesOf(voice)),
      yesNo('notMarkedSerious', voice.say('fatal-event-not-marked-serious')),
    ],
  );
