import { ERROR_CODES, type ErrorCode } from '@rounds/contracts/errors';
import { format } from '@rounds/contracts/formats';
import { CHECKS, FINDING_CODES } from '@rounds/contracts/gate';
import { localDate, period } from '@rounds/contracts/period';
import { RECEIPTS } from '@rounds/contracts/receipt';
import {
  DELIVERY_STATUSES,
  INCOMPLETE_POLICIES,
  RUN_STATUSES,
  RUN_STEPS,
  type RunStep,
} from '@rounds/contracts/run';
import { language } from '@rounds/contracts/language';
import { scope } from '@rounds/contracts/scope';
import { CHANNEL_KINDS } from '@rounds/contracts/channel';
import { rule } from '@rounds/contracts/rules';
import { z } from 'zod';
import { HeldBy } from '../halts/halts.dto.ts';
import { pageOf, pageQuery } from '../http/page.dto.ts';
import { why, whyFields } from '../platform/why.ts';
import { reason } from '../http/texts.ts';

const instant = z.iso.datetime();
const moment = z.iso.datetime({ offset: true, error: rule('not-an-instant') });
const status = z.enum(RUN_STATUSES);
const step = z.enum(Object.keys(RUN_STEPS) as [RunStep, ...RunStep[]]);
const sha256 = z.string().describe('SHA-256, hex.');

/** A `Finding` of the gate. */
const finding = z.object({
  check: z.enum(CHECKS),
  where: z.string().min(1).max(200),
  code: z.enum(FINDING_CODES),
  values: z.record(z.string(), z.union([z.string(), z.number()])).describe('What the code is about.'),
  message: z.string().min(1).max(500).describe('Both, in English.'),
});

const output = z.object({
  format,
  scope: scope.describe('What the file shows: which sites, and whether treatment arms.'),
  language: language.describe('In which it is.'),
  bytes: z.int(),
  sha256,
  download: z.string().describe('Path of the download for the caller.'),
  gone: z.boolean().describe('The object store was found to have it no longer.'),
});

const passedOutput = output.extend({
  lacking: z
    .array(finding)
    .nullable()
    .describe('Of one that is marked partial: what it says that it lacks. Null: it is whole.'),
});

const held = z
  .object({
    scope: output.shape.scope,
    findings: z.array(finding).describe('What the check before sending found.'),
    files: z.array(output).describe('To be looked at before they are released.'),
  })
  .meta({ id: 'HeldReport' });

const opened = z.object({
  looks: z.int().describe('At the page of the link, or at the report as a page.'),
  downloads: z.int(),
  firstAt: instant,
  lastAt: instant,
});

const opening = opened.extend({
  userId: z.string(),
  person: z.string().describe('E-mail address: who was signed in, or to whom the link was mailed.'),
});

const delivery = z.object({
  recipient: z.string().describe('E-mail address, or the name of the channel: `Microsoft Teams`.'),
  recipientId: z.string().describe('User id, or the channel: `teams:chn_…`.'),
  channel: z.enum(['email', ...CHANNEL_KINDS]),
  status: z
    .enum([...new Set([...DELIVERY_STATUSES, ...RECEIPTS])])
    .describe('What the provider last told, else what is known of the send: accepted is not yet delivered.'),
  ...whyFields,
  code: z
    .enum(Object.keys(ERROR_CODES) as [ErrorCode, ...ErrorCode[]])
    .nullable()
    .describe('Why it failed.'),
  mails: z.int().describe('How many were begun for this recipient: more than one where it was sent again.'),
  acceptedAt: instant.nullable(),
  opened: opened.nullable().describe('What the recipient has had of the report; null: nothing.'),
  events: z
    .array(z.object({ status: z.enum(RECEIPTS), at: instant }))
    .describe('Of the provider, oldest first.'),
});

export const incompletePolicy = z
  .enum(INCOMPLETE_POLICIES)
  .describe(
    'When the check before sending finds something wrong: hold it back until a person decides, or send it marked partial, with what it lacks on its first page. `strict`: hold it back, also for a document that the report itself names as doubtful.',
  );

const priority = z.enum(['high', 'normal', 'low']);

const fault = z.object({
  code: z.enum(Object.keys(ERROR_CODES) as [ErrorCode, ...ErrorCode[]]),
  message: z.string().describe('In English.'),
  why,
  step,
});

const ofWholeStudy = z
  .int()
  .nullable()
  .describe('Of the whole study, whatever the report shows: null where the caller may not see all sites.');

