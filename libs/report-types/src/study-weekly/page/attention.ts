/** What is wrong, in sentences: the most urgent first. */
import type { LabSignal } from '../../folds/liver.ts';
import { lateItems } from '../../model/parts/changes.ts';
import { notComputedItems } from '../../model/parts/data-quality.ts';
import { contradictionItems, deathItems, eventName, fatalItems } from '../../model/parts/grave-items.ts';
import { refusedImageItems, refusedTextItems } from '../../model/parts/documents.ts';
import { silentItems } from '../../model/parts/silent-sites.ts';
import type { AttentionItem } from '../../model/report-model.ts';
import { sentence, type Voice } from '../../model/words/voice.ts';
import type { StudyWeeklyDataset } from '../dataset.ts';
import { FATAL_TO_DATE, SERIOUS_TO_DATE } from '../figures/adverse-events.ts';

type Finder = (dataset: StudyWeeklyDataset, voice: Voice) => AttentionItem[];

const inPeriod = <Row extends { readonly day: string }>(
  rows: readonly Row[],
  { period }: StudyWeeklyDataset,
): Row[] => rows.filter(({ day }) => day >= period.start && day < period.end);

const deaths: Finder = ({ listings, period }, voice) =>
  deathItems(listings.deaths, 'adverse-events', voice.nouns(period).current, voice);

const fatalEvents: Finder = (dataset, voice) =>
  fatalItems(
    inPeriod(dataset.listings.fatalEvents, dataset),
    'adverse-events',
    voice.nouns(dataset.period).current,
    voice,
  );

const contradictions: Finder = (dataset, voice) =>
  contradictionItems(
    inPeriod(dataset.listings.contradictions, dataset),
    'adverse-events',
    voice.nouns(dataset.period).current,
    voice,
  );

const seriousEvents: Finder = (dataset, voice) => {
  const {
    attention: { newSeriousEvents: n },
    listings,
    period,
  } = dataset;
  if (n === 0 || n === null) return [];
  const { say, shortList } = voice;
  const { current } = voice.nouns(period);
  const rows = inPeriod(listings.seriousEvents, dataset);
  const words =
    rows.length === 0
      ? say('study-weekly.serious-recorded', { n, current })
      : say('serious-recorded-names', { n, current, names: shortList(rows.map(eventName(voice)), 3) });
  return [
    {
      lead: n === 1 ? say('serious-event') : say('serious-events'),
      sentence: sentence(words),
      section: 'adverse-events',
      urgent: true,
    },
  ];
};

const lateEvents: Finder = (dataset, voice) => [
  ...lateItems(
    dataset,
    { path: FATAL_TO_DATE, section: 'adverse-events' },
    (values) => voice.say('study-weekly.fatal-events-told-late', values),
    voice,
  ),
  ...lateItems(
    dataset,
    { path: SERIOUS_TO_DATE, section: 'adverse-events' },
    (values) => voice.say('serious-events-told-late', values),
    voice,
  ),
];

const hysLaw: Finder = ({ laboratory: { toDate } }, { say, shortList }) => {
  const { hysLawCandidates: subjects } = toDate;
  if (subjects === null || subjects.length === 0) return [];
  return [
    {
      lead: say('hys-law'),
      sentence: say('study-weekly.hys-law-names', { n: subjects.length, names: shortList(subjects, 4) }),
      section: 'laboratory',
      urgent: true,
    },
  ];
};

const signalWords =
  ({ say, number }: Voice) =>
  ({ test, ratio, value, unit }: LabSignal): string =>
    say('study-weekly.signal', { test, ratio: number(ratio, 2), value, unit });

const labSignals: Finder = ({ attention: { newLabSignals }, period }, voice) => {
  if (newLabSignals.length === 0) return [];
  const { say, shortList } = voice;
  const subjects = [...new Set(newLabSignals.map(({ subject }) => subject))];
  const sentences = subjects.map((subject) => {
    const found = newLabSignals.filter((signal) => signal.subject === subject);
    const signals = shortList(found.map(signalWords(voice)), 3);
    return say('study-weekly.signals-of-subject', { subject, site: found[0]?.siteId ?? '', signals });
  });
  return [
    {
      lead: say('liver-signals'),
      sentence: say('signals-names', {
        current: voice.nouns(period).current,
        names: shortList(sentences, 3),
      }),
      section: 'laboratory',
      urgent: true,
    },
  ];
};

const silentSites: Finder = ({ attention }, voice) => silentItems(attention.silentSites, 'enrolment', voice);

const FINDERS: readonly Finder[] = [
  deaths,
  fatalEvents,
  seriousEvents,
  contradictions,
  lateEvents,
  hysLaw,
  labSignals,
  silentSites,
  notComputedItems,
  refusedImageItems,
  refusedTextItems,
];

export const attentionItems = (dataset: StudyWeeklyDataset, voice: Voice): AttentionItem[] =>
  FINDERS.flatMap((find) => find(dataset, voice));
