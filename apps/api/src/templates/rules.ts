/** What a template must hold beside its shape. */
import { colourFaults } from '@rounds/contracts/brand-colours';
import { invalidInput } from '@rounds/contracts/errors';
import { brokenRules, within } from '@rounds/contracts/input';
import { broken } from '@rounds/contracts/rules';
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
  const wrong = brokenRules(REPORT_TYPES[reportType].parameters, parameters).filter(
    ({ field }) => field === '' || (field.split('.')[0] ?? '') in parameters,
  );
  if (wrong.length > 0) throw invalidInput('body', within('parameters', wrong));
};

/** @throws RoundsError INVALID_INPUT that names each section that the report type does not have */
export const checkSections = (reportType: ReportTypeId, sections: readonly string[] | undefined): void => {
  const known: readonly string[] = REPORT_TYPES[reportType].sections.map(({ id }) => id);
  const wrong = (sections ?? []).flatMap((id, place) =>
    known.includes(id) ? [] : [broken(`sections.${place}`, 'unknown-option', { known })],
  );
  if (wrong.length > 0) throw invalidInput('body', wrong);
};

/** @throws RoundsError INVALID_INPUT for colours that cannot be read on paper or told apart */
export const checkColours = (colours: Colours | undefined): void => {
  const faults = colours === undefined ? [] : colourFaults(colours);
  if (faults.length > 0) throw invalidInput('body', within('branding.colours', faults));
};
