/** The fetch stage: the study as it is now becomes a cut that never changes again. Runs of one state share it. */
import { randomBytes } from 'node:crypto';
import { createCutsRepository } from '@rounds/adapters/mongo/cuts.repository';
import { createHaltsRepository } from '@rounds/adapters/mongo/halts.repository';
import { cutFolder, manifestKeyIn, removeCut, runCutFolder } from '@rounds/adapters/s3/cuts';
import { createTurns } from '@rounds/adapters/temporal/turns';
import type { FetchActivities, FetchInput } from '@rounds/contracts/activities';
import { canonicalJson } from '@rounds/contracts/canonical-json';
import type { CutMakingDocument } from '@rounds/contracts/cut-making';
import type { CutRef } from '@rounds/contracts/run';
import { cutRefOf } from './cut-ref.ts';
import { freezeSnapshot, type FreezeDependencies } from './freeze.ts';
import { stateOf } from './state.ts';
import { withStudySnapshot, type StudySnapshot } from './study-snapshot.ts';

export type FetchDependencies = FreezeDependencies;

type Made = CutMakingDocument & { readonly cut: CutRef };

export const createFetchActivities = (dependencies: FetchDependencies): FetchActivities => {
  const { mongo, objects, beat, now } = dependencies;
  const cuts = createCutsRepository(mongo);
  const inTurn = createTurns(beat, 'a cut of the same state');

  const make = async (input: FetchInput, snapshot: StudySnapshot, state: string): Promise<Made | null> => {
    const { studyId } = input;
    const making = { _id: randomBytes(16).toString('hex'), studyId };
    await cuts.begin(making, now());
    const folder = cutFolder({ studyId, cutId: making._id });
    const manifest = await freezeSnapshot(dependencies, input, snapshot, making._id);
    const bytes = Buffer.from(canonicalJson(manifest));
    // The manifest comes last: where it is, all that it names is.
    await objects.put(manifestKeyIn(folder), bytes, 'application/json');
    const cut = cutRefOf(manifestKeyIn(folder), bytes);
    const isFirst = await cuts.complete(making, state, cut);
    return isFirst ? { ...making, cut, usedAt: now(), unheld: true } : null;
  };

  const found = async (studyId: string, state: string): Promise<Made | null> => {
    const known = await cuts.ofState(studyId, state, now());
    return known?.cut === undefined ? null : { ...known, cut: known.cut };
  };

  /** Another process that made a cut of the same state may have been first: then that is everybody's. */
  const findOrMake = async (input: FetchInput, snapshot: StudySnapshot, state: string): Promise<Made> =>
    (await found(input.studyId, state)) ??
    (await make(input, snapshot, state)) ??
    findOrMake(input, snapshot, state);

  const freeze = (input: FetchInput): Promise<CutRef> =>
    withStudySnapshot(mongo, input.studyId, now, async (snapshot) => {
      const state = await stateOf(dependencies, input, snapshot);
      const made = await inTurn(state, () => findOrMake(input, snapshot, state));
      return cuts.hold(made, made.cut, input.runId, now());
    });

  /** Before cuts were of a study's state, a run had its own. */
  const ownCut = async (runId: string): Promise<CutRef | undefined> => {
    const key = manifestKeyIn(runCutFolder(runId));
    return (await objects.size(key)) === null ? undefined : cutRefOf(key, await objects.get(key));
  };

  return {
    freezeCut: async (input) => {
      const { runId, studyId } = input;
      await createHaltsRepository(mongo).demandNone(studyId);
      // An attempt that was tried again, or a run that was reset, must not see newer rows than the first did.
      return (await cuts.heldBy(runId, studyId)) ?? (await ownCut(runId)) ?? freeze(input);
    },
    discardCut: async ({ runId }) => {
      await cuts.release(runId);
      await removeCut(objects, runCutFolder(runId), (removed) => {
        beat({ removed });
      });
    },
  };
};
