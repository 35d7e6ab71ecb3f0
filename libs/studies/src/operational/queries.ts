/** QUERIES: the questions about the data that sites were asked, one row a query, as data capture systems export them. */
import { z } from 'zod';
import type { KnownStudy, OperationalDefinition } from './definition.ts';
import { day, id, inOrder, siteOf, sortedRow, words } from './values.ts';

const columnsOf = (study: KnownStudy) =>
  z.object({
    STUDYID: words,
    QUERYID: id,
    SITEID: siteOf(study),
    USUBJID: words.optional(),
    QDOMAIN: words.transform((name) => name.toUpperCase()).optional(),
    QVAR: words.transform((name) => name.toUpperCase()).optional(),
    OPENDTC: day,
    ANSWDTC: day.optional(),
    CLOSDTC: day.optional(),
  });
type Columns = z.infer<ReturnType<typeof columnsOf>>;

const fieldsTogether = (
  row: Columns,
  { isOfSite }: KnownStudy,
): [variable: keyof Columns, rule: string][] => {
  const { USUBJID, SITEID, OPENDTC, ANSWDTC, CLOSDTC } = row;
  const broken: [boolean, keyof Columns, string][] = [
    [USUBJID !== undefined && !isOfSite(USUBJID, SITEID), 'USUBJID', 'must be a subject of the site'],
    [!inOrder(OPENDTC, ANSWDTC), 'ANSWDTC', 'must not be before the day of opening'],
    [!inOrder(OPENDTC, CLOSDTC), 'CLOSDTC', 'must not be before the day of opening'],
    [!inOrder(ANSWDTC, CLOSDTC), 'CLOSDTC', 'must not be before the day of the answer'],
  ];
  return broken.flatMap(([is, variable, rule]) => (is ? [[variable, rule]] : []));
};

export const queries: OperationalDefinition = {
  label: 'Data queries',
  columns: [
    { variable: 'STUDYID', heading: 'studyId', dataType: 'string' },
    { variable: 'QUERYID', heading: 'id', dataType: 'string', required: true },
    { variable: 'SITEID', heading: 'site', dataType: 'string', required: true },
    { variable: 'USUBJID', heading: 'subject', dataType: 'string' },
    { variable: 'QDOMAIN', heading: 'domain', dataType: 'string' },
    { variable: 'QVAR', heading: 'variable', dataType: 'string' },
    { variable: 'OPENDTC', heading: 'openedAt', dataType: 'string', required: true },
    { variable: 'ANSWDTC', heading: 'answeredAt', dataType: 'string' },
    { variable: 'CLOSDTC', heading: 'closedAt', dataType: 'string', required: true },
  ],
  key: ['QUERYID'],
  row: (study) =>
    columnsOf(study)
      .superRefine((row, context) => {
        for (const [variable, message] of fieldsTogether(row, study))
          context.addIssue({ code: 'custom', path: [variable], message });
      })
      .transform(sortedRow),
};
