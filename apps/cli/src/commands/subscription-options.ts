/** What a subscriber may say about a subscription, as options. */
import type { components } from '@rounds/client/generated/api';
import type { Format } from '@rounds/contracts/formats';
import { Option, type Command } from 'commander';
import type { CallerOptions } from '../connect.ts';
import { dayOf, formatList, incompleteOption, listOf, parameter, readJson, type Day } from '../values.ts';
import { given } from '../verb.ts';
import { callbackOf, withCallback, type CallbackOptions } from './callback-options.ts';

type NewSubscription = components['schemas']['CreateSubscription'];
type Holidays = components['schemas']['Holidays'];

export interface ScheduleOptions {
  readonly every?: NewSubscription['schedule']['every'];
  readonly on?: Day;
  readonly at?: string;
  readonly zone?: string;
}

export interface HolidayOptions {
  /** False: there shall be none any more. */
  readonly holidays?: string | false;
  readonly holidayDates?: string[];
  readonly holidayPolicy: Holidays['policy'];
}

export interface ContentOptions extends CallerOptions, ScheduleOptions, HolidayOptions, CallbackOptions {
  readonly formats?: Format[];
  readonly recipients?: string[];
  readonly parameter?: Record<string, unknown>;
  readonly template?: string;
  /** Not their addresses themselves, which are secrets: options can be seen by others. False: none any more. */
  readonly channels?: string | false;
  readonly deliver?: NewSubscription['deliver'];
  readonly unchangedNote?: boolean;
  readonly incomplete?: NewSubscription['incomplete'];
  readonly catchUp?: NewSubscription['catchUp'];
  readonly until?: string;
}

/** The API says what a schedule of the kind must have. */
export const scheduleOf = ({ every, on, at, zone }: ScheduleOptions): NewSubscription['schedule'] =>
  given({ every, on, at, timeZone: zone }) as NewSubscription['schedule'];

/** `DE`, or a part of it: `DE/BY` */
export const holidaysOf = ({ holidays, holidayDates: dates, holidayPolicy: policy }: HolidayOptions) => {
  const [country, region] = holidays === false ? [] : (holidays?.split('/') ?? []);
  const days = given({ country, region, dates });
  return Object.keys(days).length === 0 ? undefined : { policy, ...days };
};

export const contentOf = (options: ContentOptions) => {
  const {
    formats,
    recipients,
    parameter: parameters,
    template: templateId,
    deliver,
    unchangedNote,
    incomplete,
    catchUp,
  } = options;
  return given({
    ...{ formats, recipients, parameters, templateId, deliver, unchangedNote, incomplete, catchUp },
    holidays: holidaysOf(options),
    callback: callbackOf(options),
  });
};

/** As they stand in the file: whether they are right is for the API to say. */
export const channelsOf = async ({
  channels,
}: ContentOptions): Promise<Pick<NewSubscription, 'channels'>> => {
  if (channels === undefined) return {};
  return {
    channels:
      channels === false ? [] : ((await readJson(channels)) as NonNullable<NewSubscription['channels']>),
  };
};

export const withHolidays = (verb: Command): Command =>
  verb
    .option('--holidays <country>', 'its public holidays are kept: DE, or a part of it: DE/BY')
    .option(
      '--holiday-dates <list>',
      'further days that are kept, with commas: 2026-12-24,2026-12-31',
      listOf,
    )
    .addOption(
      new Option('--holiday-policy <policy>', 'what becomes of a run on a holiday')
        .choices(['skip', 'next-working-day', 'previous-working-day'])
        .default('next-working-day'),
    );

export const withContent = (verb: Command): Command =>
  withHolidays(withCallback(verb))
    .option('--channels <file>', 'JSON list of channels beside the recipients, - for standard input')
    .option('--template <name>', 'template, or one version of it: name@2')
    .option('--parameter <name=value>', 'parameter of the report type; once for each', parameter)
    .option('--formats <list>', 'pdf,xlsx,csv,json', formatList)
    .option('--recipients <emails>', 'who gets it, with commas; default: yourself', listOf)
    .addOption(new Option('--deliver <policy>', 'when it is mailed').choices(['always', 'changed']))
    .option('--unchanged-note', 'with --deliver changed: a short mail that says that nothing changed')
    .option('--no-unchanged-note', 'no such mail')
    .addOption(incompleteOption())
    .addOption(new Option('--catch-up <policy>', 'after a downtime').choices(['latest', 'all', 'skip']))
    .option('--until <date>', 'last day on which a run may be due');

export const withSchedule = (verb: Command, defaults: ScheduleOptions): Command =>
  verb
    .addOption(
      new Option('--every <unit>', 'how often').choices(['day', 'week', 'month']).default(defaults.every),
    )
    .option('--on <day>', 'monday, 15, last, 2-tuesday or last-friday', dayOf)
    .option('--at <time>', 'local time', defaults.at)
    .option('--zone <name>', 'IANA time zone', defaults.zone);
