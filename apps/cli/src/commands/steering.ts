/** What is done to one subscription, beside changing its content. */
import type { AnswerOf } from '@rounds/client/client';
import type { components } from '@rounds/client/generated/api';
import type { CallerOptions } from '../connect.ts';
import { act, apiVerb, given } from '../verb.ts';

type Subscription = components['schemas']['Subscription'];

export const ONE = '/api/v1/subscriptions/{subscriptionId}';

export const one = (subscriptionId = '') => ({ path: { subscriptionId } });

export const subscriptionLines = ({
  id,
  status,
  studyId,
  reportType,
  nextRuns,
  note,
}: Subscription): string[] => [
  `${id}  ${studyId}  ${reportType}  ${status}`,
  ...nextRuns.map((instant, index) => `${index === 0 ? 'next runs ' : '          '}${instant}`),
  ...(note === undefined ? [] : [note]),
];

const STEERING = {
  pause: 'pause; runs due meanwhile are skipped',
  resume: 'resume a paused one',
} as const;

const steering = (Object.keys(STEERING) as (keyof typeof STEERING)[]).map((name) =>
  apiVerb(`${name} <subscription>`, STEERING[name], `subscriptions ${name} sub_1`).action(
    act(
      (rounds, _options: CallerOptions, id) => rounds.post(`${ONE}/${name}`, { params: one(id) }),
      subscriptionLines,
    ),
  ),
);

const cancel = apiVerb('cancel <subscription>', 'cancel for good', 'subscriptions cancel sub_1').action(
  act((rounds, _options: CallerOptions, id) => rounds.delete(ONE, { params: one(id) }), subscriptionLines),
);

interface SkipOptions extends CallerOptions {
  readonly due?: string;
}

const skipNext = apiVerb(
  'skip-next <subscription>',
  'leave out the next run, or another',
  'subscriptions skip-next sub_1',
)
  .option('--due <date>', 'the run that is due on that day')
  .action(
    act(
      (rounds, { due }: SkipOptions, id) =>
        rounds.post(`${ONE}/skip-next`, { params: one(id), body: given({ due }) }),
      subscriptionLines,
    ),
  );

const snooze = apiVerb(
  'snooze <subscription>',
  'leave out what is due before a day; without one, go on as before',
  'subscriptions snooze sub_1 --until 2027-01-07',
)
  .option('--until <date>', 'the first day on which a run may be due again')
  .action(
    act(
      (rounds, { until = null }: { readonly until?: string | null } & CallerOptions, id) =>
        rounds.post(`${ONE}/snooze`, { params: one(id), body: { until } }),
      subscriptionLines,
    ),
  );

interface MoveOptions extends CallerOptions {
  readonly from: string;
  readonly to: string;
}

const move = apiVerb(
  'move <subscription>',
  'make one run at another time; it keeps its period',
  'subscriptions move sub_1 --from 2026-12-28 --to 2026-12-30T08:00',
)
  .requiredOption('--from <date>', 'day on which the schedule has it')
  .requiredOption('--to <datetime>', 'on the clock of the schedule’s zone')
  .action(
    act(
      (rounds, { from, to }: MoveOptions, id) =>
        rounds.post(`${ONE}/move-run`, { params: one(id), body: { from, to } }),
      subscriptionLines,
    ),
  );

const restore = apiVerb(
  'restore <subscription> <date>',
  'make a run that was skipped or moved as the schedule has it',
  'subscriptions restore sub_1 2026-12-28',
).action(
  act((rounds, _options: CallerOptions, subscriptionId = '', due = '') => {
    const params = { path: { subscriptionId, due } };
    return rounds.delete(`${ONE}/exceptions/{due}`, { params });
  }, subscriptionLines),
);

type Started = AnswerOf<'post', '/api/v1/subscriptions/{subscriptionId}/run-now'>;

const startedLine = ({ jobId }: Started): string => `started ${jobId}; watch it: rounds jobs events ${jobId}`;

const runNow = apiVerb(
  'run-now <subscription>',
  'make and mail the report now, beside the schedule',
  'subscriptions run-now sub_1',
).action(
  act(
    (rounds, _options: CallerOptions, id) => rounds.post(`${ONE}/run-now`, { params: one(id), body: {} }),
    startedLine,
  ),
);

type Preview = AnswerOf<'post', '/api/v1/subscriptions/{subscriptionId}/preview'>;

type Seen = Omit<Preview['recipients'][number], 'formats' | 'why'>;

/** Who would get what, or why nothing. */
export const recipientLine = ({ recipient, eligible, reason, scope }: Seen): string => {
  if (!eligible) return `${recipient}  nothing: ${reason ?? ''}`;
  if (scope === null) return `${recipient}  what their own rights cover`;
  return `${recipient}  ${String(scope.sites)}${scope.unblinded ? ' unblinded' : ''}`;
};

const previewLines = ({ jobId, recipients }: Preview): string[] => [
  `started ${jobId}; watch it: rounds jobs events ${jobId}`,
  ...recipients.map((seen) =>
    [recipientLine(seen), ...(seen.eligible ? [seen.formats.join(', ')] : [])].join('  '),
  ),
];

const preview = apiVerb(
  'preview <subscription>',
  'make the report for yourself alone, and see who would get what',
  'subscriptions preview sub_1',
).action(
  act(
    (rounds, _options: CallerOptions, id) => rounds.post(`${ONE}/preview`, { params: one(id) }),
    previewLines,
  ),
);

const invite = apiVerb(
  'invite <subscription>',
  'ask a recipient who unsubscribed whether they want to receive it again',
  'subscriptions invite sub_1 --recipient anna@example.org',
)
  .requiredOption('--recipient <email>', 'who unsubscribed')
  .action(
    act(
      (rounds, { recipient }: CallerOptions & { readonly recipient: string }, id) =>
        rounds.post(`${ONE}/invitations`, { params: one(id), body: { recipient } }),
      ({ mailed }: { readonly mailed: boolean }) => [
        mailed ? 'they are asked by mail' : 'they were asked today already',
      ],
    ),
  );

export const steeringVerbs = [...steering, invite, cancel, skipNext, snooze, move, restore, preview, runNow];
