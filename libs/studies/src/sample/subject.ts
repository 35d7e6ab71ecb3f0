/** A simulated subject: who it is, when it comes and what happens to it. */
import type { Arm, Site } from './protocol.ts';

export interface Visit {
  readonly number: number;
  readonly name: string;
  /** Of the trial, from 0. */
  readonly day: number;
  readonly labs: boolean;
  /** Results as multiples of the upper limit of normal, by test. */
  readonly signals?: Readonly<Record<string, number>>;
}

export interface AdverseEvent {
  readonly preferred: string;
  readonly reported: string;
  readonly soc: string;
  readonly severity: 'MILD' | 'MODERATE' | 'SEVERE';
  readonly serious: boolean;
  readonly fatal: boolean;
  readonly related: 'NONE' | 'REMOTE' | 'POSSIBLE' | 'PROBABLE';
  readonly start: number;
  /** Null while it goes on. */
  readonly end: number | null;
  /** How much of the start the subject remembers. */
  readonly precision: 'day' | 'month' | 'year' | 'none';
  /** The day on which it was written down; null where the page lacks it. */
  readonly collected: number | null;
}

export interface Disposition {
  readonly reason: string;
  readonly day: number;
}

export interface Subject {
  readonly id: string;
  readonly number: string;
  /** Names the subject's streams of random numbers. */
  readonly seed: string;
  readonly site: Site;
  readonly sex: 'F' | 'M';
  readonly age: number;
  readonly race: string;
  readonly screening: number;
  /** Null for a screen failure, and while screening goes on. */
  readonly baseline: number | null;
  readonly arm: Arm | null;
  readonly visits: readonly Visit[];
  readonly events: readonly AdverseEvent[];
  /** Null while the subject goes on. */
  readonly end: Disposition | null;
}
