/** When each dataset came last, and what is out of date. */
import type { Dataset } from '@rounds/contracts/dataset';
import { figure, tableOf, text, type Table } from '../table.ts';
import type { Voice } from '../words/voice.ts';
import { staleWords } from './doubts.ts';

export const deliveryTable = ({ dataQuality, timeZone }: Dataset, voice: Voice): Table =>
  tableOf(
    {
      name: 'last-deliveries',
      sheet: voice.say('deliveries'),
      section: 'data-quality',
      title: voice.say('last-deliveries'),
      note: voice.say('newest-import-note'),
      empty: voice.say('nothing-is-known-of-deliveries'),
      ...(Object.keys(dataQuality.lastDelivery).length === 0 ? { shownIn: 'files' as const } : {}),
    },
    Object.entries(dataQuality.lastDelivery),
    [
      text('domain', voice.say('domain'), ([domain]) => domain),
      text('at', voice.say('delivered'), ([, { at }]) => voice.instant(at, timeZone)),
      figure('rows', voice.say('rows'), ([, { rows }]) => rows),
      text('by', voice.say('by'), ([, { by }]) => by),
      text('stale', voice.say('stale'), ([, { stale }]) =>
        stale === undefined ? '' : staleWords(stale, voice),
      ),
    ],
  );
