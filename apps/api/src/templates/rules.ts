/** What a template must hold beside its shape. */
import { colourFaults } from '@rounds/contracts/brand-colours';
import { invalidInput } from '@rounds/contracts/errors';
import type { Colours } from '@rounds/contracts/template';
import { REPORT_TYPES, type ReportTypeId } from '@rounds/report-types/catalogue';

/**
 * Each parameter that the template names must be valid by itself; what it leaves out, a request gives.
 *
 * @throws RoundsError INVALID_INPUT
 */
export const checkTemplateParameters = (
  reportType: ReportTypeId,
  parameters: Readonly<Record<string, unknown>>,
): void => {
  const { error } = REPORT_TYPES[reportType].parameters.safeParse(parameters);
  const issues = (error?.issues ?? []).flatMap((issue) =>
    issue.code === 'unrecognized_keys'
      ? issue.keys.map((key) => ({ path: [key], message: 'is not a known field' }))
      : [{ path: issue.path, message: issue.message }],
  );
  const wrong = issues.filter(({ path: [first] }) => first === undefined || String(first) in parameters);
  if (wrong.length === 0) return;
  throw invalidInput(
    'body',
    wrong.map(({ path, message }) => ({ path: ['parameters', ...path], message })),
  );
};

/** @throws RoundsError INVALID_INPUT that names each section that the report type does not have */
export const checkSections = (reportType: ReportTypeId, sections: readonly string[] | undefined): void => {
  const known: readonly string[] = REPORT_TYPES[reportType].sections.map(({ id }) => id);
  const message = `must be one of ${known.join(', ')}`;
  const wrong = (sections ?? []).flatMap((id, place) =>
    known.includes(id) ? [] : [{ path: ['sections', place], message }],
  );
  if (wrong.length > 0) throw invalidInput('body', wrong);
};

/** @throws RoundsError INVALID_INPUT for colours that cannot be read on paper or told apart */
export const checkColours = (colours: Colours | undefined): void => {
  const faults = colours === undefined ? [] : colourFaults(colours);
  if (faults.length > 0)
    throw invalidInput(
      'body',
      faults.map(({ field, rule }) => ({ path: ['branding', 'colours', field], message: rule })),
    );
};
