/** `subscribe`, `schedule`, `recipients` and `subscriptions`: who gets which report when. */
import type { RoundsClient } from '@rounds/client/client';
import type { components } from '@rounds/client/generated/api';
import type { Format } from '@rounds/contracts/formats';
import { Option, type Command } from 'commander';
import type { CallerOptions } from '../connect.ts';
import { act, actPaged, apiVerb, count, family, given, listVerb, type ListOptions } from '../verb.ts';
import { listOf } from '../values.ts';
import { ONE, one, recipientLine, steeringVerbs, subscriptionLines } from './steering.ts';
import {
  channelsOf,
  holidaysOf,
  scheduleOf,
  contentOf,
  withHolidays,
  withSchedule,
  withContent,
  type HolidayOptions,
  type ScheduleOptions,
  type ContentOptions,
} from './subscription-options.ts';

type Subscription = components['schemas']['Subscription'];
type NewSubscription = components['schemas']['CreateSubscription'];
type Change = components['schemas']['ChangeSubscription'];

interface SubscribeOptions extends ContentOptions {
  readonly study: string;
  readonly type?: NewSubscription['reportType'];
  readonly evenIfEqual?: true;
}

const subscribe = withSchedule(
  withContent(
    apiVerb(
      'subscribe',
      'subscribe to a study’s report',
      'subscribe --study CDISCPILOT01 --on monday --at 08:00 --zone Europe/Berlin --formats pdf,xlsx',
    )
      .requiredOption('--study <id>', 'STUDYID')
      .option('--type <name>', 'report type; default: the template’s, else study-weekly')
      .option('--even-if-equal', 'also where you have an equal subscription already'),
  ),
  { every: 'week', at: '08:00', zone: 'UTC' },
).action(
  act(async (rounds, options: SubscribeOptions) => {
    const {
      study: studyId,
      until,
      evenIfEqual,
      template,
      type = template === undefined ? 'study-weekly' : undefined,
    } = options;
    const content = {
      studyId,
      schedule: scheduleOf(options),
      ...given({ reportType: type, until, evenIfEqual }),
      ...contentOf(options),
      ...(await channelsOf(options)),
    };
    return rounds.post('/api/v1/subscriptions', { body: { ...content, ...defaultFormats(options) } });
  }, subscriptionLines),
);

/** Where no template says it. */
const defaultFormats = ({ formats, template }: ContentOptions): { formats?: Format[] } =>
  formats === undefined && template === undefined ? { formats: ['pdf', 'xlsx'] } : {};

interface FilterOptions extends ListOptions {
  readonly study?: string;
  readonly type?: string;
  readonly status?: Subscription['status'];
  readonly owner?: string;
  readonly recipient?: string;
}

const list = listVerb(
  'list',
  'list your subscriptions; an operator’s: everyone’s',
  'subscriptions list --status paused',
)
  .option('--study <id>', 'STUDYID')
  .option('--type <name>', 'report type')
  .addOption(new Option('--status <status>', 'status').choices(['active', 'paused', 'cancelled', 'ended']))
  .option('--owner <email>', 'whose; for operators')
  .option('--recipient <email>', 'who gets it')
  .action(
    actPaged(
      (rounds, page, { study: studyId, type: reportType, status, owner, recipient }: FilterOptions) =>
        rounds.get('/api/v1/subscriptions', {
          params: { query: { ...page, ...given({ studyId, reportType, status, owner, recipient }) } },
        }),
      subscriptionLines,
    ),
  );

const show = apiVerb('show <subscription>', 'show one', 'subscriptions show sub_1 --json').action(
  act((rounds, _options: CallerOptions, id) => rounds.get(ONE, { params: one(id) }), subscriptionLines),
);

interface ChangeOptions extends ContentOptions {
  readonly until?: string;
  readonly endless?: boolean;
  readonly owner?: string;
  readonly evenIfEqual?: true;
}

