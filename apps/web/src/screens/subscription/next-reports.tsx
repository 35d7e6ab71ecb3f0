import { Button } from '../../design/button.tsx';
import { useVoice } from '../../words/voice-context.tsx';
import { plannedOf, skippedOf, type Subscription } from './subscription.ts';
import { steering, useSteering } from './use-steering.ts';

const useSkipping = (id: string) => {
  const { say, day } = useVoice();
  const { steer } = useSteering();
  const skip = (due: string) => ({
    act: () => steering.skip(id, due),
    told: say('told.skipped', { day: day(due) }),
  });
  const restore = (due: string) => ({
    act: () => steering.restore(id, due),
    told: say('told.restored', { day: day(due) }),
  });
  return {
    skip: (due: string) => {
      steer({ ...skip(due), undo: restore(due) });
    },
    restore: (due: string) => {
      steer({ ...restore(due), undo: skip(due) });
    },
  };
};

export function NextReports({ subscription }: { readonly subscription: Subscription }) {
  const { say, moment, day } = useVoice();
  const { skip, restore } = useSkipping(subscription.id);
  const { timeZone } = subscription.schedule;
  const planned = plannedOf(subscription);
  return (
    <section aria-labelledby="next">
      <h2 id="next">{say('home.next')}</h2>
      {planned.length === 0 && <p>{say('report.no-next')}</p>}
      <ol role="list" className="next-reports">
        {planned.map(({ due, at, isMoved }) => (
          <li key={due}>
            <span>
              <time dateTime={at}>{moment(at, timeZone)}</time>
              {isMoved && <span className="note"> {say('next.moved', { day: day(due) })}</span>}
            </span>
            <Button
              variant="quiet"
              aria-label={say('next.skip-of', { day: day(due) })}
              onPress={() => {
                skip(due);
              }}
            >
              {say('next.skip')}
            </Button>
          </li>
        ))}
        {skippedOf(subscription).map(({ due }) => (
          <li key={due}>
            <s>{day(due)}</s>
            <Button
              variant="quiet"
              aria-label={say('next.restore-of', { day: day(due) })}
              onPress={() => {
                restore(due);
              }}
            >
              {say('next.restore')}
            </Button>
          </li>
        ))}
      </ol>
    </section>
  );
}
