import { localDate } from '@rounds/contracts/period';
import { schedule } from '@rounds/contracts/schedule';
import { z } from 'zod';
import { HeldBy } from '../halts/halts.dto.ts';
import { pageOf, pageQuery } from '../http/page.dto.ts';

const instant = z.iso.datetime();

export const MyReportsQuery = z.strictObject(pageQuery);
export type MyReportsQuery = z.infer<typeof MyReportsQuery>;

const headline = z
  .object({
    attention: z.array(z.string()).describe('What needs attention; empty where nothing does.'),
    changes: z.array(z.string()).describe('What changed since the report before.'),
  })
  .meta({ id: 'LastHeadline' });
export type HeadlineAnswer = z.infer<typeof headline>;

const lastReport = z.object({
  jobId: z.string(),
  period: z
    .object({ start: localDate, end: localDate })
    .nullable()
    .describe('Null: the run is no longer kept.'),
  status: z.string().describe('Of the mail to you, as in the job’s `deliveries`.'),
  sentAt: instant.nullable().describe('Null where no mail was accepted.'),
  openings: z
    .int()
    .describe('Looks and downloads by the link that was mailed to you, and downloads of yours.'),
  lastOpenedAt: instant.nullable(),
  headline: headline
    .nullable()
    .describe(
      'What its mail tells, in sentences of your language, of what you may see now. Null where there is none, or none for you any more.',
    ),
});

export const MyReport = z
  .object({
    subscriptionId: z.string(),
    studyId: z.string(),
    studyTitle: z.string().describe('As you may see it.'),
    reportType: z.string(),
    owner: z.string().describe('E-mail of whose subscription it is.'),
    isOwn: z.boolean(),
    status: z.enum(['active', 'paused']),
    receives: z.boolean().describe('False: you have unsubscribed; `PUT /me/reports/…` takes it back.'),
    schedule,
    heldBy: HeldBy,
    nextDue: instant.nullable(),
    lastReport: lastReport.nullable(),
  })
  .meta({ id: 'MyReport' });
export type MyReport = z.infer<typeof MyReport>;
export const myReportsPage = pageOf(MyReport);

export const ReceiveBody = z
  .strictObject({ receives: z.boolean().describe('Whether its mails come to you.') })
  .meta({ id: 'ReceiveReport' });
export type ReceiveBody = z.infer<typeof ReceiveBody>;
