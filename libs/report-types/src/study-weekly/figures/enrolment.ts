import { figure } from '../../figures/figure.ts';
import { steps } from '../../figures/steps.ts';
import { foldEnrolment } from '../../folds/enrolment.ts';
import { enrolmentNeeds } from '../../quality/enrolment-needs.ts';

const DISPOSITION = {
  term: 'study-weekly.completed-discontinued',
  meaning: 'study-weekly.disposition-meaning',
} as const;

export const ENROLMENT = [
  figure({
    path: 'enrolment',
    fold: foldEnrolment,
    needs: ({ known }) => enrolmentNeeds('enrolment.toDate', known),
  }),
  figure({
    path: 'enrolment.*.screened',
    compared: { toDate: 'subjects-screened-to-date', inPeriod: 'subjects-screened' },
    mail: 'subjects-screened',
    tile: { label: 'screened', section: 'enrolment', trend: steps('screenedToDate') },
    define: { term: 'screened', meaning: 'study-weekly.screened-meaning' },
  }),
  figure({
    path: 'enrolment.*.randomised',
    compared: { toDate: 'subjects-randomised-to-date', inPeriod: 'subjects-randomised' },
    mail: 'subjects-randomised',
    tile: {
      label: 'randomised',
      section: 'enrolment',
      context: (at, { say }) => {
        const [n, planned] = [at('enrolment.toDate.randomised'), at('enrolment.toDate.planned')];
        return planned === null ? say('n-to-date', { n }) : say('study-weekly.n-of-planned', { n, planned });
      },
      trend: steps('randomisedToDate'),
    },
    define: { term: 'randomised', meaning: 'study-weekly.randomised-meaning' },
  }),
  figure({
    path: 'enrolment.*.discontinued',
    compared: { toDate: 'subjects-discontinued-to-date', inPeriod: 'study-weekly.subjects-discontinued' },
    tile: {
      label: 'discontinued',
      section: 'enrolment',
      context: (at, { say }) =>
        say('study-weekly.n-to-date-ongoing', {
          n: at('enrolment.toDate.discontinued'),
          ongoing: at('enrolment.toDate.ongoing'),
        }),
    },
    define: DISPOSITION,
  }),
  figure({
    path: 'enrolment.*.completed',
    compared: { toDate: 'study-weekly.subjects-completed-to-date' },
    define: DISPOSITION,
  }),
  figure({ path: 'enrolment.toDate.ongoing', mail: 'study-weekly.subjects-ongoing' }),
];
