/** The one sentence that a reader takes from a section, computed from its figures. */
import { percent } from '../../model/words/numbers.ts';
import { sentence, type Voice } from '../../model/words/voice.ts';
import type { StudyWeeklyDataset } from '../dataset.ts';

type Takeaway = (dataset: StudyWeeklyDataset, voice: Voice) => string;

const enrolment: Takeaway = ({ enrolment: { toDate, inPeriod }, period }, voice) => {
  const { say } = voice;
  if (toDate.screened === 0) return say('enrolment-takeaway-none');
  const known = {
    screened: inPeriod.screened,
    randomised: inPeriod.randomised,
    current: voice.nouns(period).current,
    toDate: toDate.randomised,
    ongoing: toDate.ongoing,
  };
  if (toDate.planned === null) return sentence(say('study-weekly.enrolment-takeaway', known));
  const share = voice.percent(percent(toDate.randomised, toDate.planned));
  return sentence(
    say('study-weekly.enrolment-takeaway-of-planned', { ...known, planned: toDate.planned, share }),
  );
};

const visits: Takeaway = ({ visits: { inPeriod: n }, previous: { visits: before }, period }, voice) => {
  const { current, previous } = voice.nouns(period);
  if (n === 0)
    return sentence(
      voice.say('study-weekly.visits-takeaway-none', { current, n: before.inPeriod, previous }),
    );
  const compared = voice.against(n, before.inPeriod, previous);
  return sentence(voice.say('visits-takeaway', { n, current, compared }));
};

const adverseEvents: Takeaway = ({ adverseEvents: { inPeriod, toDate }, previous, period }, voice) => {
  const { say } = voice;
  const { current, previous: before } = voice.nouns(period);
  if (toDate.events === 0) return say('events-takeaway-none');
  if (inPeriod.events === 0)
    return sentence(
      say('study-weekly.events-takeaway-none-in-period', {
        current,
        events: toDate.events,
        subjects: toDate.subjects,
      }),
    );
  return sentence(
    say('study-weekly.events-takeaway', {
      events: inPeriod.events,
      subjects: inPeriod.subjects,
      current,
      compared: voice.against(inPeriod.events, previous.adverseEvents.inPeriod.events, before),
      serious: inPeriod.serious,
      allEvents: toDate.events,
      allSubjects: toDate.subjects,
    }),
  );
};

const laboratoryResults: Takeaway = (
  { laboratory: { inPeriod }, previous: { laboratory }, period },
  voice,
) => {
  const { say } = voice;
  const { current, previous } = voice.nouns(period);
  const { results, outOfRange: out } = inPeriod;
  if (results === 0) return sentence(say('study-weekly.laboratory-takeaway-none', { current }));
  const earlier = laboratory.inPeriod;
  const values = { out, results, share: voice.percent(percent(out, results)), current };
  if (earlier.results === 0) return sentence(say('study-weekly.laboratory-takeaway', values));
  const before = voice.percent(percent(earlier.outOfRange, earlier.results));
  return sentence(say('study-weekly.laboratory-takeaway-compared', { ...values, before, previous }));
};

const laboratory: Takeaway = (dataset, voice) => {
  const candidates = dataset.laboratory.toDate.hysLawCandidates?.length ?? null;
  const signals = new Set(dataset.attention.newLabSignals.map(({ subject }) => subject)).size;
  const liver = voice.say('study-weekly.liver-takeaway', { signals, candidates });
  return `${laboratoryResults(dataset, voice)} ${sentence(liver)}`;
};

const vitalSigns: Takeaway = ({ vitalSigns: { inPeriod }, period }, { say, number, list, nouns }) => {
  const { current } = nouns(period);
  const { systolic, diastolic, pulse, results } = inPeriod;
  if (results === 0) return sentence(say('study-weekly.vital-signs-takeaway-none', { current }));
  const of = (mean: number | null, words: (mean: string) => string) =>
    mean === null ? [] : [words(number(mean, 2))];
  const means = [
    ...of(systolic.mean, (mean) => say('study-weekly.systolic-mean', { mean })),
    ...of(diastolic.mean, (mean) => say('study-weekly.diastolic-mean', { mean })),
    ...of(pulse.mean, (mean) => say('study-weekly.pulse-mean', { mean })),
  ];
  if (means.length === 0) return say('study-weekly.vital-signs-takeaway-other', { n: results, current });
  return say('study-weekly.vital-signs-takeaway', {
    current,
    means: list(means),
    high: systolic.atLeast160,
    n: systolic.n,
  });
};

/** Of the sections that only this report has. */
export const TAKEAWAYS = {
  enrolment,
  visits,
  'adverse-events': adverseEvents,
  laboratory,
  'vital-signs': vitalSigns,
} as const;
