/** Deaths to date, with what tells of each. */
import type { Death } from '../../folds/deaths.ts';
import { date, tableOf, text, yesNo, type Table } from '../table.ts';
import type { Voice } from '../words/voice.ts';

const sourcesOf =
  ({ say, cellDay }: Voice) =>
  ({ sources }: Death): string =>
    sources
      .map(({ domain, day }) => (day === null ? `${domain} (${say('no day')})` : `${domain} ${cellDay(day)}`))
      .join(', ');

export const deathTable = (deaths: readonly Death[], section: string, voice: Voice): Table =>
  tableOf(
    {
      name: 'deaths',
      sheet: voice.say('Deaths'),
      section,
      title: voice.say('Listing: deaths to date'),
      listing: true,
      note: voice.say(
        'Subjects, from DM (DTHFL, DTHDTC), DS (DEATH) and fatal adverse events. The day is that of DTHDTC, else of DS, else of AE.',
      ),
      empty: voice.say('No death was recorded to date.'),
    },
    deaths,
    [
      yesNo('isNew', voice.say('New'), (row) => row.isNew),
      yesNo('isLate', voice.say('Told late'), (row) => row.isLate ?? false),
      text('subject', voice.say('Subject'), (row) => row.subject),
      text('siteId', voice.say('Site'), (row) => row.siteId, { below: 'subject' }),
      date('day', voice.say('Day of death'), (row) => row.day),
      text('terms', voice.say('Fatal events'), (row) => row.terms.join(', ')),
      text('sources', voice.say('Told by'), sourcesOf(voice)),
      yesNo('notMarkedSerious', voice.say('Fatal event not marked serious'), (row) => row.notMarkedSerious),
    ],
  );
