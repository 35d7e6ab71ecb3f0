/** Disposition events that say neither whether they are of the study nor of which epoch, where others of the study do. */
import type { NotComputed } from '@rounds/contracts/dataset';
import { dispositionState, tellsParts } from '../folds/disposition.ts';
import { lackingOf } from '../folds/enrolment.ts';
import type { Fold } from '../folds/fold.ts';
import { keepCount } from '../folds/kept.ts';
import type { Known } from '../terms/known.ts';

/** They end no participation: named at the figure that would be another one. @param at path of the figures to date */
export const foldOfNoPart = (at: string, known: Known): Fold<readonly NotComputed[]> => {
  const figure = lackingOf(known).ongoing === undefined ? 'ongoing' : 'screenFailures';
  const rows = keepCount();
  return {
    save: rows.save,
    absorb: rows.absorb,
    on: {
      DS: ({ row }) => {
        const state = dispositionState(row, known);
        if (state === undefined || state === 'randomised') return;
        if (row.DSSCAT === undefined && row.EPOCH === undefined) rows.add();
      },
    },
    result: () =>
      rows.value() === 0 || !tellsParts(known)
        ? []
        : [{ figure: `${at}.${figure}`, code: 'dispositions-of-no-part', values: { rows: rows.value() } }],
  };
};
