/** The one sentence that a reader takes from a section, computed from its figures. */
import { periodNouns } from '../../model/words/dates.ts';
import {
  against,
  count,
  list,
  number,
  percent,
  percentText,
  sentence,
  were,
} from '../../model/words/numbers.ts';
import type { StudyWeeklyDataset } from '../dataset.ts';

type Takeaway = (dataset: StudyWeeklyDataset) => string;

const enrolment: Takeaway = ({ enrolment: { toDate, inPeriod }, period }) => {
  if (toDate.screened === 0) return 'No subject has been screened yet.';
  const { current } = periodNouns(period);
  const share = percent(toDate.randomised, toDate.planned);
  const goal =
    toDate.planned === null
      ? `${count(toDate.randomised, 'subject')} ${were(toDate.randomised)} randomised to date`
      : `${number(toDate.randomised)} of the ${number(toDate.planned)} planned are randomised (${percentText(share)})`;
  return sentence(
    `${count(inPeriod.screened, 'subject')} ${were(inPeriod.screened)} screened and ${number(inPeriod.randomised)} ` +
      `randomised ${current}; ${goal} and ${number(toDate.ongoing)} are ongoing.`,
  );
};

const visits: Takeaway = ({ visits: { inPeriod }, previous, period }) => {
  const { current, previous: before } = periodNouns(period);
  if (inPeriod === 0)
    return `No visit took place ${current}; ${number(previous.visits.inPeriod)} did ${before}.`;
  return sentence(
    `${count(inPeriod, 'visit')} took place ${current}, ${against(inPeriod, previous.visits.inPeriod)} ${before}.`,
  );
};

const adverseEvents: Takeaway = ({ adverseEvents: { inPeriod, toDate }, previous, period }) => {
  if (toDate.events === 0) return 'No adverse event was recorded to date.';
  const { current, previous: before } = periodNouns(period);
  const ever = `${count(toDate.events, 'event')} in ${count(toDate.subjects, 'subject')} to date`;
  if (inPeriod.events === 0) return `No adverse event was recorded ${current}; ${ever}.`;
  const serious =
    inPeriod.serious === 0
      ? 'none was serious'
      : `${number(inPeriod.serious)} ${were(inPeriod.serious)} serious`;
  return sentence(
    `${count(inPeriod.events, 'adverse event')} in ${count(inPeriod.subjects, 'subject')} ${were(inPeriod.events)} ` +
      `recorded ${current}, ${against(inPeriod.events, previous.adverseEvents.inPeriod.events)} ${before}; ` +
      `${serious}. ${sentence(ever)}.`,
  );
};

const laboratory: Takeaway = ({ laboratory: { inPeriod, toDate }, attention, previous, period }) => {
  const { current, previous: before } = periodNouns(period);
  const candidates = toDate.hysLawCandidates.length;
  const signals = new Set(attention.newLabSignals.map(({ subject }) => subject)).size;
  const liver =
    `${signals === 0 ? 'No subject' : count(signals, 'subject')} crossed a liver limit for the first time; ` +
    `${candidates === 0 ? 'there is no Hy’s law candidate' : `${count(candidates, 'Hy’s law candidate')} to date`}.`;
  if (inPeriod.results === 0) return `No laboratory result was recorded ${current}. ${liver}`;
  const earlier = previous.laboratory.inPeriod;
  const share = percentText(percent(inPeriod.outOfRange, inPeriod.results));
  const compared =
    earlier.results === 0
      ? ''
      : `, against ${percentText(percent(earlier.outOfRange, earlier.results))} ${before}`;
  return `${number(inPeriod.outOfRange)} of ${count(inPeriod.results, 'result')} (${share}) ${were(inPeriod.outOfRange)} out of range ${current}${compared}. ${liver}`;
};

const vitalSigns: Takeaway = ({ vitalSigns: { inPeriod }, period }) => {
  const { current } = periodNouns(period);
  const { systolic, diastolic, pulse } = inPeriod;
  if (inPeriod.results === 0) return `No vital sign was recorded ${current}.`;
  const means = [
    ...(systolic.mean === null ? [] : [`systolic pressure ${number(systolic.mean, 1)} mmHg`]),
    ...(diastolic.mean === null ? [] : [`diastolic pressure ${number(diastolic.mean, 1)} mmHg`]),
    ...(pulse.mean === null ? [] : [`pulse ${number(pulse.mean, 1)} beats/min`]),
  ];
  if (means.length === 0)
    return `${sentence(count(inPeriod.results, 'vital sign'))} recorded ${current}, none of blood pressure or pulse.`;
  return (
    `Means ${current}: ${list(means)}. ` +
    `${sentence(count(systolic.atLeast160, 'systolic reading'))} of ${number(systolic.n)} reached 160 mmHg.`
  );
};

/** Of the sections that only this report has. */
export const TAKEAWAYS = {
  enrolment,
  visits,
  'adverse-events': adverseEvents,
  laboratory,
  'vital-signs': vitalSigns,
} as const;
