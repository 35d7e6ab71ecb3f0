import { knownOf, type Known } from '../terms/known.ts';
import { columnsOf, type Rows } from './fold-rows.ts';

const ANY_DAY = '9999-12-31';

/** Of a study that has these rows alone. */
export const knownOfRows = (rows: Rows): Known => knownOf({ columns: columnsOf(rows), latestDay: ANY_DAY });

/** Of a study whose columns nobody listed: none is missing. */
export const NOTHING_KNOWN: Known = knownOfRows({});
