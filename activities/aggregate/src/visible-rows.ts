/** Which rows of a cut readers of some sites see. */
import { isOperational, isWithinSites, type CutDataset, type CutRow } from '@rounds/contracts/cut';
import type { LocalDate } from '@rounds/contracts/period';
import type { Scope } from '@rounds/contracts/scope';
import type { SubjectRow } from '@rounds/report-types/folds/study-row';
import type { Cut } from './cut-reader.ts';
import { isOperationalWithin } from './operational-scope.ts';

/** Undefined: they do not see it, or it is of no figure. */
export type View = (row: CutRow) => SubjectRow | undefined;

const shown = (
  { key, receivedAt, row, faults }: CutRow,
  subject: string,
  siteId: string | null,
  day: LocalDate | null,
): SubjectRow =>
  faults === undefined
    ? { key, day, subject, siteId, receivedAt, row }
    : { key, day, subject, siteId, receivedAt, row, faults };

const clinicalView = (cut: Cut, name: CutDataset, sites: Scope['sites']): View => {
  const placeOf = cut.placeOf(name);
  return (row) => {
    const { subject, day } = row;
    const place = placeOf(day);
    // DM tells who the others are about, whatever its own day.
    if ((place !== 'in' && name !== 'DM') || subject === null) return undefined;
    if (!isWithinSites(sites, { siteId: null, subject }, cut.siteOf)) return undefined;
    return shown(row, subject, cut.siteOf(subject) ?? null, place === 'implausible' ? null : day);
  };
};

const operationalView = (cut: Cut, name: CutDataset, sites: Scope['sites']): View => {
  const placeOf = cut.placeOf(name);
  return (row) => {
    const { subject, day } = row;
    if (day === null || placeOf(day) !== 'in' || !isOperationalWithin(sites, row, cut)) return undefined;
    const { SITEID } = row.row;
    return shown(row, subject ?? '', SITEID === undefined ? null : String(SITEID), day);
  };
};

export const viewOf = (cut: Cut, name: CutDataset, sites: Scope['sites']): View =>
  isOperational(name) ? operationalView(cut, name, sites) : clinicalView(cut, name, sites);
