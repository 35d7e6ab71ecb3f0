/** The serious events and the signals that the sample always has. */
import { SERIOUS_TERMS, SILENT_SITE_ID } from './protocol.ts';
import type { AdverseEvent, Subject } from './subject.ts';
import { visitsUntil, workday } from './visits.ts';

export const severe = (
  term: (typeof SERIOUS_TERMS)[keyof typeof SERIOUS_TERMS],
  start: number,
  rest: Partial<AdverseEvent>,
): AdverseEvent => ({
  ...term,
  severity: 'SEVERE',
  serious: true,
  fatal: false,
  related: 'POSSIBLE',
  start,
  end: null,
  precision: 'day',
  collected: start,
  ...rest,
});

export const withEvent = (subject: Subject, event: AdverseEvent): Subject => ({
  ...subject,
  events: [...subject.events, event].sort((a, b) => a.start - b.start),
});

const dies = (subject: Subject, baseline: number): Subject => {
  const day = baseline + 40;
  const end = { reason: 'DEATH', day };
  const alive = {
    ...subject,
    end,
    visits: visitsUntil(subject.visits, end),
    events: subject.events.filter(({ start, collected }) => start < day && (collected ?? 0) < day),
  };
  const died = { end: day, fatal: true, related: 'REMOTE', collected: workday(day + 1) } as const;
  return withEvent(alive, severe(SERIOUS_TERMS.infarction, day - 1, died));
};

const withSignal = (
  subject: Subject,
  visitName: string,
  signals: Readonly<Record<string, number>>,
): Subject => ({
  ...subject,
  visits: subject.visits.map((visit) => (visit.name === visitName ? { ...visit, signals } : visit)),
});

/** What a report looks for, spread over the trial: it falls to those who are there at a share of the enrolment. */
export const withStories = (subjects: readonly Subject[]): Subject[] => {
  const randomised = subjects.filter(({ baseline, site }) => baseline !== null && site.id !== SILENT_SITE_ID);
  const at = (share: number): Subject | undefined => randomised[Math.floor(randomised.length * share)];
  const stories = new Map<string | undefined, (subject: Subject, baseline: number) => Subject>([
    [at(0.42)?.id, dies],
    [at(0.3)?.id, (subject) => withSignal(subject, 'WEEK 4', { AST: 3.2, ALT: 2.4 })],
    [
      at(0.18)?.id,
      (subject, day) => withEvent(subject, severe(SERIOUS_TERMS.cellulitis, day + 9, { end: day + 20 })),
    ],
    [
      at(0.25)?.id,
      (subject, day) => withEvent(subject, severe(SERIOUS_TERMS.atrialFibrillation, day + 17, {})),
    ],
  ]);
  return subjects.map((subject) => {
    const story = stories.get(subject.id);
    return story === undefined || subject.baseline === null ? subject : story(subject, subject.baseline);
  });
};
