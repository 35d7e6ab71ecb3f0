import { callback } from '@rounds/contracts/callback';
import { holidays } from '@rounds/contracts/holidays';
import { localDate } from '@rounds/contracts/period';
import { RUN_STATUSES } from '@rounds/contracts/run';
import { catchUp, schedule, timeZone } from '@rounds/contracts/schedule';
import { PAUSED_REASONS } from '@rounds/contracts/collections';
import { rule } from '@rounds/contracts/rules';
import { why } from '../platform/why.ts';
import { z } from 'zod';
import { emailAddress } from '../http/email.ts';
import { HeldBy } from '../halts/halts.dto.ts';
import { pageOf, pageQuery } from '../http/page.dto.ts';
import { oneAtLeastOf } from '../openapi/alternatives.ts';
import { channelAnswer, changedChannels, newChannels } from './channels.dto.ts';
import { incompletePolicy } from '../jobs/jobs.dto.ts';
import { templateReference } from '@rounds/contracts/template';
import { reportTypeId } from '@rounds/report-types/catalogue';
import { distinctFormats } from '../report-types/report-types.ts';

const MOST_RECIPIENTS = 50;

const status = z.enum(['active', 'paused', 'cancelled', 'ended']);
const instant = z.iso.datetime();

export const recipients = z.array(emailAddress).min(1).max(MOST_RECIPIENTS);

const parameters = z
  .record(z.string(), z.unknown())
  .describe('As the report type’s schema says, over those of the template.');
const templateId = templateReference.describe('`name` follows the newest version, `name@2` stays with it.');
const deliver = z.enum(['always', 'changed']).describe('`changed`: only when the data changed.');
const unchangedNote = z
  .boolean()
  .describe('With `deliver: changed`: a short mail that says that nothing changed.');
export const until = localDate.describe('Last local day on which a run may be due.');

const evenIfEqual = z
  .boolean()
  .describe('A second one at the same moments, with the same report and options, is wanted.');

export const CreateSubscriptionBody = z
  .strictObject({
    studyId: z.string().min(1).describe('STUDYID.'),
    reportType: reportTypeId.optional().describe('May be left out where a template says it.'),
    templateId: templateId.optional(),
    parameters: parameters.default({}),
    schedule,
    formats: distinctFormats.optional().describe('Default: the template’s, else a PDF.'),
    recipients: recipients.optional().describe('E-mail addresses of members of the study. Default: you.'),
    deliver: deliver.default('always'),
    catchUp: catchUp.default('latest').describe('After a downtime: the latest missed run, all, or none.'),
    until: until.optional(),
    unchangedNote: unchangedNote.default(false),
    incomplete: incompletePolicy.default('quarantine'),
    holidays: holidays.optional(),
    callback: callback.optional(),
    channels: newChannels.optional(),
    evenIfEqual: evenIfEqual.default(false),
  })
  .meta({ id: 'CreateSubscription', ...oneAtLeastOf('reportType', 'templateId') });
export type CreateSubscriptionBody = z.infer<typeof CreateSubscriptionBody>;

export const ChangeSubscriptionBody = z
  .strictObject({
    templateId: templateId.nullable().optional(),
    parameters: parameters.optional(),
    schedule: schedule.optional(),
    formats: distinctFormats.optional(),
    recipients: recipients.optional(),
    deliver: deliver.optional(),
    catchUp: catchUp.optional(),
    until: until.nullable().optional().describe('Null removes the end.'),
    unchangedNote: unchangedNote.optional(),
    incomplete: incompletePolicy.optional(),
    holidays: holidays.nullable().optional().describe('Null: none.'),
    callback: callback.nullable().optional().describe('Null: none.'),
    channels: changedChannels.optional(),
    owner: emailAddress.optional().describe('Hands it over to another member of the study.'),
    evenIfEqual: evenIfEqual.optional(),
  })
  .refine(
    (body) => Object.entries(body).some(([name, value]) => name !== 'evenIfEqual' && value !== undefined),
    rule('no-change'),
  )
  .meta({
    id: 'ChangeSubscription',
    minProperties: 1,
    dependentSchemas: { evenIfEqual: { minProperties: 2 } },
  });
export type ChangeSubscriptionBody = z.infer<typeof ChangeSubscriptionBody>;

export const RunNowBody = z
  .strictObject({
    requestId: z
      .string()
      .regex(/^[\w-]{1,64}$/, rule('not-a-request-id'))
      .optional()
      .describe('Asking again with the same id finds the same run.'),
  })
  .meta({ id: 'RunNow' });
export type RunNowBody = z.infer<typeof RunNowBody>;

export const RunNowAnswer = z
  .object({ jobId: z.string(), runId: z.string().describe('The same as `jobId`.') })
  .meta({ id: 'StartedRun' });
