/** Who takes part, and how each gets through the trial; rows are drawn from this (rows.ts). */
import { eventsOf } from './events.ts';
import {
  ARMS,
  BASELINE,
  ENROLMENT_DAYS,
  PLANNED_VISITS,
  SCREENING,
  SITES,
  type Arm,
  type Site,
} from './protocol.ts';
import { randomFrom, weighted, type Random } from './random.ts';
import { withStories } from './stories.ts';
import type { Disposition, Subject, Visit } from './subject.ts';
import { visitsUntil, workday } from './visits.ts';

export interface SampleSize {
  readonly seed: number;
  readonly sites: number;
  readonly subjects: number;
}

interface Enrolment {
  readonly site: Site;
  readonly screening: number;
}

/** Slow at first, then steady. */
const enrol = ({ seed, sites, subjects }: SampleSize): Enrolment[] => {
  const random = randomFrom(seed, 'enrolment');
  const open = SITES.slice(0, sites);
  const enrolments = Array.from({ length: subjects }, () => ({
    site: weighted(random, open, ({ weight }) => weight),
    screening: workday(Math.floor(ENROLMENT_DAYS * random.next() ** 0.8)),
  }));
  return enrolments.sort((a, b) => a.screening - b.screening);
};

const visitsOf = (random: Random, screening: number, baseline: number | null): Visit[] => {
  const first = { ...SCREENING, day: screening };
  if (baseline === null) return [first];
  const planned = PLANNED_VISITS.map(({ number, name, day, labs }) => {
    return { number, name, labs, day: workday(baseline + day + random.integer(-2, 2)) };
  });
  return [first, { ...BASELINE, day: baseline }, ...planned];
};

const REASONS = [
  'WITHDRAWAL BY SUBJECT',
  'WITHDRAWAL BY SUBJECT',
  'ADVERSE EVENT',
  'LACK OF EFFICACY',
  'LOST TO FOLLOW-UP',
  'PROTOCOL VIOLATION',
];

const endOf = (random: Random, visits: readonly Visit[], baseline: number): Disposition => {
  if (random.chance(0.18))
    return { reason: random.pick(REASONS), day: workday(baseline + random.integer(12, 80)) };
  return { reason: 'COMPLETED', day: visits.at(-1)?.day ?? baseline };
};

const RACES = ['WHITE', 'WHITE', 'WHITE', 'WHITE', 'ASIAN', 'BLACK OR AFRICAN AMERICAN'];

const subjectOf = (
  seed: number,
  { site, screening }: Enrolment,
  place: { readonly atSite: number; readonly arm: Arm },
): Subject => {
  const number = `${site.id}-${String(place.atSite).padStart(3, '0')}`;
  const random = randomFrom(seed, number);
  const person = {
    id: `RD-${number}`,
    number,
    seed: `${seed}|${number}`,
    site,
    sex: random.chance(0.46) ? 'F' : 'M',
    age: Math.round(Math.min(79, Math.max(18, random.normal(47, 13)))),
    race: random.pick(RACES),
    screening,
  } as const;
  const later = workday(screening + random.integer(7, 14));
  if (random.chance(0.14)) {
    const end = { reason: 'SCREEN FAILURE', day: later };
    return {
      ...person,
      baseline: null,
      arm: null,
      visits: visitsOf(random, screening, null),
      events: [],
      end,
    };
  }
  const all = visitsOf(random, screening, later);
  const end = endOf(random, all, later);
  const visits = visitsUntil(all, end);
  return {
    ...person,
    baseline: later,
    arm: place.arm,
    visits,
    events: eventsOf(random, place.arm, visits, later),
    end,
  };
};

/** Arms in blocks of six, as a randomisation list has them. */
const armOf = (seed: number, index: number): Arm => {
  const block = [...ARMS, ...ARMS];
  const random = randomFrom(seed, 'block', Math.floor(index / block.length));
  const shuffled = block.map((arm) => ({ arm, at: random.next() })).sort((a, b) => a.at - b.at);
  return shuffled[index % block.length]?.arm ?? random.pick(ARMS);
};

/** The whole trial, from the first screening to the last follow-up, in the order of enrolment. */
export const simulate = (size: SampleSize): Subject[] => {
  const atSite = new Map<string, number>();
  const subjects = enrol(size).map((enrolment, index) => {
    const next = (atSite.get(enrolment.site.id) ?? 0) + 1;
    atSite.set(enrolment.site.id, next);
    return subjectOf(size.seed, enrolment, { atSite: next, arm: armOf(size.seed, index) });
  });
  return withStories(subjects);
};
