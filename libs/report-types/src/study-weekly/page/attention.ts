/** What is wrong, in sentences: the most urgent first. */
import type { AdverseEventRow } from '../../folds/adverse-event.ts';
import type { LabSignal } from '../../folds/liver.ts';
import { lateItems } from '../../model/parts/changes.ts';
import { notComputedItems } from '../../model/parts/data-quality.ts';
import { refusedImageItems } from '../../model/parts/documents.ts';
import type { AttentionItem } from '../../model/report-model.ts';
import { dayWords, periodNouns } from '../../model/words/dates.ts';
import { count, number, sentence, shortList, were } from '../../model/words/numbers.ts';
import type { StudyWeeklyDataset } from '../dataset.ts';
import { FATAL_TO_DATE, SERIOUS_TO_DATE } from '../figures/compared.ts';

type Finder = (dataset: StudyWeeklyDataset) => AttentionItem[];

const deaths: Finder = ({ attention: { newDeaths }, period }) =>
  newDeaths === 0
    ? []
    : [
        {
          lead: newDeaths === 1 ? 'Death' : 'Deaths',
          sentence: sentence(
            `${count(newDeaths, 'fatal event')} ${were(newDeaths)} recorded ${periodNouns(period).current}.`,
          ),
          section: 'adverse-events',
          urgent: true,
        },
      ];

const eventName = ({ preferredTerm, subject, siteId }: AdverseEventRow): string =>
  `${preferredTerm} (${subject}, site ${siteId})`;

const seriousEvents: Finder = ({ attention: { newSeriousEvents: n }, listings, period }) => {
  if (n === 0) return [];
  const rows = listings.seriousEvents.filter(({ day }) => day >= period.start && day < period.end);
  const names = rows.length === 0 ? '' : `: ${shortList(rows.map(eventName), 3)}`;
  return [
    {
      lead: n === 1 ? 'Serious event' : 'Serious events',
      sentence: sentence(
        `${count(n, 'serious adverse event')} ${were(n)} recorded ${periodNouns(period).current}${names}.`,
      ),
      section: 'adverse-events',
      urgent: true,
    },
  ];
};

const lateEvents: Finder = (dataset) => [
  ...lateItems(dataset, FATAL_TO_DATE, {
    one: 'fatal adverse event',
    many: 'fatal adverse events',
    section: 'adverse-events',
  }),
  ...lateItems(dataset, SERIOUS_TO_DATE, {
    one: 'serious adverse event',
    many: 'serious adverse events',
    section: 'adverse-events',
  }),
];

const hysLaw: Finder = ({ laboratory: { toDate } }) => {
  const { hysLawCandidates: subjects } = toDate;
  if (subjects.length === 0) return [];
  return [
    {
      lead: 'Hy’s law',
      sentence: sentence(
        `${count(subjects.length, 'subject')} to date with both ALT or AST ≥ 3 × ULN and bilirubin ≥ 2 × ULN: ${shortList(subjects, 4)}.`,
      ),
      section: 'laboratory',
      urgent: true,
    },
  ];
};

const signalWords = ({ test, ratio, value, unit }: LabSignal): string =>
  `${test} ${number(ratio, 2)} × ULN (${number(value)} ${unit})`;

const labSignals: Finder = ({ attention: { newLabSignals }, period }) => {
  if (newLabSignals.length === 0) return [];
  const subjects = [...new Set(newLabSignals.map(({ subject }) => subject))];
  const sentences = subjects.map((subject) => {
    const signals = newLabSignals.filter((signal) => signal.subject === subject);
    return `${subject}, site ${signals[0]?.siteId ?? ''}: ${shortList(signals.map(signalWords), 3)}`;
  });
  return [
    {
      lead: 'Liver signals',
      sentence: `First crossed a limit ${periodNouns(period).current}: ${shortList(sentences, 3)}.`,
      section: 'laboratory',
      urgent: true,
    },
  ];
};

const silentSites: Finder = ({ attention }) =>
  attention.silentSites.map(({ siteId, lastActivity, days, ongoing }) => ({
    lead: 'Silent site',
    sentence: `Site ${siteId} has sent no record in the last ${count(days, 'day')} (latest ${dayWords(lastActivity)}); ${count(ongoing, 'subject')} ${ongoing === 1 ? 'is' : 'are'} ongoing.`,
    section: 'enrolment',
    urgent: true,
  }));

const FINDERS: readonly Finder[] = [
  deaths,
  seriousEvents,
  lateEvents,
  hysLaw,
  labSignals,
  silentSites,
  notComputedItems,
  refusedImageItems,
];

export const attentionItems = (dataset: StudyWeeklyDataset): AttentionItem[] =>
  FINDERS.flatMap((find) => find(dataset));
