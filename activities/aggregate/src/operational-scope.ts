/** Who sees a row of an operational dataset. */
import { isRowWithinSites, type CutRow } from '@rounds/contracts/cut';
import type { Scope } from '@rounds/contracts/scope';
import type { Cut } from './cut-reader.ts';

/** Readers of the site that it names, unless it is about a subject whose site is not certain, whatever it names. */
export const isOperationalWithin = (
  sites: Scope['sites'],
  { subject, row }: Pick<CutRow, 'subject' | 'row'>,
  { uncertain }: Pick<Cut, 'uncertain'>,
): boolean =>
  isRowWithinSites(sites, row) && (sites === 'all' || !uncertain.some((each) => each.subject === subject));
