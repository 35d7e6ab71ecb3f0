/** The few figures and sentences that a mail may show: no subject is named in them. */
import type { Dataset, Headline } from '@rounds/contracts/dataset';
import { toldLate } from '../../model/parts/changes.ts';
import type { Voice } from '../../model/words/voice.ts';
import type { StudyWeeklyContent } from '../dataset.ts';
import { FATAL_TO_DATE, SERIOUS_TO_DATE } from './compared.ts';

type Mailed = Dataset & StudyWeeklyContent;

const figures = (
  { enrolment, visits, adverseEvents, laboratory, previous }: Mailed,
  { say }: Voice,
): Headline['figures'] => [
  {
    label: say('Subjects screened'),
    value: enrolment.inPeriod.screened,
    previous: previous.enrolment.inPeriod.screened,
  },
  {
    label: say('Subjects randomised'),
    value: enrolment.inPeriod.randomised,
    previous: previous.enrolment.inPeriod.randomised,
  },
  {
    label: say('Subjects ongoing'),
    value: enrolment.toDate.ongoing,
    previous: previous.enrolment.toDate.ongoing,
  },
  { label: say('Visits'), value: visits.inPeriod, previous: previous.visits.inPeriod },
  {
    label: say('Adverse events'),
    value: adverseEvents.inPeriod.events,
    previous: previous.adverseEvents.inPeriod.events,
  },
  {
    label: say('Serious adverse events'),
    value: adverseEvents.inPeriod.serious,
    previous: previous.adverseEvents.inPeriod.serious,
  },
  {
    label: say('Laboratory results out of range'),
    value: laboratory.inPeriod.outOfRange,
    previous: previous.laboratory.inPeriod.outOfRange,
  },
];

const ifAny = (n: number | null | undefined, told: (n: number) => string): string[] =>
  n === 0 || n === null || n === undefined ? [] : [told(n)];

const sentences = (dataset: Mailed, { say }: Voice): string[] => {
  const { newDeaths, newSeriousEvents, newLabSignals, silentSites } = dataset.attention;
  const { fatal, seriousByCriterion, possibleDeaths } = dataset.adverseEvents.inPeriod;
  const lateDeaths = dataset.listings.deaths?.filter(({ isLate }) => isLate === true).length;
  const lateOf = (path: string) => toldLate(dataset, path).length;
  return [
    ...ifAny(newDeaths, (n) => say('{n## death|# deaths} in the period.', { n })),
    ...ifAny(lateDeaths, (n) =>
      say('{n## death|# deaths} of earlier days, not known to the last report.', { n }),
    ),
    ...ifAny(fatal, (n) => say('{n## fatal adverse event|# fatal adverse events} in the period.', { n })),
    ...ifAny(newSeriousEvents, (n) =>
      say('{n## serious adverse event|# serious adverse events} in the period.', { n }),
    ),
    ...ifAny(seriousByCriterion, (n) =>
      say('{n## event is|# events are} marked not serious and {n#meets|meet} a criterion of seriousness.', {
        n,
      }),
    ),
    ...ifAny(possibleDeaths, (n) =>
      say('{n## possible death|# possible deaths}: grade 5 or a day of death, not marked fatal.', { n }),
    ),
    ...ifAny(dataset.dataQuality.withoutDay?.length, (n) =>
      say('{n## row that matters has|# rows that matter have} no date, or one that cannot be.', { n }),
    ),
    ...ifAny(lateOf(FATAL_TO_DATE), (n) =>
      say(
        '{n## fatal adverse event|# fatal adverse events} of earlier days, not counted in the last report.',
        { n },
      ),
    ),
    ...ifAny(lateOf(SERIOUS_TO_DATE), (n) =>
      say(
        '{n## serious adverse event|# serious adverse events} of earlier days, not counted in the last report.',
        { n },
      ),
    ),
    ...ifAny(newLabSignals.length, (n) =>
      say('{n## new liver signal|# new liver signals} in the laboratory.', { n }),
    ),
    ...ifAny(dataset.laboratory.toDate.hysLawCandidates?.length, (n) =>
      say("{n## Hy's law candidate|# Hy's law candidates} to date.", { n }),
    ),
    ...silentSites.map(({ siteId: site, days, ongoing }) =>
      say(
        'Site {site} has sent nothing for {days## day|# days}, with {ongoing#no subject|# subject|# subjects} ongoing.',
        { site, days, ongoing },
      ),
    ),
  ];
};

export const headline = (dataset: Mailed, voice: Voice): Pick<Headline, 'figures' | 'attention'> => ({
  figures: figures(dataset, voice),
  attention: sentences(dataset, voice),
});
