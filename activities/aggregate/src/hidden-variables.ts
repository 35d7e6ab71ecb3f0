/**
 * What of a row blinded readers must not learn, not even that it changed. A randomisation fills ARM: that the row
 * of DM changed, and in nothing else, would reveal it.
 */
import type { CutDataset } from '@rounds/contracts/cut';

/** Arms and treatments, planned and given, by whatever name: ARMCD, ACTARM, ARMNRS, TRT01P, TR01AG1. */
const TREATMENT = /^(?:ACT)?ARM|^TRT|^TR\d\d|^EX/u;

export const isTreatmentVariable = (variable: string): boolean => TREATMENT.test(variable);

/**
 * Exposure is not compared for them at all: when and how often a subject is dosed, and that a dose was corrected, may
 * reveal the arm where its values are hidden.
 */
export const isTreatmentDomain = (domain: CutDataset): boolean => domain === 'EX';
