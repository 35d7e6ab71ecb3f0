import { date, tableOf, text, yesNo, type Table } from '../../../model/table.ts';
import type { Death, SafetyWeeklyDataset } from '../../dataset.ts';

const sourcesOf = ({ sources }: Death): string =>
  sources.map(({ domain, day }) => (day === null ? `${domain} (no day)` : `${domain} ${day}`)).join(', ');

export const deathTables = ({ listings }: SafetyWeeklyDataset): Table[] => [
  tableOf(
    {
      name: 'deaths',
      sheet: 'Deaths',
      section: 'deaths',
      title: 'Listing: deaths to date',
      listing: true,
      note: 'Subjects, from DM (DTHFL, DTHDTC), DS (DEATH) and fatal adverse events. The day is that of DTHDTC, else of DS, else of AE.',
      empty: 'No death was recorded to date.',
    },
    listings.deaths,
    [
      yesNo('isNew', 'New', (row) => row.isNew),
      yesNo('isLate', 'Told late', (row) => row.isLate ?? false),
      text('subject', 'Subject', (row) => row.subject),
      text('siteId', 'Site', (row) => row.siteId, { below: 'subject' }),
      date('day', 'Day of death', (row) => row.day),
      text('terms', 'Fatal events', (row) => row.terms.join(', ')),
      text('sources', 'Told by', sourcesOf),
      yesNo('notMarkedSerious', 'Fatal event not marked serious', (row) => row.notMarkedSerious),
    ],
  ),
];
