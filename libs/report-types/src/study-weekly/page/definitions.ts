/** How to read the report: the second page of the PDF and the first sheet of the XLSX. */
import type { Definition } from '../../model/report-model.ts';
import { dayWords, lastDay, periodNouns } from '../../model/words/dates.ts';
import type { StudyWeeklyDataset } from '../dataset.ts';

export const definitions = ({ period, scope }: StudyWeeklyDataset): Definition[] => {
  const { currentShort } = periodNouns(period);
  return [
    {
      term: currentShort,
      meaning: `Rows whose day is from ${dayWords(period.start)} to ${dayWords(lastDay(period))}, both included. The day of a row is that of its collection variable; a partial date counts at its first possible day.`,
    },
    {
      term: 'To date',
      meaning: `Rows up to ${dayWords(lastDay(period))}. Rows without any date are in no figure and are counted under Data quality.`,
    },
    { term: 'Screened', meaning: 'Subjects in DM, each counted once by USUBJID.' },
    { term: 'Randomised', meaning: 'Subjects with the protocol milestone RANDOMIZED in DS.' },
    {
      term: 'Completed, discontinued',
      meaning: 'Subjects with a disposition event in DS: COMPLETED, or any other that is no screen failure.',
    },
    { term: 'Serious, fatal', meaning: 'Adverse events with AESER Y, and with AEOUT FATAL.' },
    { term: 'Out of range', meaning: 'Laboratory results with LBNRIND HIGH, LOW or ABNORMAL.' },
    {
      term: '× ULN',
      meaning: 'The result divided by the upper limit of normal of the same result (LBSTNRHI).',
    },
    {
      term: 'n (%)',
      meaning:
        'A percentage is always of the whole that the note above its table names. Percentages have one decimal and need not add up to 100. A dash stands where there is no figure.',
    },
    {
      term: 'Treatment arms',
      meaning: scope.unblinded
        ? 'This report is unblinded: it names treatment arms. It is for unblinded readers alone.'
        : 'Masked: no table, chart or file of this report tells which treatment a subject has.',
    },
  ];
};
