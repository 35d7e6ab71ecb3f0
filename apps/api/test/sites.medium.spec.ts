/** Which sites of a study are told to whom. Real: MongoDB, with the API's own rights. */
import { recordDocument, sdtmRow } from '@rounds/adapters/testing/rows';
import { openApiBed, type ApiBed } from './api-bed.ts';

let bed: ApiBed;
const ANNA = 'anna@example.org';
const SITE = 'site@example.org';
const MANAGER = 'manager@example.org';
const OPERATOR = 'operator@example.org';
const STRANGER = 'stranger@example.org';

/** SITEID of each subject; undefined: its row has none. */
const SITES = ['10', '9', '702', '702', undefined, 701];

beforeAll(async () => {
  bed = await openApiBed('sites', { workers: false });
  await bed.addStudy('S1');
  await bed.addStudy('S2');
  await bed.grant(ANNA, 'S1');
  await bed.grant(SITE, 'S1', { sites: ['702', '999'] });
  await bed.grant(MANAGER, 'S2');
  await bed.addRole(OPERATOR, 'operator');
  const subjects = SITES.map((SITEID, n) => sdtmRow('DM', { USUBJID: `S1-${n}`, SITEID }));
  await bed.mongo.collection('records').insertMany(subjects.map((row) => recordDocument('S1', 'DM', row)));
});
afterAll(() => bed.close());

const sitesFor = async (as: string, studyId = 'S1') => {
  const { status, json } = await bed.call('GET', `/api/v1/studies/${studyId}/sites`, { as });
  return status === 200 ? json.items.map(({ id }) => id) : status;
};

it.each([ANNA, OPERATOR])('are told to %s, who may know all, by their numbers', async (who) => {
  expect(await sitesFor(who)).toEqual(['9', '10', '701', '702']);
});

it('are told to whoever sees some as far as they see them, and only where there is a subject', async () => {
  expect(await sitesFor(SITE)).toEqual(['702']);
});

it('are told to no stranger, and of no other study', async () => {
  expect(await sitesFor(STRANGER)).toBe(404);
  expect(await sitesFor(MANAGER)).toBe(404);
  expect(await sitesFor(MANAGER, 'S2')).toEqual([]);
});
