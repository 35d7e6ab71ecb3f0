/** Of a dataset, what is recalculated; rows of listings by subject, site and day. */
import type { LearnerProgressDataset } from '@rounds/report-types/learner-progress/dataset';
import type { SafetyEventRow, SafetyWeeklyDataset } from '@rounds/report-types/safety-weekly/dataset';
import type { SitePerformanceDataset } from '@rounds/report-types/site-performance/dataset';
import type { StudyWeeklyDataset } from '@rounds/report-types/study-weekly/dataset';

type Listed = readonly { readonly subject: string; readonly siteId: string; readonly day: string }[];

const listed = (rows: Listed): string[] =>
  rows.map(({ subject, siteId, day }) => [subject, siteId, day].join(' '));

const qualityTold = ({ dataQuality }: Pick<StudyWeeklyDataset, 'dataQuality'>) => {
  const { partialDates, undatedRows, implausibleDates, unreadableCells, uncertainSites } = dataQuality;
  const { refusedAtImport, mapped, notUnderstood, lastDelivery } = dataQuality;
  return {
    ...{ partialDates, undatedRows, implausibleDates, unreadableCells, uncertainSites },
    ...{ refusedAtImport, mapped, notUnderstood, lastDelivery },
  };
};

/** Of single rows, what could not be read is told by variable; see `notUnderstood` and `unreadableCells` too. */
const OF_ROWS = ['values-not-understood', 'values-missing', 'cells-unreadable'];

const notComputed = ({ dataQuality }: Pick<StudyWeeklyDataset, 'dataQuality'>) =>
  dataQuality.notComputed.filter((entry) => 'code' in entry && !OF_ROWS.includes(entry.code));

export const studyWeeklyTold = (dataset: StudyWeeklyDataset) => {
  const {
    enrolment,
    visits,
    adverseEvents,
    laboratory,
    vitalSigns,
    previous,
    visitOrder,
    attention,
    trends,
    listings,
  } = dataset;
  const { newSeriousEvents, newDeaths, newLabSignals, silentSites, doubts } = attention;
  return {
    ...{ enrolment, visits, adverseEvents, laboratory, vitalSigns, previous, visitOrder, trends },
    attention: { newSeriousEvents, newDeaths, newLabSignals, silentSites, doubts },
    listings: {
      adverseEvents: listed(listings.adverseEvents),
      seriousEvents: listed(listings.seriousEvents),
      fatalEvents: listed(listings.fatalEvents),
      contradictions: listed(listings.contradictions),
      outOfRange: listed(listings.outOfRange),
      deaths: listings.deaths,
    },
    dataQuality: {
      ...qualityTold(dataset),
      converted: dataset.dataQuality.converted,
      notComputed: notComputed(dataset),
    },
  };
};

const event = ({ subject, siteId, day, isNew, fatal, sex, age }: SafetyEventRow) => ({
  subject,
  siteId,
  day,
  isNew,
  fatal,
  sex,
  age,
});

export const safetyWeeklyTold = (dataset: SafetyWeeklyDataset) => {
  const { subjects, events, deaths, liver, previous, attention, trends, listings } = dataset;
  return {
    ...{ subjects, events, deaths, liver, previous, attention, trends },
    listings: {
      ...listings,
      serious: listings.serious.map(event),
      severe: listings.severe.map(event),
      contradictions: listings.contradictions.map(event),
    },
    dataQuality: qualityTold(dataset),
  };
};

export const sitePerformanceTold = (dataset: SitePerformanceDataset) => {
  const { all, sites, parameters, previous, silentSites, attention, trends, listings } = dataset;
  return {
    ...{ all, sites, parameters, previous, silentSites, attention, trends, listings },
    dataQuality: qualityTold(dataset),
  };
};

export const learnerProgressTold = (dataset: LearnerProgressDataset) => {
  const { range, summary, previous, learners, departments, courses, trends, listings } = dataset;
  const { refusedAtImport, implausibleDates, lastDelivery } = dataset.dataQuality;
  return {
    ...{ range, summary, previous, learners, departments, courses, trends, listings },
    dataQuality: { refusedAtImport, implausibleDates, lastDelivery },
  };
};
