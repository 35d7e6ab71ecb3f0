/**
 * The week in the middle of the trial, which `--shift-to-today` brings onto the current one. What a weekly report
 * is for happens in it: a new serious event, new liver signals, new subjects, a site that has gone quiet.
 */
import { defined } from '@rounds/contracts/defined';
import { DAY_MS } from '@rounds/contracts/durations';
import { dayOf } from '../import/identity.ts';
import { medianDay } from '../import/shift.ts';
import { FIRST_DAY, INVESTIGATIONS, SERIOUS_TERMS, SILENT_SITE_ID, SITES } from './protocol.ts';
import { rowsOf } from './rows.ts';
import { severe, withEvent } from './stories.ts';
import type { AdverseEvent, Subject, Visit } from './subject.ts';

export interface Highlights {
  /** The week's Monday, in days of the trial. */
  readonly monday: number;
  /** In hospital with pneumonia since this week. */
  readonly hospitalised: Subject;
  /** ALT and bilirubin both high: a Hy's law candidate. */
  readonly liver: Subject;
  /** ALT alone is high. */
  readonly transaminases: Subject;
  /** Followed by photographs of the skin. */
  readonly photographed: Subject;
  /** Died earlier; undefined in a study too small for it. */
  readonly died: Subject | undefined;
}

/** Before the reference week: its last visits are that long ago. */
const SILENT_WEEKS = 4;

/** The Monday of the week in which half of the rows are there. */
const middleMonday = (subjects: readonly Subject[]): number => {
  const rowsByDay = new Map<string, number>();
  for (const [domain, rows] of Object.entries(rowsOf(subjects, subjects.length)))
    for (const row of rows) {
      const day = dayOf(domain, row);
      if (day !== null) rowsByDay.set(day, (rowsByDay.get(day) ?? 0) + 1);
    }
  const days = (Date.parse(medianDay(rowsByDay) ?? FIRST_DAY) - Date.parse(FIRST_DAY)) / DAY_MS;
  return days - (days % 7);
};

/** The site sends nothing more: visits, events and dispositions from then on are missing, not over. */
const silenced = (subject: Subject, from: number): Subject => ({
  ...subject,
  visits: subject.visits.filter(({ day }) => day < from),
  events: subject.events.filter(({ start, collected }) => Math.max(start, collected ?? 0) < from),
  end: subject.end !== null && subject.end.day < from ? subject.end : null,
});

const silence = (subjects: readonly Subject[], from: number): Subject[] =>
  subjects
    .filter(({ site, screening }) => site.id !== SILENT_SITE_ID || screening < from)
    .map((subject) => (subject.site.id === SILENT_SITE_ID ? silenced(subject, from) : subject))
    .map((subject) => (subject.visits.some(({ number }) => number === 2) ? subject : unrandomised(subject)));

const unrandomised = (subject: Subject): Subject =>
  subject.baseline === null ? subject : { ...subject, baseline: null, arm: null, events: [] };

const unscheduled = (day: number, signals: Visit['signals']): Visit => ({
  number: 90,
  name: 'UNSCHEDULED',
  day,
  labs: true,
  ...defined({ signals }),
});

const withVisit = (subject: Subject, visit: Visit): Subject => ({
  ...subject,
  visits: [...subject.visits, visit].sort((a, b) => a.day - b.day),
});

const raisedEnzymes = (day: number): AdverseEvent => ({
  preferred: 'HEPATIC ENZYME INCREASED',
  reported: 'raised liver values',
  soc: INVESTIGATIONS,
  severity: 'SEVERE',
  serious: false,
  fatal: false,
  related: 'PROBABLE',
  start: day,
  end: null,
  precision: 'day',
  collected: day,
});

/** Someone who came for screening this week, and not again so far. */
const newcomer = (like: Subject, number: string, day: number): Subject => ({
  ...like,
  id: `RD-${number}`,
  number,
  seed: `${like.seed}|${number}`,
  screening: day,
  baseline: null,
  arm: null,
  visits: [{ number: 1, name: 'SCREENING', day, labs: true }],
  events: [],
  end: null,
});

const newcomers = (subjects: readonly Subject[], monday: number): Subject[] =>
  [SITES[0], SITES[2]].flatMap((site, index) => {
    const own = subjects.filter((subject) => subject.site.id === site?.id);
    const last = own.at(-1);
    if (last === undefined) return [];
    const next = Math.max(...own.map(({ number }) => Number(number.split('-')[1]))) + 1;
    const number = `${last.site.id}-${String(next).padStart(3, '0')}`;
    return [newcomer(last, number, monday + 1 + 2 * index)];
  });

/** Those who are under treatment throughout the week, those with the highest dose first. */
const underTreatment = (subjects: readonly Subject[], monday: number): Subject[] =>
  subjects
    .filter(
      ({ baseline, site, visits, end }) =>
        baseline !== null &&
        baseline < monday - 7 &&
        site.id !== SILENT_SITE_ID &&
        (visits.at(-1)?.day ?? 0) > monday + 10 &&
        (end?.day ?? Infinity) > monday + 10,
    )
    .sort((a, b) => (b.arm?.dose ?? 0) - (a.arm?.dose ?? 0));

/** @throws RangeError when the study is too small to have four subjects under treatment at once. */
export const withReferenceWeek = (
  simulated: readonly Subject[],
): { readonly subjects: readonly Subject[]; readonly highlights: Highlights } => {
  const quiet = silence(simulated, middleMonday(simulated) - 7 * SILENT_WEEKS);
  const monday = middleMonday(quiet);
  const [first, second, third, fourth] = underTreatment(quiet, monday);
  if (first === undefined || second === undefined || third === undefined || fourth === undefined)
    throw new RangeError('a sample study needs more subjects: four under treatment in its middle week');
  const liver = withEvent(
    withVisit(first, unscheduled(monday + 2, { ALT: 6.2, AST: 5.1, BILI: 2.6, ALP: 1.3 })),
    raisedEnzymes(monday + 2),
  );
  const hospitalised = withEvent(
    withVisit(second, unscheduled(monday + 3, { WBC: 1.6, NEUT: 1.7 })),
    severe(SERIOUS_TERMS.pneumonia, monday + 1, { collected: monday + 3, related: 'REMOTE' }),
  );
  const transaminases = withVisit(third, unscheduled(monday + 4, { ALT: 3.4, AST: 2.2 }));
  const changed = new Map([liver, hospitalised, transaminases].map((subject) => [subject.id, subject]));
  const subjects = [
    ...quiet.map((subject) => changed.get(subject.id) ?? subject),
    ...newcomers(quiet, monday),
  ].sort((a, b) => a.screening - b.screening);
  const died = subjects.find(({ events }) => events.some(({ fatal }) => fatal));
  return {
    subjects,
    highlights: { monday, liver, hospitalised, transaminases, photographed: fourth, died },
  };
};
