/** The figures of one period, all at once: the same function serves the period and the one before. */
import type { Period } from '@rounds/contracts/period';
import { foldEnrolment } from '../../folds/enrolment.ts';
import { combine, until, type Fold } from '../../folds/fold.ts';
import type { Label } from '../../folds/study-row.ts';
import type { Known } from '../../terms/known.ts';
import type { Figures } from '../dataset.ts';
import { foldAdverseEvents, foldByArm } from './adverse-events.ts';
import { foldLaboratory } from './laboratory.ts';
import { foldVisits } from './visits.ts';
import { foldVitalSigns } from './vital-signs.ts';

export interface FiguresContext {
  readonly period: Period;
  /** TS PLANSUB; null where unknown or where the scope is not all sites. */
  readonly planned: number | null;
  readonly unblinded: boolean;
  readonly label: Label;
  readonly known: Known;
}

export const foldFigures = ({ period, planned, unblinded, label, known }: FiguresContext): Fold<Figures> => {
  const figures = combine<Figures>({
    enrolment: foldEnrolment(period, planned, label, known),
    visits: foldVisits(period, label),
    adverseEvents: foldAdverseEvents(period, label, known),
    laboratory: foldLaboratory(period, label, known),
    vitalSigns: foldVitalSigns(period, known),
  });
  return until(period.end, unblinded ? withArms(figures, known) : figures);
};

const withArms = (figures: Fold<Figures>, known: Known): Fold<Figures> => {
  const both = combine({ figures, byArm: foldByArm(known) });
  const result = () => {
    const { figures: without, byArm } = both.result();
    return { ...without, adverseEvents: { ...without.adverseEvents, byArm } };
  };
  return { on: both.on, result };
};
