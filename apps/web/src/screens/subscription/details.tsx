import type { ReactNode } from 'react';
import { scheduleWords } from '../../model/schedule.ts';
import type { Voice } from '../../words/voice.ts';
import { useVoice } from '../../words/voice-context.tsx';
import { People } from './people.tsx';
import type { Subscription } from './plan.ts';

/** `Public holidays in Germany (BY) and 3 days of your own: left out` */
const holidayWords = ({ say, region, list }: Voice, holidays: Subscription['holidays']): string => {
  if (holidays === null) return say('holidays.none');
  const { country, region: part, dates = [], policy } = holidays;
  const named = (code: string) => (part === undefined ? region(code) : `${region(code)} (${part})`);
  const days = [
    ...(country === undefined ? [] : [say('holidays.of', { country: named(country) })]),
    ...(dates.length > 0 || country === undefined ? [say('holidays.own', { n: dates.length })] : []),
  ];
  return `${list(days)}: ${say(`holidays.${policy}`)}`;
};

type Fact = readonly [name: string, value: ReactNode];

const factsOf = (voice: Voice, subscription: Subscription): Fact[] => {
  const { say, list, day } = voice;
  const { schedule, formats, deliver, until, holidays, owner } = subscription;
  return [
    [say('details.when'), `${scheduleWords(voice, schedule)}, ${schedule.timeZone}`],
    [say('details.holidays'), holidayWords(voice, holidays)],
    ...(until === null ? [] : [[say('details.until'), day(until)] as const]),
    [say('details.to'), <People key="people" subscription={subscription} />],
    [say('files.formats'), list(formats.map((format) => say(`format.${format}`)))],
    [say('details.languages'), say('details.languages-text')],
    [say('files.deliver'), say(deliver === 'always' ? 'files.always' : 'files.changed')],
    [say('details.owner'), owner],
  ];
};

export function Details({ subscription }: { readonly subscription: Subscription }) {
  const voice = useVoice();
  return (
    <section aria-labelledby="details">
      <h2 id="details">{voice.say('details')}</h2>
      <dl className="details">
        {factsOf(voice, subscription).map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
