/** When each dataset came last, and what is out of date. */
import type { Dataset } from '@rounds/contracts/dataset';
import { figure, tableOf, text, type Table } from '../table.ts';
import type { Voice } from '../words/voice.ts';
import { staleWords } from './doubts.ts';

export const deliveryTable = ({ dataQuality, timeZone }: Dataset, voice: Voice): Table =>
  tableOf(
    {
      name: 'last-deliveries',
      sheet: voice.say('Deliveries'),
      section: 'data-quality',
      title: voice.say('Last deliveries'),
      note: voice.say('The newest import that brought each dataset, of the whole study.'),
      empty: voice.say('Nothing is known of deliveries.'),
      ...(Object.keys(dataQuality.lastDelivery ?? {}).length === 0 ? { shownIn: 'files' as const } : {}),
    },
    Object.entries(dataQuality.lastDelivery ?? {}),
    [
      text('domain', voice.say('Domain'), ([domain]) => domain),
      text('at', voice.say('Delivered'), ([, { at }]) => voice.instant(at, timeZone)),
      figure('rows', voice.say('Rows'), ([, { rows }]) => rows),
      text('by', voice.say('By'), ([, { by }]) => by),
      text('stale', voice.say('Stale'), ([, { stale }]) =>
        stale === undefined ? '' : staleWords(stale, voice),
      ),
    ],
  );
