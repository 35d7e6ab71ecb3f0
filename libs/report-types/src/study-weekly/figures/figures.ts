/** Every figure of the report, in the order of its dataset. */
import { ADVERSE_EVENTS } from './adverse-events.ts';
import { ENROLMENT } from './enrolment.ts';
import { LABORATORY } from './laboratory.ts';
import { VISITS } from './visits.ts';
import { VITAL_SIGNS } from './vital-signs.ts';

export const FIGURES = [...ENROLMENT, ...VISITS, ...ADVERSE_EVENTS, ...LABORATORY, ...VITAL_SIGNS];
