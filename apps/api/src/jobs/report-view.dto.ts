/** A report as a page: what `ReportModel` says, as far as a page shows it. */
import { language } from '@rounds/contracts/language';
import { localDate } from '@rounds/contracts/period';
import { scope } from '@rounds/contracts/scope';
import { z } from 'zod';

const section = z.string().optional().describe('Id of the section that explains it.');
const value = z.union([z.string(), z.number(), z.boolean(), z.null()]);

const definition = z.object({ term: z.string(), meaning: z.string() });

const byWeek = {
  weeks: z.array(localDate).describe('First day of each week, oldest first.'),
  unit: z.string(),
};

const bars = z.object({
  kind: z.literal('bars'),
  ...byWeek,
  values: z.array(z.number()).describe('One a week.'),
  parts: z.array(z.number()).optional().describe('The part of each bar that is set off at its foot.'),
});

const lines = z.object({
  kind: z.literal('lines'),
  ...byWeek,
  lines: z.array(
    z.object({
      label: z.string(),
      rank: z.enum(['first', 'second']).describe('`first` is what the chart is about.'),
      values: z.array(z.number().nullable()).describe('One a week; null where there is none.'),
    }),
  ),
  fromZero: z.boolean(),
  level: z.object({ label: z.string(), value: z.number() }).optional().describe('To compare with.'),
});

const chartBlock = z.object({
  caption: z.string(),
  charts: z.array(z.discriminatedUnion('kind', [bars, lines])).describe('One, or two side by side.'),
});

const document = z.object({
  documentId: z.string(),
  title: z.string(),
  siteId: z.string().nullable(),
  subject: z.string().nullable(),
  receivedOn: localDate,
  notShown: z.string().nullable().describe('Why it cannot be shown.'),
});

const textDocument = document.extend({
  mediaType: z.string().describe('`text/markdown` is to be typeset; anything else is plain text.'),
  text: z.string().describe('Of what its readers may see.'),
  truncated: z.boolean().describe('It is only the opening.'),
});

const block = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('bullets'), lines: z.array(z.string()) }),
  z.object({
    kind: z.literal('definitions'),
    id: z.string(),
    title: z.string(),
    entries: z.array(definition),
  }),
  z.object({ kind: z.literal('texts'), texts: z.array(textDocument) }),
  z.object({
    kind: z.literal('images'),
    images: z
      .array(document.extend({ caption: z.string().nullable() }))
      .describe('Told by their titles: the pictures themselves are in the PDF.'),
  }),
]);

const column = z.object({
  key: z.string(),
  label: z.string(),
  type: z.enum(['text', 'number', 'percent', 'date', 'yesNo']),
  below: z.string().optional().describe('Belongs in smaller type below the value of the column of this key.'),
  after: z.string().optional().describe('Belongs in brackets behind it, as in `n (%)`.'),
});

const table = z.object({
  name: z.string(),
  title: z.string(),
  note: z.string().optional(),
  empty: z.string().describe('Said in place of a table without rows.'),
  columns: z.array(column),
  rows: z.array(z.array(value)).describe('To be sorted by; the first of `rowCount`.'),
  texts: z.array(z.array(z.string())).describe('The same as the page shows them.'),
  rowCount: z.int().describe('All of its rows: the files hold them.'),
});

const report = z
  .object({
    language,
    head: z.object({
      report: z.string(),
      period: z.string(),
      studyId: z.string(),
      studyTitle: z.string(),
      facts: z.array(z.object({ label: z.string(), value: z.string() })),
      scope: z.string().describe('In words.'),
      cut: z.string().describe('SHA-256, hex: printed on every page of its files.'),
      cutAt: z.string(),
      template: z.string(),
      codeVersion: z.string(),
    }),
    lacking: z
      .object({ title: z.string(), lines: z.array(z.string()) })
      .nullable()
      .describe('Of one that is marked partial.'),
    attention: z.object({
      items: z.array(z.object({ lead: z.string(), sentence: z.string(), section, urgent: z.boolean() })),
      calm: z.string().describe('Said when nothing is urgent.'),
    }),
    tiles: z.array(
      z.object({
        ...{ label: z.string(), value: z.string(), previous: z.string(), difference: z.string() },
        context: z.string().describe('What the figure is part of.'),
        section,
        urgent: z.boolean(),
        trend: z.array(z.number().nullable()).describe('By week, oldest first.'),
      }),
    ),
    tilesNow: z.string().describe('Head of the column of the figures.'),
    tilesBefore: z.string().describe('Head of the column of those beside them.'),
    changes: z.object({ title: z.string(), lines: z.array(z.string()), section }),
    trends: z.array(chartBlock),
    sections: z.array(
      z.object({
        id: z.string(),
        title: z.string(),
        takeaway: z.string().describe('What it says, in one sentence.'),
        chart: chartBlock.nullable(),
        blocks: z.array(block),
        tables: z.array(table),
      }),
    ),
    definitions: z.array(definition).describe('How to read it.'),
    about: z.array(definition).describe('What it is about.'),
  })
  .meta({ id: 'Report' });
export type ReportAnswer = z.infer<typeof report>;

export const ReportView = z
  .object({
    jobId: z.string(),
    scope: scope.describe('What it shows: which sites, and whether treatment arms.'),
    sha256: z.string().describe('Of the dataset that its files were drawn from, hex.'),
    report,
  })
  .meta({ id: 'ReportView' });
export type ReportView = z.infer<typeof ReportView>;
