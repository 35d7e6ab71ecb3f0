import { OPENING_KINDS } from '@rounds/contracts/collections';
import { format } from '@rounds/contracts/formats';
import { language } from '@rounds/contracts/language';
import { period } from '@rounds/contracts/period';
import { RECEIPTS } from '@rounds/contracts/receipt';
import { rule } from '@rounds/contracts/rules';
import { DELIVERY_STATUSES, RUN_STATUSES } from '@rounds/contracts/run';
import { scope } from '@rounds/contracts/scope';
import { z } from 'zod';

const instant = z.iso.datetime();

export const VerifyBody = z.strictObject({
  sha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/, rule('not-a-sha256'))
    .describe('Of the bytes of the file.'),
  runId: z
    .string()
    .min(1)
    .max(200)
    .optional()
    .describe(
      'The run that a file of an earlier edition claims to be of: `rounds:runId` of its XMP metadata.',
    ),
  cut: z
    .string()
    .min(1)
    .max(200)
    .optional()
    .describe('The data cut that the file itself claims to be of: `rounds:cut` of its XMP metadata.'),
});
export type VerifyBody = z.infer<typeof VerifyBody>;

export const VERDICTS = ['genuine', 'unsent', 'altered', 'unknown'] as const;
export type Verdict = (typeof VERDICTS)[number];

const file = z.object({
  format,
  scope,
  language,
  bytes: z.int(),
  madeAt: instant,
  kept: z.boolean().describe('False once the retention policy has removed it, or another took its place.'),
  heldBack: z.boolean().describe('The gate holds it back: nobody was sent it.'),
  supersededAt: instant.nullable().describe('When the run made another file in its place.'),
});

const person = z.object({
  email: z.string(),
  mail: z
    .object({
      status: z
        .enum([...new Set([...DELIVERY_STATUSES, ...RECEIPTS])])
        .describe('What the provider last told, else what is known of the send.'),
      acceptedAt: instant.nullable(),
    })
    .nullable()
    .describe('Null for who was mailed nothing and fetched it.'),
  link: z
    .object({
      expiresAt: instant,
      revokedAt: instant.nullable().describe('When it was withdrawn.'),
      open: z.boolean().describe('Whether it still leads to the report.'),
    })
    .nullable(),
  openings: z
    .array(
      z.object({
        what: z.enum(OPENING_KINDS),
        by: z
          .enum(['link', 'person'])
          .describe('`link`: whoever had the mailed link. `person`: this person, signed in.'),
        at: instant,
      }),
    )
    .describe('Looks at the page of the link, and downloads of this file; oldest first.'),
});

const run = z.object({
  jobId: z.string(),
  status: z.enum(RUN_STATUSES),
  studyId: z.string(),
  reportType: z.string(),
  period,
  timeZone: z.string(),
  template: z.string().nullable().describe('`name@version`, null without one.'),
  cut: z.string().nullable().describe('SHA-256 of its data cut, hex.'),
  finishedAt: instant.nullable(),
});

export const VerifyAnswer = z
  .object({
    verdict: z.enum(VERDICTS).describe(
      `genuine: made and sent by Rounds, not a byte changed. unsent: made by Rounds, and sent to nobody. altered: it \
claims to be of a data cut or a run that you may see, and is none of the files of it that you may see. unknown: nothing can be said \
of it, whether because there is no such file or because it is not yours to know.`,
    ),
    matches: z
      .array(
        z.object({
          run,
          file: file.nullable().describe('Null for an altered file.'),
          people: z
            .array(person)
            .describe('Operators, auditors and who asked for it see all, others themselves.'),
        }),
      )
      .describe(
        'Several where runs have equal files, the newest first; of an altered file the runs of the cut that it claims.',
      ),
  })
  .meta({ id: 'Verification' });
export type VerifyAnswer = z.infer<typeof VerifyAnswer>;
export type Match = VerifyAnswer['matches'][number];
