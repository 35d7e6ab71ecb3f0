/** What was made is remembered for good: by the user of the process that makes it, on a real MongoDB. */
import type { ArtefactDocument } from '@rounds/contracts/collections';
import { testRoleMongo, type RoleMongo } from '../testing/role-mongo.ts';
import { createFingerprintsRepository } from './fingerprints.repository.ts';

let database: RoleMongo;
beforeAll(async () => {
  database = await testRoleMongo('fingerprints');
});
afterAll(() => database.close());

const artefact = (sha256: string, storedAt = '2026-11-16T08:00:00Z'): ArtefactDocument => ({
  _id: 'run_1|all-blinded|pdf',
  runId: 'run_1',
  studyId: 'S1',
  scope: { sites: 'all', unblinded: false },
  format: 'pdf',
  key: `artefacts/${sha256}.pdf`,
  sha256,
  bytes: 12,
  storedAt: new Date(storedAt),
});

const remembered = async (sha256: string) => {
  const found = await createFingerprintsRepository(database.as('api')).ofHash(sha256);
  return found.map(({ runId, madeAt }) => [runId, madeAt.toISOString()]);
};

it('remembers a file once, and what was made in its place beside it', async () => {
  const { remember } = createFingerprintsRepository(database.as('render'));
  await remember(artefact('aa'));
  await remember(artefact('aa', '2026-11-17T08:00:00Z'));
  await remember(artefact('bb', '2026-11-18T08:00:00Z'));
  expect(await remembered('aa')).toEqual([['run_1', '2026-11-16T08:00:00.000Z']]);
  const { ofRun } = createFingerprintsRepository(database.as('api'));
  expect((await ofRun({ runId: 'run_1', studyId: 'S1' })).map(({ sha256 }) => sha256)).toEqual(['aa', 'bb']);
  expect(await ofRun({ runId: 'run_1', studyId: 'S2' })).toEqual([]);
});

it('forgets nothing: no process may remove or change what is remembered', async () => {
  for (const role of ['render', 'housekeeping', 'api'] as const)
    await expect(database.as(role).collection('fingerprints').deleteMany({})).rejects.toThrow(
      /not authorized/,
    );
  await expect(
    database
      .as('render')
      .collection('fingerprints')
      .updateMany({}, { $set: { runId: 'other' } }),
  ).rejects.toThrow(/not authorized/);
});
