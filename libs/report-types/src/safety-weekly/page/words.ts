/** How the report names what counts as severe. */
import { list } from '../../model/words/numbers.ts';
import type { SafetyWeeklyDataset } from '../dataset.ts';
import { SEVERITIES } from '../safety-weekly.ts';

/** `Severe`, `Moderate or severe`. */
export const severeName = ({
  parameters: { minimumSeverity },
}: Pick<SafetyWeeklyDataset, 'parameters'>): string => {
  const counted = SEVERITIES.slice(SEVERITIES.indexOf(minimumSeverity)).map((each) => each.toLowerCase());
  const name = counted.length === 3 ? 'mild, moderate or severe' : list(counted).replace(' and ', ' or ');
  return name.charAt(0).toUpperCase() + name.slice(1);
};

/** In the middle of a sentence. */
export const severeWord = (dataset: Pick<SafetyWeeklyDataset, 'parameters'>): string =>
  severeName(dataset).toLowerCase();
