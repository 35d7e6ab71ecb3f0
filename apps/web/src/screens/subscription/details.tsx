import { scheduleWords } from '../../model/schedule.ts';
import { useVoice } from '../../words/voice-context.tsx';
import type { Subscription } from './subscription.ts';

export function Details({ subscription }: { readonly subscription: Subscription }) {
  const voice = useVoice();
  const { say, list, day } = voice;
  const { schedule, recipients, optedOut, formats, deliver, until, owner } = subscription;
  const receiving = recipients.filter((email) => !optedOut.includes(email));
  const facts: readonly (readonly [string, string])[] = [
    [say('details.when'), `${scheduleWords(voice, schedule)}, ${schedule.timeZone}`],
    [say('details.to'), receiving.length === 0 ? say('details.nobody') : list(receiving)],
    ...(optedOut.length === 0 ? [] : [[say('details.opted-out'), list(optedOut)] as const]),
    [say('files.formats'), list(formats.map((format) => say(`format.${format}`)))],
    [say('files.deliver'), say(deliver === 'always' ? 'files.always' : 'files.changed')],
    ...(until === null ? [] : [[say('details.until'), day(until)] as const]),
    [say('details.owner'), owner],
  ];
  return (
    <section aria-labelledby="details">
      <h2 id="details">{say('details')}</h2>
      <dl className="details">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
