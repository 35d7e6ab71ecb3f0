/** How to read the report: the second page of the PDF and the first sheet of the XLSX. */
import type { Definition } from '../../model/report-model.ts';
import { dayWords, lastDay, periodNouns } from '../../model/words/dates.ts';
import type { SafetyWeeklyDataset } from '../dataset.ts';
import { severeName } from './words.ts';

export const definitions = (dataset: SafetyWeeklyDataset): Definition[] => {
  const { period, scope, parameters } = dataset;
  const { currentShort } = periodNouns(period);
  return [
    {
      term: `${currentShort}, new`,
      meaning: `Rows whose day is from ${dayWords(period.start)} to ${dayWords(lastDay(period))}, both included. The day of a row is that of its collection variable; a partial date counts at its first possible day.`,
    },
    {
      term: 'To date',
      meaning: `Rows up to ${dayWords(lastDay(period))}. Rows without any date are in no figure and are counted under Data quality.`,
    },
    { term: 'Serious', meaning: 'Adverse events with AESER Y, whatever their severity.' },
    {
      term: severeName(dataset),
      meaning: `Adverse events with AESEV ${parameters.minimumSeverity}${parameters.minimumSeverity === 'SEVERE' ? '' : ' or above'}. An event without a severity is none of these.`,
    },
    { term: 'Fatal', meaning: 'Adverse events with AEOUT FATAL.' },
    {
      term: 'Deaths',
      meaning:
        'Subjects with DTHFL Y or DTHDTC in DM, with DEATH in DS, or with a fatal event. New when the day of death, or that of a row that tells of it, is of the period: a death may be new in two reports. Told late: the last report did not know of it, and no day of the period tells of it.',
    },
    {
      term: 'Liver criteria',
      meaning:
        'ALT or AST ≥ 3 × ULN, and bilirubin ≥ 2 × ULN: the result (LBSTRESN) against the upper limit of normal of the same result (LBSTNRHI).',
    },
    {
      term: 'Hy’s law candidates',
      meaning:
        'Subjects who have met both criteria, on one day or not; new when the later of the two first results is of the period. Alkaline phosphatase and other causes are not judged here.',
    },
    {
      term: 'n (%)',
      meaning:
        'A percentage is always of the whole that the note above its table names. Percentages have one decimal. A dash stands where there is no figure.',
    },
    {
      term: 'Treatment arms',
      meaning: scope.unblinded
        ? 'No figure of this report is by arm. Texts are as they were received: for unblinded readers alone.'
        : 'Masked: no table, chart or text of this report tells which treatment a subject has.',
    },
  ];
};