export const JobAnswer = z
  .object({
    jobId: z.string(),
    status,
    reason: z.string().nullable().describe('Why a run was not sent, or is queued for longer; in English.'),
    why,
    heldBy: HeldBy,
    step,
    progress: z.int().describe('Percent.'),
    attempts: z.int().nullable().describe('How often the step at work was begun.'),
    position: z.int().nullable().describe('While open: 1 is next. Null for one that is scheduled for later.'),
    estimatedCompletion: instant
      .nullable()
      .describe('While open: from the durations of the last runs; null where none was measured.'),
    trigger: z.enum(['schedule', 'run-now', 'on-demand']),
    requestedBy: z.string().describe('E-mail address of who asked for it, or whose subscription it is.'),
    subscriptionId: z.string().nullable(),
    studyId: z.string(),
    reportType: z.string(),
    template: z.string().nullable().describe('`name@version` of the template it is made with.'),
    parameters: z.record(z.string(), z.unknown()),
    formats: z.array(format),
    priority,
    due: localDate,
    timeZone: z.string(),
    period,
    redrives: z.int().describe('How often it was resumed after it had failed.'),
    earlierErrors: z
      .array(
        fault.extend({
          failedAt: instant,
          released: z
            .object({ at: instant, by: z.string().describe('E-mail address.'), reason: z.string() })
            .nullable()
            .describe(
              'Who sent what was held back, and why; for who asked for the job, operators and auditors.',
            ),
        }),
      )
      .describe('Why it failed or was held back before it was resumed, oldest first.'),
    previewOf: z.string().nullable().describe('The subscription whose owner looks at it by this job.'),
    late: z.object({ dueAt: z.string() }).nullable().describe('Its moment, where it was made long after it.'),
    createdAt: instant,
    scheduledFor: instant.nullable().describe('It begins then; until then it is no open job.'),
    startedAt: instant.nullable(),
    finishedAt: instant.nullable(),
    error: fault.nullable().describe('Why it failed, was held back, or why mails of it were not delivered.'),
    cut: z.object({ sha256, rows: ofWholeStudy, documents: ofWholeStudy }).nullable(),
    outputs: z.array(passedOutput).describe('Those that the caller may see.'),
    held: z
      .array(held)
      .describe('Of a quarantined job, for who may release it and for auditors: what is not sent, and why.'),
    incomplete: incompletePolicy,
    deliveries: z.array(delivery).describe('A recipient sees their own, who asked for the run sees all.'),
    openings: z.array(opening).describe('By person, the first first; seen as deliveries are.'),
  })
  .meta({ id: 'Job' });
export type JobAnswer = z.infer<typeof JobAnswer>;

export const jobsPage = pageOf(JobAnswer);

export const JobsQueryDto = z.strictObject({
  ...pageQuery,
  subscriptionId: z.string().min(1).optional(),
  studyId: z.string().min(1).optional(),
  reportType: z.string().min(1).optional(),
  status: status.optional(),
  since: moment.optional().describe('Asked for from then on.'),
  until: moment.optional().describe('Asked for before then.'),
});
export type JobsQueryDto = z.infer<typeof JobsQueryDto>;

export const DecisionBody = z
  .strictObject({
    decision: z
      .enum(['sent', 'send-again'])
      .describe('`sent`: the recipient has it. `send-again`: another mail goes out, perhaps a second one.'),
  })
  .meta({ id: 'DecideDelivery' });
export type DecisionBody = z.infer<typeof DecisionBody>;
export type Decision = DecisionBody['decision'];

export const ReleaseBody = z
  .strictObject({
    reason: reason.describe(
      'Why it may be sent as it is. It stands in the audit trail for good: name no patient.',
    ),
  })
  .meta({ id: 'ReleaseJob' });
export type ReleaseBody = z.infer<typeof ReleaseBody>;

const whichFile = {
  quarantined: z
    .enum(['true', 'false'])
    .transform((text) => text === 'true')
    .optional()
    .describe('`true`: also a file that was held back, for who decides about it.'),
  scope: z
    .string()
    .min(1)
    .optional()
    .describe('As in `outputs`: `all-blinded`, `701+702-unblinded`. Default: the one made for the caller.'),
  language: language
    .optional()
    .describe('As in `outputs`. Default: your own, else English, else the one that was made.'),
};

export const DownloadQuery = z.strictObject({ format: format.default('pdf'), ...whichFile });
export type DownloadQuery = z.infer<typeof DownloadQuery>;

export const ViewQuery = z.strictObject({
  ...whichFile,
  language: language.optional().describe('In which it is told. Default: your own.'),
});
export type ViewQuery = z.infer<typeof ViewQuery>;
