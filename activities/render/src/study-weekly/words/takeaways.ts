/** The one sentence that a reader takes from a section, computed from its figures. */
import type { StudyWeeklyDataset } from '@rounds/contracts/dataset';
import type { SectionId } from '../sections.ts';
import { missingGlyphs } from '../../text/glyphs.ts';
import { periodNouns } from './dates.ts';
import { count, list, number, percent, percentText, sentence } from './numbers.ts';

type Takeaway = (dataset: StudyWeeklyDataset) => string;

const were = (n: number): string => (n === 1 ? 'was' : 'were');

/** `3 more than`, `as many as`. */
const against = (now: number, before: number): string => {
  if (now === before) return 'as many as';
  return now > before ? `${number(now - before)} more than` : `${number(before - now)} fewer than`;
};

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

const changes: Takeaway = ({ changes: { comparedWith, byDomain, headline } }) => {
  // A first report, one on demand, or one whose forerunner is no longer kept: the dataset says which.
  if (comparedWith === undefined) return headline[0] ?? 'There is no earlier report to compare with.';
  const sum = (key: 'added' | 'changed' | 'removed') =>
    Object.values(byDomain).reduce((total, rows) => total + rows[key], 0);
  const all = [sum('added'), sum('changed'), sum('removed')] as const;
  if (all.every((n) => n === 0)) return 'Nothing changed since the last report.';
  return sentence(
    `${count(all[0], 'row')} ${were(all[0])} added, ${number(all[1])} changed and ${number(all[2])} removed since the last report.`,
  );
};

const documents: Takeaway = ({ documents: { texts, images }, period }) => {
  const { current } = periodNouns(period);
  if (texts.length + images.length === 0) return `No document was received ${current}.`;
  const refused = images.filter((image) => image.refused !== undefined).length;
  const tail =
    refused === 0
      ? ''
      : `; ${count(refused, 'image')} could not be shown and ${refused === 1 ? 'is' : 'are'} named below`;
  return sentence(
    `${count(texts.length, 'text')} and ${count(images.length, 'image')} were received ${current}${tail}.`,
  );
};

const dataQuality: Takeaway = (dataset) => {
  const { partialDates, undatedRows, refusedAtImport, notComputed } = dataset.dataQuality;
  const sum = (counts: Readonly<Record<string, number>>) => Object.values(counts).reduce((a, b) => a + b, 0);
  const parts = [
    ...(notComputed.length > 0
      ? [count(notComputed.length, 'figure not computed', 'figures not computed')]
      : []),
    ...(sum(refusedAtImport) > 0
      ? [count(sum(refusedAtImport), 'row refused at import', 'rows refused at import')]
      : []),
    ...(sum(undatedRows) > 0
      ? [count(sum(undatedRows), 'row without any date', 'rows without any date')]
      : []),
    ...(sum(partialDates) > 0 ? [count(sum(partialDates), 'partial date')] : []),
    ...(missingGlyphs(dataset).size > 0 ? ['characters that could not be drawn'] : []),
  ];
  return parts.length === 0 ? 'Nothing to report.' : `${sentence(list(parts))}.`;
};

const appendix: Takeaway = ({ manifest: { files, documents: received } }) => {
  const rows = files.reduce((total, file) => total + file.rows, 0);
  return sentence(
    `${count(rows, 'row')} in ${count(files.length, 'file')} and ${count(received.length, 'document')} were read; each is named by its hash.`,
  );
};

const TAKEAWAYS: Readonly<Record<SectionId, Takeaway>> = {
  enrolment,
  visits,
  'adverse-events': adverseEvents,
  laboratory,
  'vital-signs': vitalSigns,
  changes,
  documents,
  'data-quality': dataQuality,
  appendix,
};

export const takeaway = (section: SectionId, dataset: StudyWeeklyDataset): string =>
  TAKEAWAYS[section](dataset);