/** A schedule is changed as a whole: what is not named stays as it is, unless another unit gives it another meaning. */
const changedSchedule = (
  current: Subscription['schedule'],
  options: ScheduleOptions,
): NewSubscription['schedule'] | undefined => {
  if (Object.keys(scheduleOf(options)).length === 0) return undefined;
  const { at, timeZone } = current;
  const base = options.every === undefined || options.every === current.every ? current : { at, timeZone };
  return { ...base, ...scheduleOf(options) } as NewSubscription['schedule'];
};

/** From the version that was read: of two who change it at once, one is refused. */
const change = async (rounds: RoundsClient, options: ChangeOptions, id?: string): Promise<Subscription> => {
  const { data, response } = await rounds.send('get', ONE, { params: one(id) });
  const { owner, evenIfEqual } = options;
  const until = options.endless === true ? null : options.until;
  const body: Change = {
    ...contentOf(options),
    ...(await channelsOf(options)),
    ...given({ until, owner, evenIfEqual, schedule: changedSchedule(data.schedule, options) }),
    ...(options.holidays === false ? { holidays: null } : {}),
    ...(options.callback === false ? { callback: null } : {}),
  };
  const header = { 'If-Match': response.headers.get('ETag') ?? '*' };
  return rounds.patch(ONE, { params: { ...one(id), header }, body });
};

const changeVerb = withSchedule(
  withContent(
    apiVerb(
      'change <subscription>',
      'change what is named, keep the rest',
      'subscriptions change sub_1 --formats pdf',
    ),
  ),
  {},
)
  .option('--endless', 'run on without an end')
  .option('--no-holidays', 'run on holidays as on other days')
  .option('--no-callback', 'nobody is told any more')
  .option('--no-channels', 'no channel is told any more')
  .option('--owner <email>', 'hand it over to another member of the study')
  .option('--even-if-equal', 'also where it becomes equal to another one of yours')
  .action(act(change, subscriptionLines));

interface PreviewOptions extends CallerOptions, ScheduleOptions, HolidayOptions {
  readonly until?: string;
  readonly count?: number;
}

const schedule = withSchedule(
  withHolidays(
    apiVerb(
      'schedule',
      'when the runs of a schedule would be made; nobody is subscribed by it',
      'schedule --every month --on last-friday --at 17:00 --zone America/New_York',
    )
      .option('--until <date>', 'last day on which a run may be due')
      .option('--count <number>', 'how many runs; default: 5', count),
  ),
  { every: 'week', at: '08:00', zone: 'UTC' },
).action(
  act(
    (rounds, options: PreviewOptions) => {
      const { until, count: shown } = options;
      const more = given({ until, count: shown, holidays: holidaysOf(options) });
      return rounds.post('/api/v1/schedules/preview', { body: { schedule: scheduleOf(options), ...more } });
    },
    ({ runs, exceptions, warnings }) => [
      ...runs.map(({ at, period }) => `${at}  ${period.start} to ${period.end}`),
      ...exceptions.map(({ scheduledFor, at, holiday }) =>
        [`${scheduledFor} is`, at === null ? 'left out' : `moved to ${at}`, holiday ?? ''].join(' ').trim(),
      ),
      ...warnings.map(({ message }) => message),
    ],
  ),
);

interface RecipientsOptions extends CallerOptions {
  readonly study: string;
  readonly of: string[];
}

const recipients = apiVerb(
  'recipients',
  'what people would see of a study’s reports; nobody is subscribed by it',
  'recipients --study CDISCPILOT01 --of ben@example.org,cy@example.org',
)
  .requiredOption('--study <id>', 'STUDYID')
  .requiredOption('--of <emails>', 'of whom, with commas', listOf)
  .action(
    act(
      (rounds, { study: studyId, of }: RecipientsOptions) =>
        rounds.post('/api/v1/studies/{studyId}/recipients/preview', {
          params: { path: { studyId } },
          body: { recipients: of },
        }),
      ({ items }) => items.map(recipientLine),
    ),
  );

export const subscriptionCommands = (): Command[] => [
  subscribe,
  schedule,
  recipients,
  family('subscriptions', 'subscriptions: list, look at, change and steer them', [
    list,
    show,
    changeVerb,
    ...steeringVerbs,
  ]),
];
