/** Adverse events of the usual kind. */
import { TERMS, type Arm } from './protocol.ts';
import { weighted, type Random } from './random.ts';
import type { AdverseEvent, Visit } from './subject.ts';

/** The first visit from a day on, at which the subject tells of what happened. */
const nextVisit = (visits: readonly Visit[], day: number): number | null =>
  visits.find((visit) => visit.day >= day)?.day ?? null;

const RELATIONS = ['NONE', 'NONE', 'REMOTE', 'POSSIBLE', 'POSSIBLE', 'PROBABLE'] as const;

const severityOf = (random: Random): AdverseEvent['severity'] => {
  const share = random.next();
  if (share < 0.64) return 'MILD';
  return share < 0.95 ? 'MODERATE' : 'SEVERE';
};

const precisionOf = (random: Random): AdverseEvent['precision'] => {
  const share = random.next();
  if (share < 0.91) return 'day';
  if (share < 0.96) return 'month';
  return share < 0.98 ? 'year' : 'none';
};

const eventOf = (random: Random, arm: Arm, visits: readonly Visit[], from: number): AdverseEvent => {
  const last = visits.at(-1)?.day ?? from;
  const { preferred, reported, soc } = weighted(
    random,
    TERMS,
    ({ weight, dose }) => weight * (1 + ((dose - 1) * arm.dose) / 30),
  );
  const start = random.integer(from + 1, Math.max(from + 1, last));
  const precision = precisionOf(random);
  return {
    preferred,
    reported: random.pick(reported),
    soc,
    severity: severityOf(random),
    serious: false,
    fatal: false,
    related: random.pick(RELATIONS),
    start,
    end: random.chance(0.8) ? start + random.integer(1, 18) : null,
    precision,
    // A page without any date is in no report: the import counts it as undated.
    collected: precision === 'none' ? null : nextVisit(visits, start),
  };
};

export const eventsOf = (
  random: Random,
  arm: Arm,
  visits: readonly Visit[],
  baseline: number,
): AdverseEvent[] => {
  const count = Math.max(0, Math.round(random.normal(2.1 + arm.dose / 30, 1.7)));
  const events = Array.from({ length: count }, () => eventOf(random, arm, visits, baseline));
  return events.sort((a, b) => a.start - b.start);
};
