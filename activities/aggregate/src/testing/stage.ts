/** The stage over an object store without a server, and a study whose terms, visits and reasons give arms away. */
import type { Language } from '@rounds/contracts/language';
import type { ReportTypeId } from '@rounds/report-types/catalogue';
import { voiceOf } from '@rounds/report-types/model/words/voice';
import { spokenHeadline } from '@rounds/report-types/spoken-headline';
import type { AggregateInput } from '@rounds/contracts/activities';
import type { CutRow, DatedDomain } from '@rounds/contracts/cut';
import { defined } from '@rounds/contracts/defined';
import type { Headline } from '@rounds/contracts/dataset';
import type { StudyWeeklyDataset } from '@rounds/report-types/study-weekly/dataset';
import type { CutRef } from '@rounds/contracts/run';
import type { Scope } from '@rounds/contracts/scope';
import { memoryObjectStore } from '@rounds/adapters/testing/memory-object-store';
import { roleObjects } from '@rounds/adapters/testing/role-objects';
import { cutRow, sdtmRow } from '@rounds/adapters/testing/rows';
import { createAggregateActivities } from '../aggregate.activities.ts';
import { runRequest, storeCut, type CutContent } from './cut.ts';

export const ALL: Scope = { sites: 'all', unblinded: true };
export const BLINDED: Scope = { sites: 'all', unblinded: false };
export const WITHIN = '2024-03-05';

export const row = (
  domain: DatedDomain,
  USUBJID: string,
  variables: Parameters<typeof sdtmRow>[1],
  key?: string,
): CutRow => cutRow(domain, sdtmRow(domain, { USUBJID, ...variables }), key);

/** Two sites, two arms. */
export const rows = (): Partial<Record<DatedDomain, CutRow[]>> => ({
  DM: [
    row('DM', 'S1', { SITEID: '701', ARM: 'Placebo', ARMCD: 'Pbo' }, 'S1'),
    row('DM', 'S2', { SITEID: '702', ARM: 'Xanomeline High Dose', ARMCD: 'Xan_Hi', DMDTC: WITHIN }, 'S2'),
  ],
  DS: [
    row('DS', 'S1', {}, 'S1|1'),
    row('DS', 'S2', {}, 'S2|1'),
    row(
      'DS',
      'S2',
      { DSCAT: 'DISPOSITION EVENT', DSDECOD: 'Placebo NOT TOLERATED', DSSTDTC: WITHIN },
      'S2|2',
    ),
  ],
  AE: [
    row('AE', 'S1', { AEDTC: WITHIN, AEDECOD: 'PLACEBO EFFECT', AETERM: 'on Pbo' }, 'S1|1'),
    row('AE', 'S2', { AEDTC: WITHIN, AEDECOD: 'XANOMELINE EFFECT', AESER: 'Y', AEREL: 'XANOMELINE' }, 'S2|1'),
    row('AE', 'S2', { AEDTC: '2024-01-05' }, 'S2|2'),
  ],
  SV: [row('SV', 'S1', { SVSTDTC: WITHIN, VISIT: 'PLACEBO RUN-IN' }, 'S1|1')],
  LB: [row('LB', 'S2', { LBDTC: WITHIN, LBSTRESN: 200, LBNRIND: 'HIGH', VISIT: 'Xan_Hi 1' }, 'S2|1')],
  EX: [row('EX', 'S1', {}, 'S1|1'), row('EX', 'S2', { EXTRT: 'XANOMELINE' }, 'S2|1')],
});

/** @param program of which things are kept of the past; absent: nothing is. @param objects absent: a store of its own */
export const stage = (program?: string, objects = memoryObjectStore()) => {
  const beats: unknown[] = [];
  const activities = createAggregateActivities({
    objects: roleObjects('aggregate', objects),
    codeVersion: '0.1.0',
    beat: (progress) => beats.push(progress),
    ...defined({ program }),
  });
  const aggregate = async (cut: CutRef, input: Partial<AggregateInput> = {}) => {
    const ref = await activities.aggregate({ run: runRequest(), cut, scope: ALL, parameters: {}, ...input });
    const text = (await objects.get(ref.key)).toString('utf8');
    const headlineText = (await objects.get(ref.headlineKey)).toString('utf8');
    return {
      ref,
      text,
      headlineText,
      dataset: JSON.parse(text) as StudyWeeklyDataset,
      headline: JSON.parse(headlineText) as Headline,
    };
  };
  return {
    objects,
    beats,
    aggregate,
    cut: (content: CutContent = { rows: rows() }) => storeCut(objects, content),
  };
};

/** What the mail of a dataset says. */
export const spokenIn = (language: Language, headline: Headline, type: ReportTypeId = 'study-weekly') =>
  spokenHeadline(headline, type, voiceOf(language));
