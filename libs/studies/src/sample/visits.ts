/** When a subject comes. */
import type { Disposition, Visit } from './subject.ts';

/** Day 0 is a Monday; nobody comes on a weekend. */
export const workday = (day: number): number => {
  const weekday = day % 7;
  return weekday < 5 ? day : day + 7 - weekday;
};

/** Whoever leaves comes once more. */
export const visitsUntil = (visits: readonly Visit[], { reason, day }: Disposition): Visit[] => {
  if (reason === 'COMPLETED') return [...visits];
  const kept = visits.filter((visit) => visit.day < day);
  const comes = reason !== 'LOST TO FOLLOW-UP' && reason !== 'DEATH';
  return comes ? [...kept, { number: 8, name: 'EARLY TERMINATION', day, labs: true }] : kept;
};