export type RunNowAnswer = z.infer<typeof RunNowAnswer>;

export const InvitationBody = z
  .strictObject({
    recipient: emailAddress.describe('Of a recipient who unsubscribed.'),
  })
  .meta({ id: 'InviteRecipient' });
export type InvitationBody = z.infer<typeof InvitationBody>;

export const InvitationAnswer = z
  .object({ mailed: z.boolean().describe('False: they were asked today already.') })
  .meta({ id: 'Invitation' });
export type InvitationAnswer = z.infer<typeof InvitationAnswer>;

const moment = z.iso.datetime({ offset: true });

export const exception = z.object({
  due: localDate.describe('Day on which the schedule has the run: it names the run and its period.'),
  scheduledFor: moment.describe('When the schedule has it.'),
  change: z.enum(['skipped', 'moved']),
  at: moment.nullable().describe('When it is made instead; null when skipped.'),
  holiday: z.string().nullable().describe('The holiday that caused it; null where somebody asked for it.'),
});

const warningOf = <Code extends string>(...codes: [Code, ...Code[]]) =>
  z.object({ field: z.string(), code: z.enum(codes), message: z.string() });

/** Of what it says itself, whoever subscribes. */
export const scheduleWarning = warningOf('ZONE_WITHOUT_SUMMER_TIME');

export const SubscriptionAnswer = z
  .object({
    id: z.string(),
    status,
    endedReason: z.string().nullable().describe('In English.'),
    endedWhy: why,
    heldBy: HeldBy,
    pausedReason: z
      .enum(PAUSED_REASONS)
      .nullable()
      .describe(
        'Why Rounds itself paused it: nobody receives it any more, or its owner may no longer see the study.',
      ),
    ownerLostAt: instant
      .nullable()
      .describe('Since when the owner has no right on the study. It is paused after some days.'),
    studyClosedAt: localDate.nullable().describe('Day on which the study closes, and with it this.'),
    studyId: z.string(),
    reportType: z.string(),
    templateId: templateReference.nullable(),
    parameters: z.record(z.string(), z.unknown()),
    schedule,
    formats: distinctFormats,
    owner: z.string().describe('E-mail address.'),
    recipients: z.array(z.string()).describe('E-mail addresses.'),
    optedOut: z.array(z.string()).describe('Recipients who unsubscribed by their own link.'),
    channels: z.array(channelAnswer).describe('Told beside the recipients, without their addresses.'),
    deliver,
    catchUp,
    until: until.nullable(),
    unchangedNote,
    incomplete: incompletePolicy,
    holidays: holidays.nullable(),
    snoozedUntil: localDate.nullable().describe('Runs due before this day are left out.'),
    callback: callback.omit({ secret: true }).nullable().describe('Without its secret.'),
    nextRuns: z
      .array(moment)
      .describe('The next 5 moments, with offset; none unless active, and none while halted.'),
    exceptions: z.array(exception).describe('Runs that do not go as the schedule says.'),
    nextRunsIn: z
      .object({ timeZone, moments: z.array(moment) })
      .optional()
      .describe('The next runs on the clock of `?timeZone=`.'),
    workflowId: z.string(),
    revision: z.int(),
    applied: z.boolean().describe('Whether the workflow was told of the newest change.'),
    note: z.string().optional().describe('Says so when the workflow is still to be told.'),
    warnings: z
      .array(warningOf('ZONE_WITHOUT_SUMMER_TIME', 'NO_RECIPIENTS'))
      .describe('Taken as it is, though perhaps not what was meant.'),
    runCount: z.int(),
    lastRun: z.object({ jobId: z.string(), status: z.enum(RUN_STATUSES), at: instant }).nullable(),
    createdAt: instant,
    updatedAt: instant,
  })
  .meta({ id: 'Subscription' });
export type SubscriptionAnswer = z.infer<typeof SubscriptionAnswer>;

export const subscriptionsPage = pageOf(SubscriptionAnswer);

const shownIn = timeZone.optional().describe('Shows the next runs on this zone’s clock as well.');

export const SubscriptionsQueryDto = z.strictObject({
  ...pageQuery,
  timeZone: shownIn,
  status: status.optional(),
  studyId: z.string().min(1).optional(),
  reportType: z.string().min(1).optional(),
  owner: emailAddress
    .optional()
    .describe('E-mail address; for operators and auditors, who see those of others.'),
  recipient: emailAddress.optional().describe('E-mail address of a recipient.'),
});
export type SubscriptionsQueryDto = z.infer<typeof SubscriptionsQueryDto>;

export const SubscriptionQueryDto = z.strictObject({ timeZone: shownIn });
export type SubscriptionQueryDto = z.infer<typeof SubscriptionQueryDto>;
