/** The few figures and sentences that a mail may show: no subject is named in them. */
import type { Dataset, Headline } from '@rounds/contracts/dataset';
import { toldLate } from '../../model/parts/changes.ts';
import type { Voice } from '../../model/words/voice.ts';
import type { SafetyWeeklyContent } from '../dataset.ts';
import { SERIOUS_TO_DATE } from './compared.ts';

type Mailed = Dataset & SafetyWeeklyContent;

const figures = ({ events, deaths, liver, previous }: Mailed, { say }: Voice): Headline['figures'] => {
  const before = previous.events.inPeriod;
  return [
    {
      label: say('Serious adverse events'),
      value: events.inPeriod.serious.events,
      previous: before.serious.events,
    },
    {
      label: say('Severe adverse events'),
      value: events.inPeriod.severe.events,
      previous: before.severe.events,
    },
    { label: say('Adverse events'), value: events.inPeriod.all.events, previous: before.all.events },
    { label: say('Deaths'), value: deaths.inPeriod, previous: previous.deaths.inPeriod },
    {
      label: say('New liver signals'),
      value: liver.inPeriod.newSignals,
      previous: previous.liver.inPeriod.newSignals,
    },
    {
      label: say("Hy's law candidates to date"),
      value: liver.toDate.hysLawCandidates?.length ?? null,
      previous: previous.liver.toDate.hysLawCandidates?.length ?? null,
    },
  ];
};

const ifAny = (n: number | null | undefined, told: (n: number) => string): string[] =>
  n === 0 || n === null || n === undefined ? [] : [told(n)];

const sentences = (dataset: Mailed, { say }: Voice): string[] => {
  const { events, deaths, liver, listings } = dataset;
  const lateDeaths = listings.deaths.filter(({ isLate }) => isLate === true).length;
  return [
    ...ifAny(deaths.inPeriod, (n) => say('{n## death|# deaths} in the period.', { n })),
    ...ifAny(lateDeaths, (n) =>
      say('{n## death|# deaths} of earlier days, not known to the last report.', { n }),
    ),
    ...ifAny(events.inPeriod.serious.events, (n) =>
      say('{n## serious adverse event|# serious adverse events} in the period.', { n }),
    ),
    ...ifAny(events.inPeriod.seriousByCriterion.events, (n) =>
      say('{n## event is|# events are} marked not serious and {n#meets|meet} a criterion of seriousness.', {
        n,
      }),
    ),
    ...ifAny(events.inPeriod.possibleDeaths.events, (n) =>
      say('{n## possible death|# possible deaths}: grade 5 or a day of death, not marked fatal.', { n }),
    ),
    ...ifAny(dataset.dataQuality.withoutDay?.length, (n) =>
      say('{n## row that matters has|# rows that matter have} no date, or one that cannot be.', { n }),
    ),
    ...ifAny(toldLate(dataset, SERIOUS_TO_DATE).length, (n) =>
      say(
        '{n## serious adverse event|# serious adverse events} of earlier days, not counted in the last report.',
        { n },
      ),
    ),
    ...ifAny(liver.inPeriod.newCandidates, (n) =>
      say("{n## new Hy's law candidate|# new Hy's law candidates} in the period.", { n }),
    ),
    ...ifAny(liver.inPeriod.newSignals, (n) =>
      say('{n## new liver signal|# new liver signals} in the laboratory.', { n }),
    ),
    ...ifAny(liver.toDate.hysLawCandidates?.length, (n) =>
      say("{n## Hy's law candidate|# Hy's law candidates} to date.", { n }),
    ),
  ];
};

export const headline = (dataset: Mailed, voice: Voice): Pick<Headline, 'figures' | 'attention'> => ({
  figures: figures(dataset, voice),
  attention: sentences(dataset, voice),
});
